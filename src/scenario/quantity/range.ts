import {
  logitNormalFromRange,
  lognormalFromRange,
  normalFromRange,
  type Elicited,
} from '../../distributions/elicit.ts';
import { readEnds } from './ends.ts';
import { boundsOf, numberText, type Field } from './field.ts';
import { built, type Built, type TextNotation } from './notation.ts';
import { readNumber, type Mistake } from './number.ts';

/** `3 to 5`: with probability 90 % between the two. */
export const range: TextNotation = {
  about: '90 % sure to be between the two: lognormal, for rates logit-normal.',
  example: (unit) => (unit === 'rate' ? '3% to 5%' : '3 to 5'),
  read(text, field) {
    const ends = splitRange(text);
    return ends && readRange(ends, field);
  },
};

/** Families that a range can be asked of by name. */
export const RANGE_FAMILIES: ReadonlyMap<string, (low: number, high: number, mass?: number) => Elicited> = new Map([
  ['normal', normalFromRange],
  ['lognormal', lognormalFromRange],
  ['logit-normal', logitNormalFromRange],
]);

/** The two ends of a range as they are written; undefined where there are not two. */
export function splitRange(text: string): readonly [string, string] | undefined {
  const parts = text.split(/\s*(?:to|至|到|[~\u301c\u2013\u2014])\s*/i);
  if (parts.length === 2 && parts.every((part) => part !== '')) return [parts[0]!, parts[1]!];
  // A hyphen may also be a minus or stand in an exponent: it separates where just one place leaves two numbers.
  const splits = [...text.matchAll(/-/g)]
    .map(({ index }): [string, string] => [text.slice(0, index).trim(), text.slice(index + 1).trim()])
    .filter((pair) => pair.every((part) => readNumber(part).ok));
  return splits.length === 1 ? splits[0] : undefined;
}

/**
 * A distribution from the ends of a range.
 *
 * @param family  asked for by name; without it the usual one of the unit
 * @param mass    probability between the ends; 90 % when left out
 */
export function readRange(
  texts: readonly [string, string],
  field: Field,
  { family, mass }: { readonly family?: string; readonly mass?: number } = {},
): Built {
  const join = (ends: readonly string[]) =>
    family === undefined ? ends.join(' to ') : `${family}(${ends.join(' to ')})`;
  const reading = readEnds(texts, field, join);
  if (!reading.ok) return reading;
  const [low, high] = reading.values as [number, number];
  if (low === high) {
    const advice = 'For a certain number write it alone.';
    return { ok: false, message: `both ends are \`${texts[0]}\``, advice, replacement: texts[0] };
  }
  if (low > high) {
    return { ok: false, message: 'the smaller number must come first', replacement: join(texts.toReversed()) };
  }
  const usual = field.unit === 'rate' ? 'logit-normal' : 'lognormal';
  const unfit = family === undefined ? mistakeOfUsual(texts, low, high, field) : undefined;
  return unfit ?? built(RANGE_FAMILIES.get(family ?? usual)!(low, high, mass));
}

/** The usual family does not reach an end: the planner must say what is meant. */
function mistakeOfUsual(
  [from, to]: readonly [string, string],
  low: number,
  high: number,
  field: Field,
): Mistake | undefined {
  const isRate = field.unit === 'rate';
  if (low > 0 && (!isRate || high < 1)) return undefined;
  const { least, most } = boundsOf(field);
  const asNormal = `normal(${from} to ${to})`;
  const asPert = `${from} / ${shortText((low + high) / 2, field)} / ${to}`;
  const near = !isRate && low === 0 ? ` Or start above 0: \`${shortText(high / 1000, field)} to ${to}\`.` : '';
  const advice = `Write \`${asNormal}\` if it spreads evenly to both sides, or \`${asPert}\` for lowest, most likely and highest.${near}`;
  if (isRate) {
    const message = `a range of a rate lies between 0% and 100%, without reaching them, got \`${from} to ${to}\``;
    const replacement = least === 0 && most === 1 ? asPert : asNormal;
    return { ok: false, message, advice, replacement };
  }
  const message = `a range lies above 0 (its shape is lognormal), got \`${from} to ${to}\``;
  return { ok: false, message, advice, replacement: asNormal };
}

/** A number for a proposal: three digits are enough. */
function shortText(value: number, field: Field): string {
  return numberText(Number(value.toPrecision(3)), field);
}
