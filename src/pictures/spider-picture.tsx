import type { TickText } from './axis.ts';
import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';
import { layOutSpider, type SpiderInput } from './spider-layout.ts';
import { fitText } from './text.ts';
import { seriesColor } from './theme.ts';

export interface SpiderPictureProps extends PictureProps, Pick<SpiderInput, 'height' | 'lines'> {
  /** Of the lines. */
  readonly names: readonly string[];
  readonly tick: TickText;
  readonly chance: (probability: number) => string;
  /** What the numbers below say. */
  readonly across: string;
}

const LINE = 17;
/** From the plot to the first name. */
const GAP = 28;
const NAMES = 24;

/** A figure as each of several assumptions moves through its range; numbers at the ends of lines lead to their names below. */
export function SpiderPicture({ lines, names, height, tick, chance, across, ...frame }: SpiderPictureProps) {
  const { width, theme } = frame;
  const { y, lines: paths, ends, ticks, right, bottom } = layOutSpider({ lines, width, height });
  return (
    <Frame {...frame} height={height + GAP + names.length * LINE}>
      <Grid ticks={y.ticks} text={tick} theme={theme} from={0} to={right} />
      {paths.map((path, k) => (
        <g key={k}>
          <path d={path} fill="none" stroke={seriesColor(theme, k)} stroke-width={2} />
          <circle cx={right} cy={ends[k]!.at} r={2.5} fill={seriesColor(theme, k)} />
          <text x={right + 9} y={ends[k]!.label} font-weight="600">
            {k + 1}
          </text>
        </g>
      ))}
      <BottomAxis ticks={ticks} text={chance} theme={theme} y={bottom} width={width} />
      <text x={right} y={height + 12} text-anchor="end" fill={theme.faint}>
        {across}
      </text>
      {names.map((name, k) => (
        <g key={k} transform={`translate(0 ${height + GAP + k * LINE})`}>
          <rect y={1} width={10} height={10} fill={seriesColor(theme, k)} />
          <text x={15} y={10} font-weight="600">
            {k + 1}
          </text>
          <text x={15 + NAMES - 8} y={10}>
            {fitText(name, width - NAMES - 10)}
          </text>
        </g>
      ))}
    </Frame>
  );
}
