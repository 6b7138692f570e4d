import type { DocumentWords } from '../languages/document-words.ts';

/** What a plan of a report is called. */
export function planLabel(plan: string, { charts, otherPlans }: DocumentWords): string {
  if (plan === 'today') return charts.today;
  if (plan === 'recommended') return charts.recommended;
  if (plan === 'nearest') return charts.nearest;
  return otherPlans[plan] ?? plan;
}
