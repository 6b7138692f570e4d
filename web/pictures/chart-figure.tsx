import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chart } from '../../src/pictures/chart.ts';
import { pageTheme } from '../../src/pictures/theme.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { useWidth } from '../parts/use-width.ts';
import { download } from './download.ts';
import { drawInTurn } from './draw-queue.ts';

export interface ChartFigureProps {
  readonly chart: Chart;
  /** Between the title and the picture. */
  readonly children?: ComponentChildren;
}

/** A chart with its caption, the same in words and as a table, and ways to save it. */
export function ChartFigure({ chart, children }: ChartFigureProps) {
  const words = useWords().views.figure;
  const { title, caption, summary, table, id } = chart;
  return (
    <section class="chart" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{title}</h3>
      <p class="caption">{caption}</p>
      {children}
      <Drawing chart={chart} />
      <p class="note">{summary}</p>
      <div class="chart-foot">
        <details>
          <summary>{words.table}</summary>
          <div class="scrolls" tabIndex={0} role="region" aria-label={`${words.table}: ${title}`}>
            <Table caption={caption} columns={figureColumns(table.columns)} rows={table.rows} />
          </div>
        </details>
        <button
          type="button"
          class="quiet"
          aria-label={words.saveAs(title, 'SVG')}
          onClick={() => void save(chart, 'svg')}
        >
          SVG
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={words.saveAs(title, 'PNG')}
          onClick={() => void save(chart, 'png')}
        >
          PNG
        </button>
      </div>
    </section>
  );
}

async function save(chart: Chart, kind: 'svg' | 'png'): Promise<void> {
  const { pngBlob, svgBlob } = await import('./save-picture.ts');
  download(`${chart.id}.${kind}`, kind === 'svg' ? svgBlob(chart) : await pngBlob(chart));
}

export interface DrawingProps {
  readonly chart: Chart;
  /** Follows the hand: not queued behind other pictures. */
  readonly now?: boolean;
}

/** The picture, drawn when its turn comes, as wide as its place. */
export function Drawing({ chart, now = false }: DrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [turn, setTurn] = useState<{ readonly chart: Chart; readonly width: number }>();
  useEffect(() => (width === 0 || now ? undefined : drawInTurn(() => setTurn({ chart, width }))), [chart, width, now]);
  const shown = now && width > 0 ? { chart, width } : turn;
  return (
    <div class="drawing" ref={box}>
      {shown?.chart.draw(shown.width, pageTheme)}
    </div>
  );
}
