import type { LinearLimit } from '../../domain.ts';

/**
 * The same limits without terms of amounts that can be nothing but 0, because one limit says so or allows no more than multiples of
 * others that are. Solvers keep to 0 but for rounding, of which large multiples are money.
 */
export function withoutNothing(limits: readonly LinearLimit[]): readonly LinearLimit[] {
  const nothing = new Set<string>();
  const isNothing = ({ channel, period }: LinearLimit['terms'][number]) => nothing.has(`${channel} ${period}`);
  let known = -1;
  while (nothing.size > known) {
    known = nothing.size;
    for (const { terms, most } of limits) {
      const left = terms.filter((term) => term.coefficient !== 0 && !isNothing(term));
      if (most === undefined || most > 0 || left.some(({ coefficient }) => coefficient < 0)) continue;
      for (const { channel, period } of left) nothing.add(`${channel} ${period}`);
    }
  }
  return limits.map((limit) => ({ ...limit, terms: limit.terms.filter((term) => !isNothing(term)) }));
}
