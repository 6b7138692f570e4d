import type { Report } from '../../domain.ts';
import type { Paint } from './paint.ts';

/** What every part of the text is made from. */
export interface Page {
  readonly report: Report;
  /** Columns of a line. */
  readonly width: number;
  readonly paint: Paint;
}

/** A part of the text under a title of its own. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Each section under its title, an empty line before each. */
export function laidOut(sections: readonly Section[], paint: Paint): string[] {
  return sections.flatMap(({ title, lines }) => ['', paint('strong', title), ...lines]);
}
