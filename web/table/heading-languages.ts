import { fieldWords as chinese } from '../../src/report/chinese/field-words.ts';
import { fieldWords as english } from '../languages/en/fields.ts';
import type { HeadingWords } from './headings.ts';

const ENGLISH_NAMES = ['Channel', 'Name', 'Channel name', 'Platform', 'Media', 'Media channel', 'Medium', 'Network'];
const CHINESE_NAMES =
  '渠道 名称 渠道名称 渠道名 平台 媒体 媒介 投放渠道 投放平台 推广渠道 推广平台 广告平台 广告渠道 营销渠道'.split(' ');

/** Spreadsheets are written in any of these, whichever the page speaks, and steps of a funnel with any of these words. */
export const headingLanguages: readonly HeadingWords[] = [
  { names: ENGLISH_NAMES, fields: { words: english, arrow: ' → ' } },
  { names: CHINESE_NAMES, fields: { words: chinese, arrow: ' → ' } },
  ...['到', '至', '转'].map((arrow) => ({ names: [], fields: { words: chinese, arrow } })),
];
