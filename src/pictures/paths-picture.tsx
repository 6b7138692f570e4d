import type { TickText } from './axis.ts';
import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';
import { layOutPaths } from './paths-layout.ts';
import { apart, textWidth } from './text.ts';

interface Path {
  readonly values: readonly number[];
  /** Beside its end. */
  readonly label: string;
}

export interface PathsPictureProps extends PictureProps {
  readonly height: number;
  readonly main: Path;
  /** A thinner line; where it is below zero, the picture is shaded. */
  readonly lower: Path;
  /** What comes in each of the first periods. */
  readonly bars?: readonly number[];
  /** Periods after which something ends, and what. */
  readonly end?: { readonly at: number; readonly label: string };
  readonly tick: TickText;
}

/** From a line to its label. */
const LABEL = 5;

/** Money as time goes by: what is expected, what there is at least, and what comes in each period. */
export function PathsPicture({ main, lower, bars, end, height, tick, ...frame }: PathsPictureProps) {
  const { width, theme } = frame;
  const right = Math.max(textWidth(main.label, 'bold'), textWidth(lower.label)) + 14;
  const layout = layOutPaths({
    paths: [main.values, lower.values],
    ...(bars === undefined ? {} : { bars }),
    width,
    height,
    right,
  });
  const { x, y, bottom } = layout;
  const labels = [
    { ...main, color: theme.recommended, bold: true },
    { ...lower, color: theme.faint, bold: false },
  ].toSorted((a, b) => b.values.at(-1)! - a.values.at(-1)!);
  const heights = apart(
    labels.map(({ values }) => y.place(values.at(-1)!) + 4),
    14,
    [12, bottom],
  );
  const all = y.ticks.map(({ value }) => value);
  const numbers = Math.max(...all.map((value) => textWidth(tick(value, all))));
  // Before its line, or behind it where it would stand on numbers of the axis.
  const isBefore = end !== undefined && x[end.at]! - LABEL - textWidth(end.label) > numbers;
  return (
    <Frame {...frame} height={height}>
      <path d={layout.below} fill={theme.loss} fill-opacity={0.16} />
      {layout.bars.map(({ isLoss, ...place }, t) => (
        <rect key={t} {...place} fill={isLoss ? theme.loss : theme.gain} fill-opacity={0.55} />
      ))}
      <Grid ticks={y.ticks} text={tick} theme={theme} from={0} to={width - right} />
      {end !== undefined && (
        <g fill={theme.faint}>
          <line x1={x[end.at]} x2={x[end.at]} y1={14} y2={bottom} stroke={theme.faint} stroke-dasharray="2 3" />
          <text x={x[end.at]! + (isBefore ? -LABEL : LABEL)} y={24} text-anchor={isBefore ? 'end' : 'start'}>
            {end.label}
          </text>
        </g>
      )}
      <path d={layout.lines[1]} fill="none" stroke={theme.faint} stroke-width={1.5} stroke-dasharray="4 3" />
      <path d={layout.lines[0]} fill="none" stroke={theme.recommended} stroke-width={2.5} />
      <BottomAxis ticks={layout.ticks} text={(value) => `${value}`} theme={theme} y={bottom} width={width} />
      {labels.map(({ label, color, bold }, k) => (
        <text
          key={label}
          x={width - right + 10}
          y={heights[k]}
          fill={color}
          {...(bold ? { 'font-weight': '600' } : {})}
        >
          {label}
        </text>
      ))}
    </Frame>
  );
}
