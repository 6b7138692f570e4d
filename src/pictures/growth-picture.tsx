import type { TickText } from './axis.ts';
import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';
import { layOutGrowth, type GrowthInput } from './growth-layout.ts';
import { fitText, textWidth } from './text.ts';
import { seriesColor } from './theme.ts';

export interface GrowthPictureProps extends PictureProps, Pick<GrowthInput, 'at' | 'mark' | 'height'> {
  readonly lines: readonly {
    readonly name: string;
    readonly values: readonly number[];
    /** Place of its colour among all. */
    readonly series: number;
  }[];
  readonly tick: TickText;
  /** What the numbers below say. */
  readonly across: string;
}

/** Share of the picture that names may take. */
const NAMES_SHARE = 0.3;
const BELOW = 18;

/** Figures that grow from zero on, named at their ends, and a height that they are to reach. */
export function GrowthPicture({ lines, at, mark, height, tick, across, ...frame }: GrowthPictureProps) {
  const { width, theme } = frame;
  const most = Math.floor(width * NAMES_SHARE);
  const names = lines.map(({ name }) => fitText(name, most, 'bold'));
  const right = Math.max(...names.map((name) => textWidth(name, 'bold'))) + 14;
  const layout = layOutGrowth({ at, lines: lines.map(({ values }) => values), mark, width, height, right });
  const { x, y, bottom } = layout;
  return (
    <Frame {...frame} height={height + BELOW}>
      <Grid ticks={y.ticks} text={tick} theme={theme} from={0} to={width - right} />
      <line
        x1={0}
        x2={width - right}
        y1={y.place(mark)}
        y2={y.place(mark)}
        stroke={theme.text}
        stroke-dasharray="4 3"
      />
      {lines.map(({ series }, k) => (
        <g key={k}>
          <path d={layout.lines[k]} fill="none" stroke={seriesColor(theme, series)} stroke-width={2} />
          <text x={width - right + 10} y={layout.labels[k]} fill={seriesColor(theme, series)} font-weight="600">
            {names[k]}
          </text>
        </g>
      ))}
      <BottomAxis ticks={x.ticks} text={(value) => `${value}`} theme={theme} y={bottom} width={width} />
      <text x={width - right} y={height + 12} text-anchor="end" fill={theme.faint}>
        {across}
      </text>
    </Frame>
  );
}
