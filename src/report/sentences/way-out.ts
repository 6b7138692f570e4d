import type { Optimization, Repair, Report } from '../../domain.ts';
import type { ConflictWords } from '../languages/result-words.ts';
import { conflictGroups, repairGroups } from './conflict.ts';
import type { GroupOf } from './limits.ts';

/** Why there is no recommended plan, and what would make one possible, in the words of one language; each part may be empty. */
export interface WayOut {
  /** Each set of limits that clash apart from the others. */
  readonly clashes: readonly ToldClash[];
  /** What to do where no single change is known. */
  readonly advice: readonly string[];
}

/** Limits that cannot hold together, and changes of which any one would do, under their titles. */
export interface ToldClash {
  readonly title: string;
  readonly together: readonly string[];
  readonly repairsTitle: string;
  readonly repairs: readonly GroupOf<Repair>[];
}

type Infeasible = Extract<Optimization, { readonly status: 'infeasible' }>;

/** What to do where no single change is enough. */
function ofSeveral(report: Report, { together = [], togetherIsLeast }: Infeasible, words: ConflictWords): string {
  const changes = repairGroups(report, together).flatMap((group) =>
    // Of several periods each is meant, and not one of them.
    group.members.flatMap((member) => repairGroups(report, [member])),
  );
  return changes.length === 0
    ? words.noSingleRepair
    : words.repairTogether(
        changes.map((group) => words.repair(report, group)),
        togetherIsLeast === true,
      );
}

/** Undefined where there is a plan, or none was looked for. */
export function wayOut(report: Report, words: ConflictWords): WayOut | undefined {
  const { optimization: found } = report;
  if (found === undefined || 'plan' in found) return undefined;
  const only = (advice: string): WayOut => ({ clashes: [], advice: [advice] });
  if (found.status === 'unbounded') return only(words.unbounded(report, found.channel));
  if (found.status === 'unreachable') return only(words.beyondReach(report, found));
  if (!found.proven) return only(words.notFound);
  const { clashes = [found] } = found;
  return {
    clashes: clashes.map(({ conflict, repairs }, k) => {
      const groups = repairGroups(report, repairs);
      return {
        title: k === 0 ? words.title : words.titleOfNext,
        together: conflictGroups(report, conflict).map((group) => words.together(report, group)),
        repairsTitle: clashes.length > 1 ? words.repairsOfOne(groups.length) : words.repairs(groups.length),
        repairs: groups,
      };
    }),
    advice: found.repairs.length === 0 ? [ofSeveral(report, found, words)] : [],
  };
}
