import { fieldWords as chinese } from '../../src/report/chinese/field-words.ts';
import { fieldWords as english } from '../languages/en/fields.ts';
import type { HeadingWords } from './headings.ts';

/** Spreadsheets are written in any of these, whichever the page speaks. */
export const headingLanguages: readonly HeadingWords[] = [
  { names: ['Channel', 'Name', 'Channel name'], fields: { words: english, arrow: ' → ' } },
  { names: ['渠道', '名称', '渠道名称'], fields: { words: chinese, arrow: ' → ' } },
];
