import type { Scenario } from '../domain.ts';
import type { Issue } from '../errors.ts';
import { listText } from '../report/sentences/words.ts';
import type { Reading } from '../scenario/schema/leaf.ts';
import { periodsNamed, upTo, ZERO, type When } from './spent-words.ts';

/** Where something was written, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Collects what was spent in which channel and period, and everything that is wrong with it. */
export interface Ledger {
  /** What something means; undefined, and an issue, where it means nothing. */
  readonly understood: <T>(reading: Reading<T>, place: Place) => T | undefined;
  readonly refuse: (message: string, place: Place, advice?: string) => void;
  /** Days of one period are added up; the same period or day twice is a mistake. */
  readonly enter: (channel: string, when: When, amount: number, place: Place) => void;
  /** What was spent by channel, a number for each past period. */
  readonly spent: () => Readonly<Record<string, readonly number[]>>;
  /** Everything wrong; of gaps nothing is said where another mistake may be their reason. */
  readonly issues: () => readonly Issue[];
}

/** Opens an empty ledger for the first `past` periods of a scenario's plan. */
export function openLedger(scenario: Scenario, past: number, file: string | undefined): Ledger {
  const { unit } = scenario.horizon;
  const spent = new Map(Object.keys(scenario.channels).map((name) => [name, new Float64Array(past)]));
  /** Lines of what was entered, by channel and period, or channel and day. */
  const lines = new Map<string, number>();
  const issues: Issue[] = [];
  return { understood, refuse, enter, spent: record, issues: withGaps };

  function understood<T>(reading: Reading<T>, place: Place): T | undefined {
    if (reading.ok) return reading.value;
    const { ok: _, ...mistake } = reading;
    add(mistake, place);
    return undefined;
  }

  function refuse(message: string, place: Place, advice?: string): void {
    add({ message, ...(advice === undefined ? {} : { advice }) }, place);
  }

  function add(mistake: Pick<Issue, 'message' | 'advice' | 'replacement'>, place?: Place): void {
    const where = place === undefined ? {} : { line: place.line, column: place.column };
    issues.push({ severity: 'error', path: '', ...mistake, ...(file === undefined ? {} : { file }), ...where });
  }

  function enter(channel: string, { period, day }: When, amount: number, place: Place): void {
    const [whole, days] = [`${channel} ${period}`, `${channel} ${period}, by days`];
    const own = day === undefined ? whole : `${channel} ${day}`;
    // What was spent in a whole period leaves nothing to its days.
    const first = lines.get(own) ?? lines.get(day === undefined ? days : whole);
    if (first !== undefined) {
      const what = `${channel} in ${day ?? `${unit} ${period}`}`;
      refuse(`${what} is given twice, first in line ${first}`, place, 'Delete one of the two.');
      return;
    }
    lines.set(own, place.line);
    if (day !== undefined) lines.set(days, place.line);
    const row = spent.get(channel)!;
    row[period - 1] = row[period - 1]! + amount;
  }

  function record(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries([...spent].map(([name, row]) => [name, [...row]]));
  }

  function withGaps(): readonly Issue[] {
    if (issues.length > 0) return issues.toSorted((a, b) => a.line! - b.line! || a.column! - b.column!);
    const silent = new Map<string, string[]>();
    for (const name of spent.keys()) {
      const open = upTo(past).filter((t) => !lines.has(`${name} ${t}`) && !lines.has(`${name} ${t}, by days`));
      if (open.length === 0) continue;
      const gap = periodsNamed(open, unit);
      silent.set(gap, [...(silent.get(gap) ?? []), name]);
    }
    const gaps = [...silent].map(([gap, names]) => `${listText(names)} in ${gap}`);
    if (gaps.length > 0) add({ message: `nothing is said about ${gaps.join(', or ')}`, advice: ZERO });
    return issues;
  }
}
