import { metalogFromMeanAndInterval, metalogFromPercentiles, pertFrom } from '../../distributions/elicit.ts';
import { inMessage } from '../fault.ts';
import { familyCalled, fromParameters } from './family.ts';
import { boundsOf, type Field } from './field.ts';
import { readHistory, splitHistory } from './history.ts';
import { built, type Built } from './notation.ts';
import { RANGE_FAMILIES, readRange } from './range.ts';
import { fromMeanSd } from './spread.ts';
import { readUnbounded, readValue } from './value.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A way to write an uncertain quantity as a set of named fields. */
export interface FieldsNotation {
  readonly about: string;
  /** Fields that must all be there. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether further fields may stand beside them, whose names are checked by `read`. */
  readonly open?: boolean;
  /** What the fields say, all required ones of which are there. */
  read(fields: Fields, field: Field): Built;
}

const percentiles: FieldsNotation = {
  about: 'In one of ten cases below p10, in half below p50, in nine of ten below p90.',
  required: ['p10', 'p50', 'p90'],
  optional: [],
  read(fields, field) {
    const reading = readAll(fields, ['p10', 'p50', 'p90'], field);
    if (!reading.ok) return reading;
    const [p10, p50, p90] = reading.values as [number, number, number];
    return built(metalogFromPercentiles({ p10, p50, p90 }, metalogBounds(field)));
  },
};

const meanAndInterval: FieldsNotation = {
  about: 'Mean, and the ends of the middle 90 %, as media-mix models report them.',
  required: ['mean', 'p5', 'p95'],
  optional: [],
  read(fields, field) {
    const reading = readAll(fields, ['mean', 'p5', 'p95'], field);
    if (!reading.ok) return reading;
    const [mean, p5, p95] = reading.values as [number, number, number];
    return built(metalogFromMeanAndInterval(mean, p5, p95, metalogBounds(field)));
  },
};

const meanAndSd: FieldsNotation = {
  about: 'Mean and standard deviation: lognormal, for rates beta.',
  required: ['mean', 'sd'],
  optional: [],
  read(fields, field) {
    const mean = readValue(fields['mean'], field);
    if (!mean.ok) return within('mean', mean);
    const sd = readUnbounded(fields['sd'], field);
    return sd.ok ? fromMeanSd(mean.value, sd.value, field) : within('sd', sd);
  },
};

const lowLikelyHigh: FieldsNotation = {
  about: 'Lowest, most likely and highest value (PERT).',
  required: ['low', 'likely', 'high'],
  optional: [],
  read(fields, field) {
    const reading = readAll(fields, ['low', 'likely', 'high'], field);
    if (!reading.ok) return reading;
    const [low, likely, high] = reading.values as [number, number, number];
    return built(pertFrom(low, likely, high));
  },
};

const fromTo: FieldsNotation = {
  about: 'A range that holds the value with probability `mass`, 90 % when left out.',
  required: ['from', 'to'],
  optional: ['mass'],
  read: (fields, field) => readFromTo(fields, field),
};

const values: FieldsNotation = {
  about: 'Numbers seen, each as likely as the others.',
  required: ['values'],
  optional: [],
  read({ values: raw }, field) {
    if (typeof raw === 'string') return readHistory(splitHistory(raw), field);
    if (Array.isArray(raw)) return readHistory(raw as readonly unknown[], field);
    if (typeof raw === 'number') return readHistory([raw], field);
    return { ok: false, message: `values must be a list of numbers, got ${inMessage(raw)}` };
  },
};

const named: FieldsNotation = {
  about: 'A distribution by name, with its parameters, or with `from` and `to`.',
  required: ['distribution'],
  optional: [],
  open: true,
  read({ distribution: name, ...rest }, field) {
    if (typeof name !== 'string') return { ok: false, message: `distribution must be a name, got ${inMessage(name)}` };
    const family = familyCalled(name);
    if ('ok' in family) return family;
    const isRange = 'from' in rest && 'to' in rest && RANGE_FAMILIES.has(family.name);
    return isRange ? readFromTo(rest, field, family.name) : fromParameters(family, rest, field);
  },
};

/** The first that fits is meant: those with a name of their own come first. */
export const fieldsNotations: readonly FieldsNotation[] = [
  named,
  percentiles,
  meanAndInterval,
  meanAndSd,
  lowLikelyHigh,
  fromTo,
  values,
];

function readFromTo({ from, to, mass: written }: Fields, field: Field, family?: string): Built {
  const mass = written === undefined ? undefined : readValue(written, { unit: 'rate', open: true });
  if (mass?.ok === false) return within('mass', mass);
  const ends = [from, to].map((raw) => (typeof raw === 'number' ? String(raw) : raw));
  const wrong = ends.find((end) => typeof end !== 'string');
  if (wrong !== undefined) return { ok: false, message: `from and to must be numbers, got ${inMessage(wrong)}` };
  const reading = readRange(ends as [string, string], field, {
    ...(family && { family }),
    ...(mass && { mass: mass.value }),
  });
  // A replacement would be a text without the mass.
  return reading.ok || mass === undefined ? reading : { ok: false, message: reading.message };
}

function readAll(
  fields: Fields,
  names: readonly string[],
  field: Field,
): { readonly ok: true; readonly values: readonly number[] } | (Built & { readonly ok: false }) {
  const read: number[] = [];
  for (const name of names) {
    const reading = readValue(fields[name], field);
    if (!reading.ok) return within(name, reading);
    read.push(reading.value);
  }
  return { ok: true, values: read };
}

/** A mistake in one of several fields: its replacement would stand for all of them. */
function within(name: string, { message, advice }: { readonly message: string; readonly advice?: string }) {
  return {
    ok: false as const,
    message: `${name} ${message.startsWith('must') ? message : `: ${message}`}`,
    ...(advice && { advice }),
  };
}

/** The metalog runs without bounds where the field has none. */
function metalogBounds(field: Field): { low?: number; high?: number } {
  const { least, most } = boundsOf(field);
  return { ...(least > -Infinity && { low: least }), ...(most < Infinity && { high: most }) };
}
