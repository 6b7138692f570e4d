import type { ResponseCurve } from '../runs/details.ts';
import { layOutCurve } from './curve-layout.ts';
import { Frame, type PictureProps } from './frame.tsx';
import { cellsOf } from './multiples-layout.ts';
import { fitText } from './text.ts';

export interface CurvesPictureProps extends PictureProps {
  readonly curves: readonly (ResponseCurve & { readonly name: string })[];
  readonly tick: (value: number) => string;
  /** Said at the points of the first picture. */
  readonly labels: { readonly today: string; readonly plan: string };
  /** Written where data end. */
  readonly observed: string;
}

const HEADING = 22;
const PLOT = 96;
const AXIS = 20;

/** What each channel adds at different spends, in small pictures on one scale, with today's and the plan's spend. */
export function CurvesPicture({ curves, tick, labels, observed, ...frame }: CurvesPictureProps) {
  const { width, theme } = frame;
  const { cells, height } = cellsOf(curves.length, width, HEADING + PLOT + AXIS);
  const most = Math.max(...curves.flatMap(({ points }) => points.map(({ high }) => high)), 0) || 1;
  return (
    <Frame {...frame} height={height + 2}>
      {curves.map((curve, c) => {
        const cell = cells[c]!;
        const plot = { ...cell, y: cell.y + HEADING, height: PLOT };
        const layout = layOutCurve(curve, most, plot);
        const base = plot.y + PLOT;
        const end = curve.points.at(-1)!.spend;
        return (
          <g key={curve.channel}>
            <text x={cell.x} y={cell.y + 12} font-weight="600">
              {fitText(curve.name, cell.width, 'bold')}
            </text>
            <path d={layout.band} fill={theme.recommended} fill-opacity={0.16} />
            <path d={layout.mean} fill="none" stroke={theme.recommended} stroke-width={2} />
            {layout.observed !== undefined && (
              <g>
                <line
                  x1={layout.observed}
                  x2={layout.observed}
                  y1={plot.y}
                  y2={base}
                  stroke={theme.faint}
                  stroke-dasharray="2 3"
                />
                <text x={layout.observed - 4} y={plot.y + 10} text-anchor="end" fill={theme.faint}>
                  {observed}
                </text>
              </g>
            )}
            <line x1={cell.x} x2={cell.x + cell.width} y1={base} y2={base} stroke={theme.faint} />
            <circle
              cx={layout.today[0]}
              cy={layout.today[1]}
              r={4.5}
              fill={theme.paper}
              stroke={theme.today}
              stroke-width={2}
            />
            <circle cx={layout.plan[0]} cy={layout.plan[1]} r={4.5} fill={theme.recommended} />
            {c === 0 && <Labels labels={labels} cell={plot} theme={theme} />}
            <text x={cell.x} y={base + 15} fill={theme.faint}>
              0
            </text>
            <text x={cell.x + cell.width} y={base + 15} text-anchor="end" fill={theme.faint}>
              {tick(Number(end.toPrecision(2)))}
            </text>
          </g>
        );
      })}
    </Frame>
  );
}

interface LabelsProps extends Pick<CurvesPictureProps, 'labels' | 'theme'> {
  readonly cell: { readonly x: number; readonly y: number };
}

/** Names of the points, of which there is one where today's plan is the only one, in the corner that a curve leaves free. */
function Labels({ labels, theme, cell: { x, y } }: LabelsProps) {
  return (
    <g font-weight="600">
      {labels.today !== labels.plan && (
        <>
          <circle cx={x + 6} cy={y + 8} r={4.5} fill={theme.paper} stroke={theme.today} stroke-width={2} />
          <text x={x + 15} y={y + 12} fill={theme.today}>
            {labels.today}
          </text>
        </>
      )}
      <circle cx={x + 6} cy={y + 24} r={4.5} fill={theme.recommended} />
      <text x={x + 15} y={y + 28} fill={theme.recommended}>
        {labels.plan}
      </text>
    </g>
  );
}
