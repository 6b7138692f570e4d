import type { Repair } from '../../domain.ts';
import { sideOf } from '../broken-limits.ts';
import { fieldsBehind, isExact, sidesOf, type Switch } from './field.ts';
import { leastChanges } from './least-changes.ts';
import { multiplies } from './needed-move.ts';
import { releasesOf, repairBy, withoutField } from './releases.ts';
import { inOrder } from './repairs.ts';
import type { WholeProblem } from './whole-program.ts';

/**
 * Changes that make a plan possible all together, of least sum in proportion to the numbers that are changed; what is left out counts as a
 * number that goes to nothing, and a period that is opened as its share of the field's. The least there is where no
 * changed number multiplies spend; where one does (shares, ratios, steps as shares, concentration) it is sought, so that another set may
 * be smaller. A plan is at hand that keeps all limits after the changes. Undefined where none is found.
 *
 * @param today  spend by column
 */
export function repairTogether(
  problem: WholeProblem,
  today: Float64Array,
): { readonly together: readonly Repair[]; readonly togetherIsLeast: boolean } | undefined {
  const { limits, nonlinear, settled } = problem;
  const ahead = limits.filter(({ terms }) => terms.some(({ period }) => period >= settled));
  const { fields, switches } = fieldsBehind([...ahead.flatMap(sidesOf), ...nonlinear.map(sideOf)]);
  const releases = switches.flatMap((one) => releasesOf(one, ahead));
  // From nothing no share leads up: such a field is left out where no number in any does.
  const multiplying = fields.filter((field) => multiplies(problem, field));
  const best =
    leastChanges(problem, { fields, releases, today }) ??
    leastChanges(problem, { fields, releases: [...releases, ...multiplying.map(withoutField)], today });
  if (best === undefined) return undefined;
  const { moves, released } = best;
  const changes = fields.flatMap((field, k): Repair[] => {
    const by = field.sign * moves[k]!;
    // What is to be met to the unit may not be rounded: others were moved beside it.
    return by === 0 ? [] : [{ ...field.of, kind: 'change', by, ...(isExact(field.of.limit) ? { byAtMost: by } : {}) }];
  });
  const given = [...new Set(released.map(({ of }) => of))].map((of) =>
    repairBy(
      of,
      released.filter((one) => one.of === of),
      ahead,
    ),
  );
  const together = inOrder([...changes, ...given]);
  // Nothing to change means that some plan keeps all limits but for rounding: there is nothing to tell.
  if (together.length === 0) return undefined;
  return { together, togetherIsLeast: best.isLeast };
}

/** The smallest opening of periods that a field closes with which there is a plan; undefined where there is none, or it closes no periods. */
export function smallestOpening(problem: WholeProblem, of: Switch): Repair | undefined {
  const releases = releasesOf(of, problem.limits);
  if (releases.some(({ period }) => period === undefined)) return undefined;
  const found = leastChanges(problem, { fields: [], releases, today: nothing(problem) });
  return found && repairBy(of, found.released, problem.limits);
}

/** Whether any plan keeps all limits, as far as programs with whole numbers tell. */
export function hasPlan(problem: WholeProblem): boolean {
  return leastChanges(problem, { fields: [], releases: [], today: nothing(problem) }) !== undefined;
}

function nothing({ channels, periods }: WholeProblem): Float64Array {
  return new Float64Array(channels * periods);
}
