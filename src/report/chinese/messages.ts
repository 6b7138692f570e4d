/** What the engine says in English sentences, in Chinese: faults of a file, help for its fields, notes, refusals. */
import { translator } from '../languages/translate.ts';
import { checkTexts } from './messages/checks.ts';
import { familyTexts, fieldTexts } from './messages/fields.ts';
import { importTexts } from './messages/imports.ts';
import { limitTexts, noteTexts } from './messages/notes.ts';
import { formulaTexts, quantityTexts } from './messages/quantities.ts';
import { requestTexts } from './messages/requests.ts';
import { textTexts } from './messages/texts.ts';

/** Every message there is a Chinese text for. */
export const messageTexts = {
  ...limitTexts,
  ...checkTexts,
  ...textTexts,
  ...quantityTexts,
  ...formulaTexts,
  ...fieldTexts,
  ...familyTexts,
  ...noteTexts,
  ...requestTexts,
  ...importTexts,
};

const say = translator(messageTexts, { comma: '、', and: ' 和 ', or: ' 或 ' });

/** A message in Chinese; as it is where there is no text for it. */
export function sayInChinese(message: string): string {
  // Parts bring the spaces of the words they stand for; between two Chinese characters there are none.
  return say(message).replaceAll(/(?<=[\p{Script=Han}，。；：（）“”]) (?=[\p{Script=Han}，。；：（）“”])/gu, '');
}
