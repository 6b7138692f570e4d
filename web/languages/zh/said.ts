import { sayInChinese } from '../../../src/report/chinese/messages.ts';
import type { Said } from '../said.tsx';
import { editorPhrases } from './editor.ts';
import { exampleQuestions } from './examples.ts';
import { valueWords } from './values.ts';

export const said: Omit<Said, 'lang'> = {
  say: sayInChinese,
  values: valueWords,
  examples: exampleQuestions,
  editor: editorPhrases,
};
