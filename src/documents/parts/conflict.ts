import type { Report } from '../../domain.ts';
import { repairGroups } from '../../report/sentences/conflict.ts';
import { groupLimits } from '../../report/sentences/limits.ts';
import { sentenceSection, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** More changes than these are no help. */
const MOST_REPAIRS = 10;

/** Why there is no recommended plan, and what would make one possible. */
export function conflictSections(
  report: Report,
  { result: { conflict: words } }: DocumentWords,
): readonly (Section | undefined)[] {
  const { optimization } = report;
  if (optimization === undefined || 'plan' in optimization) return [];
  if (optimization.status === 'unbounded') {
    return [sentenceSection(words.advice, [words.unbounded(report, optimization.channel)])];
  }
  if (optimization.status === 'unreachable') {
    return [sentenceSection(words.advice, [words.beyondReach(report, optimization)])];
  }
  const repairs = repairGroups(report, optimization.repairs).slice(0, MOST_REPAIRS);
  return [
    sentenceSection(
      words.title,
      groupLimits(report, optimization.conflict).map((group) => words.together(report, group)),
    ),
    repairs.length === 0
      ? sentenceSection(words.advice, [words.noSingleRepair])
      : sentenceSection(
          words.repairs,
          repairs.map((group) => words.repair(report, group)),
        ),
  ];
}
