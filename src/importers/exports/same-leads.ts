import type { Extract } from './extract.ts';
import type { ExportRow } from './export-row.ts';

/** What is known of the leads of earlier files of a program. */
export interface EarlierLeads {
  /** How many there are by source and minute: those with a number, and those without. */
  readonly moments: { readonly numbered: Map<string, number>; readonly bare: Map<string, number> };
  /** Days on which there are any. */
  readonly days: { readonly numbered: Set<number>; readonly bare: Set<number> };
}

/** What comparing leads by source and minute says of each row: it is an earlier one, may be one, or is none. */
export type Likeness = 'same' | 'maybe' | 'other';

export function noLeads(): EarlierLeads {
  return { moments: { numbered: new Map(), bare: new Map() }, days: { numbered: new Set(), bare: new Set() } };
}

/**
 * Which rows of a file are leads of earlier ones: as many of each source and minute as these have, where not both have numbers,
 * by which they are told apart otherwise. Without a minute nobody knows.
 */
export function likenessOf({ rows }: Pick<Extract, 'rows'>, { moments, days }: EarlierLeads): readonly Likeness[] {
  const met = new Map<string, number>();
  return rows.map((row) => {
    const moment = momentOf(row);
    const place = moment === undefined ? 0 : countUp(met, moment);
    // Rows with numbers are told from others with numbers.
    const others = row.key === undefined ? (['numbered', 'bare'] as const) : (['bare'] as const);
    const earlier = others.reduce(
      (sum, kind) => sum + (moment === undefined ? 0 : (moments[kind].get(moment) ?? 0)),
      0,
    );
    if (place > 0 && place <= earlier) return 'same';
    const { day } = row;
    return day !== undefined && others.some((kind) => days[kind].has(day.first)) ? 'maybe' : 'other';
  });
}

/** Adds the leads of a file to those of earlier ones. */
export function remember(rows: readonly ExportRow[], { moments, days }: EarlierLeads): void {
  for (const row of rows) {
    const kind = row.key === undefined ? 'bare' : 'numbered';
    const moment = momentOf(row);
    if (moment !== undefined) countUp(moments[kind], moment);
    if (row.day !== undefined) days[kind].add(row.day.first);
  }
}

function momentOf({ day, minute, source = '' }: ExportRow): string | undefined {
  return day === undefined || minute === undefined ? undefined : JSON.stringify([day.first, minute, source]);
}

function countUp(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
}
