import { inMessage, listed } from '../fault.ts';
import { fieldMeant } from './field-meant.ts';
import { leaf, type Reading } from './leaf.ts';

/** One of a few words. */
export function choice<const Word extends string>(about: string, words: readonly Word[]) {
  return leaf(about, { enum: words }, (raw): Reading<Word> => {
    const found = words.find((word) => word === raw);
    if (found !== undefined) return { ok: true, value: found };
    return { ok: false, ...wrongWord(raw, words) };
  });
}

/** What to say about `raw` where one of `words` should stand. */
export function wrongWord(raw: unknown, words: readonly string[]) {
  const message = `must be ${listed(words)}, got ${inMessage(raw)}`;
  const meant = typeof raw === 'string' ? fieldMeant(raw, words) : undefined;
  return meant === undefined ? { message } : { message, advice: `Did you mean \`${meant}\`?`, replacement: meant };
}
