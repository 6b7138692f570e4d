import type { Scatter } from '../sensitivity/influence.ts';
import { axisOf, type TickText } from './axis.ts';
import { Frame, type PictureProps } from './frame.tsx';
import { cellsOf } from './multiples-layout.ts';
import { layOutScatter } from './scatter-layout.ts';
import { fitText } from './text.ts';

export interface ScatterPictureProps extends PictureProps {
  readonly scatters: readonly (Scatter & { readonly name: string })[];
  /** A value of the outcome for its axis. */
  readonly tick: TickText;
  /** Values at the ends of an assumption's axis. */
  readonly ends: (id: string, values: readonly [number, number]) => readonly [string, string];
}

const HEADING = 24;
const PLOT = 130;
const AXIS = 20;
/** Numbers of the outcome, at the left of each row. */
const LEFT = 44;
const MOST_IN_ROW = 3;

/** The outcome against each of several assumptions, in small pictures on one scale: a dot for a draw, a line for the mean. */
export function ScatterPicture({ scatters, tick, ends, ...frame }: ScatterPictureProps) {
  const { width, theme } = frame;
  const size = HEADING + PLOT + AXIS;
  const { cells, height } = cellsOf(scatters.length, width - LEFT, size, Math.min(scatters.length, MOST_IN_ROW));
  const outcomes = scatters.flatMap(({ points }) => points.map(([, outcome]) => outcome));
  return (
    <Frame {...frame} height={height + 2}>
      {scatters.map((scatter, k) => {
        const cell = { ...cells[k]!, x: LEFT + cells[k]!.x };
        const [top, base] = [cell.y + HEADING, cell.y + HEADING + PLOT];
        const y = axisOf(outcomes, [base, top], 4);
        const numbers = y.ticks.map(({ value }) => value);
        const layout = layOutScatter(scatter, y, cell);
        const [low, high] = ends(scatter.id, layout.ends);
        return (
          <g key={scatter.id}>
            <text x={cell.x} y={cell.y + 12} font-weight="600">
              {fitText(scatter.name, cell.width, 'bold')}
            </text>
            {y.ticks.map(({ at, value }) => (
              <g key={value}>
                <line
                  x1={cell.x}
                  x2={cell.x + cell.width}
                  y1={at}
                  y2={at}
                  stroke={value === 0 ? theme.faint : theme.rule}
                />
                {cell.x === LEFT && (
                  <text x={LEFT - 6} y={at + 4} text-anchor="end" fill={theme.faint}>
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
