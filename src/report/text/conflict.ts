import type { Optimization } from '../../domain.ts';
import { repairGroups } from '../sentences/conflict.ts';
import {
  noSingleRepair,
  notFoundAdvice,
  repairText,
  togetherText,
  unboundedAdvice,
} from '../sentences/conflict-words.ts';
import { groupLimits } from '../sentences/limits.ts';
import { beyondReachAdvice } from '../sentences/wish-words.ts';
import { beyondReach } from '../sentences/wishes.ts';
import type { Page, Section } from './page.ts';
import { wrap, wrapItems } from './wrap.ts';

const MOST_LINES = 10;

/** Why there is no recommended plan and what would make one possible; undefined where there is one. */
export function conflictSections(page: Page): readonly Section[] {
  const { optimization } = page.report;
  if (optimization === undefined || 'plan' in optimization) return [];
  if (optimization.status === 'infeasible') return infeasible(page, optimization);
  if (optimization.status === 'unbounded') {
    const advice = unboundedAdvice(page.report, optimization.channel);
    return [{ title: 'What to do', lines: wrap(advice, page.width) }];
  }
  const advice = beyondReachAdvice(beyondReach(page.report, optimization), page.report);
  return [{ title: 'What to do', lines: wrap(advice, page.width) }];
}

function infeasible(page: Page, found: Extract<Optimization, { status: 'infeasible' }>): Section[] {
  const { width, report } = page;
  const listed = (texts: readonly string[]) => {
    const shown = wrapItems(texts.slice(0, MOST_LINES), width);
    return texts.length > MOST_LINES ? [...shown, `  and ${texts.length - MOST_LINES} more`] : shown;
  };
  if (!found.proven) return [{ title: 'What to do', lines: wrap(notFoundAdvice, width) }];
  const together = groupLimits(report, found.conflict).map((group) => togetherText(report, group));
  const sections = [{ title: 'These limits cannot hold together', lines: listed(together) }];
  if (found.repairs.length === 0) {
    return [...sections, { title: 'What to do', lines: wrap(noSingleRepair, width) }];
  }
  const repairs = repairGroups(report, found.repairs).map((group) => repairText(report, group));
  const title =
    found.repairs.length === 1
      ? 'This change would make a plan possible'
      : 'Any one of these changes would make a plan possible';
  return [...sections, { title, lines: listed(repairs) }];
}
