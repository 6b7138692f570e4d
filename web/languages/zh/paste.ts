import type { PasteWords } from '../en/paste.ts';

export const pasteWords: PasteWords = {
  title: '粘贴区块',
  fits: (rows, columns) => `${rows} 行 × ${columns} 列将粘贴到这里：`,
  lost: (count) => `有 ${count} 个单元格超出表格，不会粘贴。`,
  headings: (rows) => (rows === 1 ? '首行是标题' : '前两行是标题'),
  unused: '不使用',
  unknown: (headings) => `没有同名的列，因此不使用：${headings}。`,
  noneKnown: '没有与这些标题同名的列，因此从当前单元格起按位置粘贴。',
  nowhere: (rows) => `有 ${rows} 行不会粘贴：没有名称，是合计，或超出表格。`,
  added: (names) => `表中还没有，将添加：${names}。`,
  nothing: '表格中已有全部这些内容。',
  between: '、',
  decimals: '小数的写法',
  point: '小数点：1,234.5',
  comma: '小数逗号：1.234,5',
  unclear: '像 20,000 这样的数字有两种读法：请确认。',
  clear: '已根据区块中的数字判断。',
};
