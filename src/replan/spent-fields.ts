import type { Scenario } from '../domain.ts';
import type { TextReading } from '../scenario/text/read.ts';
import type { Ledger } from './ledger.ts';
import { amountSpent, channelCalled, ZERO } from './spent-words.ts';

/**
 * Enters what a YAML or JSON file says: the name of each channel with an amount for every past period, or a list with
 * one for each.
 *
 * @param past  how many periods are past
 */
export function enterFields(
  { value, locate }: Extract<TextReading, { readonly ok: true }>,
  scenario: Scenario,
  past: number,
  ledger: Ledger,
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    ledger.refuse('must name each channel with what was spent in it', locate([]), 'Write `search: [12k, 11.5k]`.');
    return;
  }
  for (const [written, spent] of Object.entries(value)) {
    const name = ledger.understood(channelCalled(scenario, written), locate([written], 'name'));
    const amounts: readonly unknown[] = Array.isArray(spent) ? spent : Array.from({ length: past }, () => spent);
    if (amounts.length !== past) {
      ledger.refuse(
        `${written} has ${amounts.length} amounts, but ${past} ${past === 1 ? 'period is' : 'periods are'} past`,
        locate([written]),
        ZERO,
      );
      continue;
    }
    for (const [t, one] of amounts.entries()) {
      const at = locate(Array.isArray(spent) ? [written, t] : [written]);
      const amount = ledger.understood(amountSpent(scenario, one), at);
      // One amount that stands for all periods is wrong once.
      if (amount === undefined && !Array.isArray(spent)) break;
      if (name !== undefined && amount !== undefined) ledger.enter(name, { period: t + 1 }, amount, at);
    }
  }
}
