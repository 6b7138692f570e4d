import { Frame, type PictureProps } from './frame.tsx';
import { cellsOf, stepsOf } from './multiples-layout.ts';
import { fitText } from './text.ts';

export interface MultiplesPictureProps extends PictureProps {
  readonly channels: readonly {
    readonly name: string;
    /** Said after the name. */
    readonly note: string;
    readonly today: readonly number[];
    readonly recommended?: readonly number[];
  }[];
}

const HEADING = 34;
const PLOT = 54;

/** What each channel gets by period, today and recommended, in small pictures on one scale. */
export function MultiplesPicture({ channels, ...frame }: MultiplesPictureProps) {
  const { width, theme } = frame;
  const { cells, height } = cellsOf(channels.length, width, HEADING + PLOT);
  const most = Math.max(...channels.flatMap(({ today, recommended }) => [...today, ...(recommended ?? [])]), 0) || 1;
  return (
    <Frame {...frame} height={height + 4}>
      {channels.map(({ name, note, today, recommended }, c) => {
        const cell = cells[c]!;
        const plot = { ...cell, y: cell.y + HEADING, height: PLOT };
        const base = plot.y + PLOT;
        const path = recommended === undefined ? undefined : stepsOf(recommended, most, plot);
        return (
          <g key={c}>
            <text x={cell.x} y={cell.y + 12} font-weight="600">
              {fitText(name, cell.width, 'bold')}
            </text>
            <text x={cell.x} y={cell.y + 27} fill={theme.faint}>
              {fitText(note, cell.width)}
            </text>
            {path !== undefined && (
              <path d={`${path}V${base}H${cell.x}Z`} fill={theme.recommended} fill-opacity={0.2} />
            )}
            {path !== undefined && <path d={path} fill="none" stroke={theme.recommended} stroke-width={2} />}
            <path
              d={stepsOf(today, most, plot)}
              fill="none"
              stroke={theme.today}
              stroke-width={1.5}
              stroke-dasharray="4 3"
            />
            <line x1={cell.x} x2={cell.x + cell.width} y1={base} y2={base} stroke={theme.faint} />
          </g>
        );
      })}
    </Frame>
  );
}
