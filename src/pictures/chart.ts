import type { VNode } from 'preact';
import type { PictureTheme } from './theme.ts';

/** A picture with everything that must stand beside it, in the words of one language. */
export interface Chart {
  /** Unique among the charts of a report. */
  readonly id: string;
  readonly title: string;
  /** What is drawn, and in what unit. */
  readonly caption: string;
  /** What it tells, in a sentence. */
  readonly summary: string;
  /** The same as figures. */
  readonly table: ChartTable;
  /** As wide as there is room. */
  readonly draw: (width: number, theme: PictureTheme) => VNode;
}

export interface ChartTable {
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}
