import { boundsOf, type Field } from './field.ts';
import { readNumber, type Mistake } from './number.ts';
import { powerOf } from './scales.ts';
import { readValue } from './value.ts';

export type EndsReading = { readonly ok: true; readonly values: readonly number[] } | Mistake;

/**
 * Reads the numbers of one text, such as the ends of a range. Where only the last has a percent sign or a `k`, it
 * counts for all only if nothing else can be meant.
 *
 * @param join  the whole text, made of its numbers; for replacements
 */
export function readEnds(
  texts: readonly string[],
  field: Field,
  join: (texts: readonly string[]) => string,
): EndsReading {
  const whole = shareUnit(texts, field);
  if (!whole.clear) {
    const message = `\`${join(texts)}\` could be read in more than one way`;
    return { ok: false, message, advice: 'Write the unit behind each number.', replacement: join(whole.texts) };
  }
  // The end of a range may lie where no value can.
  const readings = whole.texts.map((text) => readValue(text, { ...field, open: false }));
  const values = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const mistake = readings.find((reading) => !reading.ok);
  if (mistake === undefined) return { ok: true, values };
  const { replacement, ...words } = mistake;
  if (replacement === undefined) return words;
  const mended = readings.map((reading, place) => (reading.ok ? undefined : reading.replacement) ?? texts[place]!);
  return { ...words, replacement: join(mended) };
}

/** The texts with the unit of the last at those that have none. */
function shareUnit(
  texts: readonly string[],
  field: Field,
): { readonly clear: boolean; readonly texts: readonly string[] } {
  const asWritten = { clear: true, texts };
  const readings = texts.map((text) => readNumber(text));
  const last = readings.at(-1)!;
  const unit = last.ok ? (last.hints.percent ? '%' : last.hints.scale) : undefined;
  // Nothing is nothing in any unit.
  const isBare = readings.map(
    (reading) => reading.ok && reading.value !== 0 && !reading.hints.percent && reading.hints.scale === undefined,
  );
  const bare = readings.flatMap((reading, place) => (reading.ok && isBare[place] ? [reading.value] : []));
  if (!last.ok || unit === undefined || bare.length === 0) return asWritten;
  const gap = unit.length > 2 ? ' ' : '';
  const shared = texts.map((text, place) => (isBare[place] ? `${text}${gap}${unit}` : text));
  if (unit === '%') {
    // As a rate from 0 to 1, a number of 1 or more can only be a percentage.
    const clear = boundsOf(field).most === 1 && bare.every((value) => value >= 1);
    return { clear, texts: shared };
  }
  // `500 to 2k` rises only as it is written, `5 to 10k` either way.
  const mantissa = last.value / Number(`1e${powerOf(unit)}`);
  return bare.every((value) => value >= mantissa) ? asWritten : { clear: false, texts: shared };
}
