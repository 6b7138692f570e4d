import { currencyAt } from '../currency-at.ts';
import type { Fault } from '../fault.ts';
import { error, isRead, shown, type Facts } from './rule.ts';

/** Larger numbers lose their cents in sums, and no budget has them. */
const LARGEST = 1e12;

/** Amounts are in the currency of the scenario, or of the channel where they are paid there. */
export function* amountsAreInTheCurrency(facts: Facts): Generator<Fault> {
  const { file, numbers } = facts;
  if (!isRead(facts, ['currency'])) return;
  for (const { path, inCurrency } of numbers) {
    const reading = inCurrency?.(currencyAt(file, path));
    if (reading === undefined || reading.ok) continue;
    const { ok: _, message, ...words } = reading;
    yield error(path, message, words);
  }
}

/** Numbers are small enough to be added up. */
export function* numbersAreInReach({ numbers }: Facts): Generator<Fault> {
  for (const { path, value } of numbers) {
    const certain = typeof value === 'number' ? value : value.kind === 'constant' ? value.value : 0;
    if (Math.abs(certain) <= LARGEST) continue;
    yield error(path, `must be ${shown(LARGEST)} or less, got ${shown(certain)}`, {
      advice: 'Choose a larger unit of currency.',
    });
  }
}
