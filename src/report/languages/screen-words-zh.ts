import { criterionLabel, screenCaveats, screenHeadline } from '../chinese/screen.ts';
import { tight } from '../numbers/chinese.ts';
import type { ScreenWords } from './screen-words.ts';

export const screenWordsZh: ScreenWords = {
  title: '哪些渠道值得一试',
  headline: screenHeadline,
  sure: screenCaveats,
  scores: '1 到 5 分；标有“手填”的是意见，其余来自文件中的数据',
  data: (currency) => `文件中的数据，金额单位 ${currency}`,
  channel: '渠道',
  score: '得分',
  first: '得分最高的概率',
  criterion: criterionLabel,
  weighed: (criterion, share) => `${criterion}，${tight(share)}`,
  origin: '来自',
  value: '数值',
  from: { data: '数据', typed: '手填', missing: '未知' },
};
