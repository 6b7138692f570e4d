/** A report as something to be read from top to bottom, whatever it is written down in: no numbers left to format. */
import type { Chart } from '../pictures/chart.ts';
import type { Figure } from '../report/numbers/estimate.ts';

export interface ReportDocument {
  /** Tag of its language, such as `zh-CN`. */
  readonly language: string;
  /** Heading of the paragraph that stands for the whole. */
  readonly summaryTitle: string;
  readonly title: string;
  /** What it is about, and how long. */
  readonly subtitle: string;
  /** One paragraph for those who read no further. */
  readonly summary: string;
  readonly keyFigures: KeyFigures | undefined;
  readonly sections: readonly Section[];
  /** Opens the table behind a chart. */
  readonly asTable: string;
  /** What made it, at its end. */
  readonly madeBy: string;
}

export interface KeyFigures {
  readonly title: string;
  readonly items: readonly KeyFigure[];
}

export interface KeyFigure {
  readonly name: string;
  readonly figure: Figure;
  /** What it is today. */
  readonly beside?: string;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | {
      readonly kind: 'sentences';
      readonly sentences: readonly string[];
      /** Where it is not the document's. */
      readonly language?: string;
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart };

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly TableCell[])[];
  /** The last row adds up the others. */
  readonly total?: boolean;
  /** A row for each period, of which there may be many: rows stay rows where they do not fit. */
  readonly isLong?: true;
}

export interface TableCell extends Figure {
  /** Stands out from the others. */
  readonly strong?: boolean;
  /** Share of what it is to reach, above 1 for more: the depth of its colour where there are colours. */
  readonly reached?: number;
}

export interface Column {
  readonly heading: string;
  /** Figures stand at the right. */
  readonly align?: 'right';
  /** Of its cells, where it is not the document's. */
  readonly language?: string;
}

/** A section of sentences, and none where there are none. */
export function sentenceSection(title: string, sentences: readonly string[], language?: string): Section | undefined {
  if (sentences.length === 0) return undefined;
  return { title, blocks: [{ kind: 'sentences', sentences, ...(language === undefined ? {} : { language }) }] };
}

/** Columns of which the first names the rows and the others hold figures. */
export function figureColumns(headings: readonly string[]): readonly Column[] {
  return headings.map((heading, c) => (c === 0 ? { heading } : { heading, align: 'right' }));
}

/** A cell that is no simulated figure. */
export function text(value: string): Figure {
  return { text: value };
}
