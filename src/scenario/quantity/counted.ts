import { betaFromCounts } from '../../distributions/elicit.ts';
import { built, type TextNotation } from './notation.ts';
import { readValue } from './value.ts';

/** `8 of 200`: a rate from counting. */
export const counted: TextNotation = {
  about: 'Counted: so many of so many; the rate is known the better the more were counted.',
  example: (unit) => (unit === 'rate' ? '8 of 200' : undefined),
  read(text, field) {
    const [, first, second] = /^(.+?)\s+(?:out\s+of|of)\s+(.+)$/i.exec(text) ?? [];
    if (first === undefined || second === undefined) return undefined;
    if (field.unit !== 'rate') {
      return { ok: false, message: `\`${text}\` is a rate, but this is not one`, advice: 'Write a number or a range.' };
    }
    const successes = readValue(first, { unit: 'count' });
    if (!successes.ok) return successes;
    const trials = readValue(second, { unit: 'count', least: 1 });
    if (!trials.ok) return trials;
    if (!Number.isInteger(successes.value) || !Number.isInteger(trials.value)) {
      return { ok: false, message: `\`${text}\` must be two whole numbers, as counted` };
    }
    if (successes.value > trials.value) {
      const message = `\`${text}\` are more than all`;
      return { ok: false, message, replacement: `${second} of ${first}` };
    }
    return built(betaFromCounts(successes.value, trials.value));
  },
};
