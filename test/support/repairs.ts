import { numberBehind } from '../../src/constraints/number-behind.ts';
import type { Repair, Scenario } from '../../src/domain.ts';
import { legibleNumber } from '../../src/report/sentences/legible-number.ts';

/** By how much the number of a field has to rise, or fall below 0; not a number where no number has to. */
export function moveOf(repair: Repair): number {
  return repair.kind === 'change' ? repair.by : Number.NaN;
}

/** The same change to the number that is told, which is easy to read. */
export function asTold(repair: Repair): Repair {
  const behind = numberBehind(repair);
  if (repair.kind !== 'change' || behind === undefined) return repair;
  return { ...repair, by: legibleNumber(behind.number, repair, behind.unit) - behind.number };
}

/** The file after all changes. Numbers that may move further do, by a share `more` of their move. */
export function repaired(of: Scenario, repairs: readonly Repair[], more = 0): Scenario {
  const changed = structuredClone(of);
  for (const repair of repairs) {
    const steps = repair.limit.path.split(/[.[\]]+/).filter((step) => step !== '');
    const last = steps.pop()!;
    const owner = steps.reduce((at, step) => at[step] as Fields, changed as unknown as Fields);
    if (repair.kind === 'leave out') delete owner[last];
    else if (repair.kind === 'change') {
      owner[last] = (owner[last] as number) + repair.by * (repair.byAtMost === undefined ? 1 + more : 1);
    } else owner[last] = Array.isArray(owner) ? repair.spans : repair.spans[0];
  }
  // A span of dark periods may have become several, or none.
  for (const { limits } of Object.values(changed.channels)) {
    if (limits.dark !== undefined) (limits as unknown as Fields).dark = limits.dark.flat().filter(Boolean);
  }
  return changed;
}

type Fields = Record<string, unknown>;
