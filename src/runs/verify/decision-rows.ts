import { sum } from 'd3-array';
import { amount, NOTHING, percent } from '../../report/numbers/exact.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { plain } from '../../report/plain.ts';
import type { Verification } from '../verify.ts';
import { decisionFigures, type Compared, type DecisionFigure } from './compare-decisions.ts';

/** A part of a decision, as texts that tell its two sides apart. */
export interface DecisionRow {
  readonly of:
    | { readonly kind: 'plan' }
    | { readonly kind: DecisionFigure }
    /** What is spent on it over the whole plan, or in the one period that is named. */
    | { readonly kind: 'spend'; readonly channel: string; readonly period?: number };
  readonly recorded: string;
  readonly found: string;
  readonly same: boolean;
}

/** The plan, its figures and the spend of each channel, recorded and found again; what was said of it is not among them. */
export function decisionRows({ decision: { plan, figures, spend }, scenario }: Verification): readonly DecisionRow[] {
  return [
    { of: { kind: 'plan' }, ...texts(plan, plain, plain) },
    ...decisionFigures.map((kind): DecisionRow => ({
      of: { kind },
      ...texts(figures[kind], kind === 'chanceOfLoss' ? (share) => percent(share, 2) : amount),
    })),
    ...spend.map(({ channel: name, ...own }): DecisionRow => {
      const channel = channelLabel({ scenario }, name);
      const period = onlyPeriod(own);
      if (period === undefined) return { of: { kind: 'spend', channel }, ...texts(own, (each) => amount(sum(each))) };
      const at = { recorded: own.recorded![period]!, found: own.found![period]!, same: false };
      return { of: { kind: 'spend', channel, period: period + 1 }, ...texts(at, amount) };
    }),
  ];
}

/** Sides that differ by less than is shown are shown in full. */
function texts<T>(
  { recorded, found, same }: Compared<T>,
  shown: (value: T) => string,
  inFull: (value: T) => string = String,
): Pick<DecisionRow, 'recorded' | 'found' | 'same'> {
  const sides = (show: (value: T) => string) =>
    [recorded, found].map((value) => (value === undefined ? NOTHING : show(value))) as [string, string];
  const short = sides(shown);
  const [first, second] = !same && short[0] === short[1] ? sides(inFull) : short;
  return { recorded: first, found: second, same };
}

/** Place of the first period that differs, where it takes one to see a difference: both are of one length and of equal sums. */
function onlyPeriod({ recorded, found, same }: Compared<readonly number[]>): number | undefined {
  if (same || recorded?.length !== found?.length || recorded === undefined) return undefined;
  if (amount(sum(recorded)) !== amount(sum(found!))) return undefined;
  return recorded.findIndex((value, t) => value !== found![t]);
}
