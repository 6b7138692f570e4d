import { useEffect, useState } from 'preact/hooks';
import type { Cell } from '../state/cell.ts';
import type { FinanceTerms } from '../state/page.ts';
import { shareIn, wholeIn } from '../studies/number-in.ts';

/** A number as it is typed. */
export interface TypedNumber {
  readonly text: string;
  /** Undefined where the text is none that there can be. */
  readonly value: number | undefined;
  readonly put: (text: string) => void;
}

/** Chances that there is a figure for, and the most periods that a payment may take. */
const [LEAST_CHANCE, MOST_CHANCE] = [0.5, 0.999];
const LONGEST_LAG = 520;

/** Terms that are being typed: they hold for the page as soon as all of them can be read. */
export function useTerms(terms: Cell<FinanceTerms>) {
  const { chance: share, lags } = terms.get();
  const chance = useTyped(`${Number((share * 100).toPrecision(12))} %`, chanceIn);
  const collect = useTyped(`${lags.collect}`, lagIn);
  const pay = useTyped(`${lags.pay}`, lagIn);
  const read = termsOf(chance.value, collect.value, pay.value);
  useEffect(() => {
    // What stays the same is not told again: what was made for these terms still holds.
    if (read !== undefined && JSON.stringify(read) !== JSON.stringify(terms.get())) terms.set(read);
  });
  return { chance, collect, pay, read };
}

function useTyped(first: string, read: (text: string) => number | undefined): TypedNumber {
  const [text, put] = useState(first);
  return { text, value: read(text), put };
}

function termsOf(
  chance: number | undefined,
  collect: number | undefined,
  pay: number | undefined,
): FinanceTerms | undefined {
  if (chance === undefined || collect === undefined || pay === undefined) return undefined;
  return { chance, lags: { collect, pay } };
}

function chanceIn(text: string): number | undefined {
  const share = shareIn(text);
  return share !== undefined && share >= LEAST_CHANCE && share <= MOST_CHANCE ? share : undefined;
}

function lagIn(text: string): number | undefined {
  return wholeIn(text, 0, LONGEST_LAG);
}
