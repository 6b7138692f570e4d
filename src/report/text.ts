import type { Report } from '../domain.ts';
import { budgetSection } from './text/budget.ts';
import { periodSection } from './text/by-period.ts';
import { certaintySection } from './text/certainty.ts';
import { channelSection } from './text/channels.ts';
import { conflictSections } from './text/conflict.ts';
import { limitSection } from './text/limits.ts';
import { noteSection } from './text/notes.ts';
import { outlookSection } from './text/outlook.ts';
import { laidOut, type Page, type Section } from './text/page.ts';
import { noPaint, type Paint } from './text/paint.ts';
import type { TextWords } from './languages/text-words.ts';
import { textWordsEn } from './languages/text-words-en.ts';
import { planSection } from './text/plan.ts';
import { profitSection } from './text/profit.ts';
import { rangeSection } from './text/ranges.ts';
import { reasonSection } from './text/reasons.ts';
import { replanSection } from './text/replan.ts';
import { targetSection } from './text/targets.ts';
import { top } from './text/top.ts';

export interface TextOptions {
  /** Columns of a line, at least 80; 100 when left out. */
  readonly width?: number;
  readonly paint?: Paint;
  /** The language; English when left out. */
  readonly words?: TextWords;
  /** Sections of the caller's after all others, such as what to do next. */
  readonly further?: readonly Section[];
}

const USUAL_WIDTH = 100;
const SMALLEST_WIDTH = 80;

/** A report for people, as text that ends with a line end. */
export function reportText(report: Report, options: TextOptions = {}): string {
  const { width = USUAL_WIDTH, paint = noPaint, words = textWordsEn } = options;
  const page: Page = { report, width: Math.max(SMALLEST_WIDTH, width), paint, words };
  const sections = [
    ...conflictSections(page),
    replanSection(page),
    planSection(page),
    reasonSection(page),
    rangeSection(page),
    channelSection(page),
    profitSection(page),
    outlookSection(page),
    targetSection(page),
    periodSection(page),
    limitSection(page),
    budgetSection(page),
    certaintySection(page),
    noteSection(page),
    ...(options.further ?? []),
  ].filter((section) => section !== undefined);
  // No-break spaces have kept words together until here.
  return `${[...top(page), ...laidOut(sections, page)].join('\n').replaceAll('\u00a0', ' ')}\n`;
}
