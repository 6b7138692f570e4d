import { pertFrom } from '../../distributions/elicit.ts';
import { readEnds } from './ends.ts';
import type { Field } from './field.ts';
import { built, type Built, type TextNotation } from './notation.ts';
import { readNumber } from './number.ts';

/** `10 / 20 / 60`: lowest, most likely, highest. */
export const threePoint: TextNotation = {
  about: 'Lowest, most likely and highest value (PERT).',
  example: (unit) => (unit === 'rate' ? '10% / 20% / 60%' : '10 / 20 / 60'),
  read(text, field) {
    const parts = text.split(/\s*\/\s*/);
    if (parts.length === 3) return readThreePoints(parts, field);
    if (parts.length !== 2 || !parts.every((part) => readNumber(part).ok)) return undefined;
    const [first, second] = parts;
    const count = field.unit === 'rate' ? `\`${first} of ${second}\` for a count, ` : '';
    const advice = `Write \`${first} to ${second}\` for a range, ${count}\`= ${first} / ${second}\` for a quotient.`;
    return { ok: false, message: `\`${text}\` could be read in more than one way`, advice };
  },
};

function readThreePoints(texts: readonly string[], field: Field): Built {
  const join = (points: readonly string[]) => points.join(' / ');
  const reading = readEnds(texts, field, join);
  if (!reading.ok) return reading;
  const { values } = reading;
  const [low, likely, high] = values as [number, number, number];
  if (low < high && low <= likely && likely <= high) return built(pertFrom(low, likely, high));
  if (low === high && low === likely)
    return { ok: false, message: 'all three numbers are the same', replacement: texts[0]! };
  const order = values.map((_, place) => place).sort((a, b) => values[a]! - values[b]!);
  const sorted = order.map((place) => texts[place]!);
  return { ok: false, message: 'the lowest comes first and the highest last', replacement: join(sorted) };
}
