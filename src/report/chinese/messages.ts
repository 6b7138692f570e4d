/** What the engine says in English sentences, in Chinese: faults of a file, help for its fields, notes, refusals. */
import { chineseOfLimits } from '../../constraints/chinese/table.ts';
import { translator, type Templates } from '../languages/translate.ts';
import { checkTexts } from './messages/checks.ts';
import { familyTexts, fieldTexts } from './messages/fields.ts';
import { importTexts } from './messages/imports.ts';
import { limitTexts, noteTexts } from './messages/notes.ts';
import { formulaTexts, quantityTexts } from './messages/quantities.ts';
import { requestTexts } from './messages/requests.ts';
import { textTexts } from './messages/texts.ts';
import { targetWords } from './target-words.ts';

/** What is said of each kind of limit. */
const ofLimits: Templates = Object.assign({}, ...chineseOfLimits.map(({ texts }) => texts));

/** What is said of figures that targets are about. */
const ofTargets: Templates = Object.assign({}, ...Object.values(targetWords).map(({ texts }) => texts));

/** Every message there is a Chinese text for. */
export const messageTexts = {
  ...ofLimits,
  ...ofTargets,
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

/** Between the names of a list. */
export const joints = { comma: '、', and: ' 和 ', or: ' 或 ' };

const say = translator(messageTexts, joints);

/** A message in Chinese; as it is where there is no text for it. */
export function sayInChinese(message: string): string {
  return closedUp(say(message));
}

/** Parts bring the spaces of the words they stand for; between two Chinese characters there are none. */
export function closedUp(text: string): string {
  return text.replaceAll(/(?<=[\p{Script=Han}，。；：（）“”]) (?=[\p{Script=Han}，。；：（）“”])/gu, '');
}
