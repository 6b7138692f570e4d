/** What is shown on a terminal in English, in Chinese: headings, short texts, and what the engine says everywhere else. */
import { translator } from '../languages/translate.ts';
import { closedUp, joints, messageTexts } from './messages.ts';
import { commandTexts } from './terminal/commands.ts';
import { headingTexts } from './terminal/headings.ts';
import { titleTexts } from './terminal/titles.ts';

/** Every text there is for a terminal alone. */
export const terminalTexts = { ...headingTexts, ...titleTexts, ...commandTexts };

const say = translator({ ...messageTexts, ...terminalTexts }, joints);

/** A text of a terminal in Chinese; as it is where there is none for it. */
export function sayOnTerminal(text: string): string {
  return closedUp(say(text));
}
