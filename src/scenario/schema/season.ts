import type { Season } from '../../domain.ts';
import { readFormula } from './formula.ts';
import { MOST_PERIODS } from './horizon.ts';
import { leaf, list, type Reading } from './leaf.ts';
import { number } from './number.ts';
import { z } from './zod.ts';

/** An index per period: a list, which starts again at its end, or a formula. */
export function season(about: string) {
  const formula = leaf(
    `${about} A formula in t (1 in the first period) and T (number of periods).`,
    { type: 'string' },
    readSeasonFormula,
  );
  const values = list(`${about} One for each period.`, number(about, { least: 0, most: 1000 }), {
    least: 1,
    most: MOST_PERIODS,
  });
  return z
    .union([formula, values.transform((read): Season => ({ kind: 'list', values: read.map(({ value }) => value) }))])
    .meta({ description: `${about} A list that starts again at its end, or a formula in t and T.` });
}

function readSeasonFormula(raw: unknown): Reading<Season> {
  if (typeof raw === 'number') {
    const message = `must be a list of numbers or a formula in t and T, got ${raw}`;
    return { ok: false, message, advice: 'For one index in every period write a list.', replacement: `[${raw}]` };
  }
  const reading = readFormula(raw, ['t', 'T']);
  return reading.ok ? { ok: true, value: { kind: 'formula', ...reading.value } } : reading;
}
