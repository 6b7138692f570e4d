import type { Scatter } from '../sensitivity/influence.ts';
import { axisOf, type TickText } from './axis.ts';
import { Frame, type PictureProps } from './frame.tsx';
import { cellsOf } from './multiples-layout.ts';
import { layOutScatter } from './scatter-layout.ts';
import { NameLines } from './name-lines.tsx';
import { fitLines, LINE_HEIGHT, textWidth } from './text.ts';

export interface ScatterPictureProps extends PictureProps {
  readonly scatters: readonly (Scatter & { readonly name: string })[];
  /** A value of the outcome for its axis. */
  readonly tick: TickText;
  /** Values at the ends of an assumption's axis. */
  readonly ends: (id: string, values: readonly [number, number]) => readonly [string, string];
}

const HEADING = 9;
const PLOT = 130;
const AXIS = 20;
/** From the numbers of the outcome, at the left of each row, to the first picture. */
const GAP = 6;
const MOST_IN_ROW = 3;

/** The outcome against each of several assumptions, in small pictures on one scale: a dot for a draw, a line for the mean. */
export function ScatterPicture({ scatters, tick, ends, ...frame }: ScatterPictureProps) {
  const { width, theme } = frame;
  const outcomes = scatters.flatMap(({ points }) => points.map(([, outcome]) => outcome));
  const { ticks } = axisOf(outcomes, [PLOT, 0], 4);
  const numbers = ticks.map(({ value }) => value);
  const left = Math.ceil(Math.max(...numbers.map((value) => textWidth(tick(value, numbers))))) + GAP;
  const inRow = Math.min(scatters.length, MOST_IN_ROW);
  const cellWidth = cellsOf(scatters.length, width - left, 0, inRow).cells[0]!.width;
  const names = scatters.map(({ name }) => fitLines(name, cellWidth, 'bold'));
  const heading = HEADING + LINE_HEIGHT * Math.max(...names.map((lines) => lines.length));
  const { cells, height } = cellsOf(scatters.length, width - left, heading + PLOT + AXIS, inRow);
  return (
    <Frame {...frame} height={height + 2}>
      {scatters.map((scatter, k) => {
        const cell = { ...cells[k]!, x: left + cells[k]!.x };
        const [top, base] = [cell.y + heading, cell.y + heading + PLOT];
        const y = axisOf(outcomes, [base, top], 4);
        const layout = layOutScatter(scatter, y, cell);
        const [low, high] = ends(scatter.id, layout.ends);
        return (
          <g key={scatter.id}>
            <NameLines lines={names[k]!} x={cell.x} y={cell.y + 12} bold />
            {y.ticks.map(({ at, value }) => (
              <g key={value}>
                <line
                  x1={cell.x}
                  x2={cell.x + cell.width}
                  y1={at}
                  y2={at}
                  stroke={value === 0 ? theme.faint : theme.rule}
                />
                {cell.x === left && (
                  <text x={left - GAP} y={at + 4} text-anchor="end" fill={theme.faint}>
                    {tick(value, numbers)}
                  </text>
                )}
              </g>
            ))}
            {layout.dots.map(([cx, cy], i) => (
              <circle key={i} cx={rounded(cx)} cy={rounded(cy)} r={2} fill={theme.today} fill-opacity={0.45} />
            ))}
            <path d={layout.mean} fill="none" stroke={theme.recommended} stroke-width={2.5} />
            <text x={cell.x} y={base + 16} fill={theme.faint}>
              {low}
            </text>
            <text x={cell.x + cell.width} y={base + 16} text-anchor="end" fill={theme.faint}>
              {high}
            </text>
          </g>
        );
      })}
    </Frame>
  );
}

/** A tenth of a pixel is enough. */
function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
