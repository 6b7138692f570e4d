import { quantile } from '../../distributions/distribution.ts';
import type { Unit } from '../../families/parameter.ts';
import { showExactly, showRoughly } from './shown.ts';
import type { Learned, Quantity } from './types.ts';
import { english, type QuantityWords } from './vocabulary.ts';

/**
 * What was understood, for the planner to check: `90 % between 1.20 and 2.10, median 1.59, lognormal`.
 *
 * @param currency  shown behind amounts of money
 */
export function inWords(
  quantity: Quantity,
  unit: Unit,
  { words = english, currency }: { readonly words?: QuantityWords; readonly currency?: string } = {},
): string {
  const behind = unit === 'money' && currency !== undefined ? ` ${currency}` : '';
  switch (quantity.kind) {
    case 'constant':
      return showExactly(quantity.value, unit) + behind;
    case 'formula':
      return words.computed(quantity.text.replace(/^=\s*/, ''));
    case 'uncertain': {
      const { distribution } = quantity;
      const ends = [quantile(distribution, 0.05), quantile(distribution, 0.5), quantile(distribution, 0.95)];
      const [low, median, high] = showRoughly(ends, ends[2]! - ends[0]!, unit);
      const { truncate = {}, family } = distribution;
      const cut = [
        truncate.low === undefined ? [] : words.cutBelow(showExactly(truncate.low, unit)),
        truncate.high === undefined ? [] : words.cutAbove(showExactly(truncate.high, unit)),
      ].flat();
      const parts = [
        words.between(low!, high! + behind),
        words.median(median! + behind),
        words.families[family] ?? family,
      ];
      const { learned } = quantity;
      if (learned !== undefined) parts.push(pilotWords(learned, unit, words, behind));
      return [...parts, ...cut].join(words.comma);
    }
  }
}

/** `a pilot showed 32 of 1,600, before it between 1.2 % and 2.1 %`. */
function pilotWords(learned: Learned, unit: Unit, words: QuantityWords, behind: string): string {
  const { before } = learned;
  const ends = [quantile(before, 0.05), quantile(before, 0.95)];
  const [low, high] = showRoughly(ends, ends[1]! - ends[0]!, unit);
  if ('with' in learned) {
    const names = learned.with.map((path) => path.replace(/^channels\./, ''));
    return words.movedAlong(names, low!, high! + behind);
  }
  const { seen } = learned;
  const shown =
    seen.kind === 'counted'
      ? words.counted(showExactly(seen.successes, 'count'), showExactly(seen.trials, 'count'))
      : showRoughly([seen.value], seen.value * seen.spread, unit)[0]! + behind;
  return words.learned(shown, low!, high! + behind);
}
