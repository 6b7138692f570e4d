import { cloneElement } from 'preact';
import type { Chart } from '../../pictures/chart.ts';
import { pageTheme } from '../../pictures/theme.ts';
import { figureColumns, text } from '../document.ts';
import { ReportTable } from './report-table.tsx';

/** Pixels: of a page and of a phone. */
const WIDE = 760;
const NARROW = 350;

export interface ReportChartProps {
  readonly chart: Chart;
  /** Opens the table. */
  readonly asTable: string;
}

/**
 * A chart with what it tells in words and as a table. It is drawn twice, since nothing in the file could draw it anew for
 * a narrow screen; the style sheet shows one of them.
 */
export function ReportChart({ chart: { id, title, caption, summary, table, draw }, asTable }: ReportChartProps) {
  const { columns, rows } = table;
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      <div class="wide">{draw(WIDE, pageTheme)}</div>
      <div class="narrow">{cloneElement(draw(NARROW, pageTheme), { id: `${id}-narrow` })}</div>
      <p class="note">{summary}</p>
      <details>
        <summary>{asTable}</summary>
        <ReportTable
          name={title}
          caption={caption}
          isLong
          columns={figureColumns(columns)}
          rows={rows.map((row) => row.map(text))}
        />
      </details>
    </figure>
  );
}
