import type { SetWords } from '../en/set.ts';

export const setWords: SetWords = {
  title: '已打开的方案',
  edited: '已修改',
  duplicate: '复制一份',
  copyOf: (name, number) => `${name}（${number}）`,
  left: '左移',
  close: '关闭',
};
