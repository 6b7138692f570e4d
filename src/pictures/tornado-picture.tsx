import type { TickText } from './axis.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { layOutNamedBars, THICKNESS } from './named-bars-layout.ts';
import { NameLines } from './name-lines.tsx';
import { anchorAt, fitLines, textWidth } from './text.ts';

export interface TornadoPictureProps extends PictureProps {
  /** The widest first. */
  readonly rows: readonly {
    readonly name: string;
    /** The figure with this one thing low, and high. */
    readonly low: number;
    readonly high: number;
    /** What low and high are. */
    readonly lowText: string;
    readonly highText: string;
  }[];
  /** The figure with nothing changed. */
  readonly base: { readonly at: number; readonly label: string };
  readonly tick: TickText;
}

/** Room for the name of the line in the middle. */
const HEAD = 18;

/** What one thing alone does to a figure, from its low to its high: the side that it is low on is empty. */
export function TornadoPicture({ rows, base, tick, ...frame }: TornadoPictureProps) {
  const { width, theme } = frame;
  const ends = Math.max(...rows.flatMap(({ lowText, highText }) => [lowText, highText]).map((text) => textWidth(text)));
  const names = rows.map(({ name }) => fitLines(name, width));
  const {
    axis,
    rows: bars,
    bottom,
    height,
  } = layOutNamedBars(
    rows.map(({ low, high }, k) => ({ from: low, to: high, mark: base.at, lines: names[k]!.length })),
    width,
    ends + 8,
  );
  const middle = axis.place(base.at);
  return (
    <Frame {...frame} height={height + HEAD}>
      <text x={middle} y={10} text-anchor={anchorAt(middle, width)} fill={theme.faint}>
        {base.label}
      </text>
      <g transform={`translate(0 ${HEAD})`}>
        <BottomAxis ticks={axis.ticks} text={tick} theme={theme} y={bottom} width={width} />
        {rows.map(({ low, high, lowText, highText }, k) => {
          const { text: line, y, middle: center } = bars[k]!;
          const side = (value: number, text: string, isLow: boolean) => {
            const end = axis.place(value);
            const isLeft = end < middle || (end === middle && isLow);
            return (
              <g key={text}>
                <rect
                  x={Math.min(end, middle)}
                  width={Math.abs(end - middle)}
                  y={y}
                  height={THICKNESS}
                  fill={isLow ? theme.paper : theme.recommended}
                  stroke={theme.recommended}
                />
                <text
                  x={end + (isLeft ? -5 : 5)}
                  y={center + 4}
                  text-anchor={isLeft ? 'end' : 'start'}
                  fill={theme.faint}
                >
                  {text}
                </text>
              </g>
            );
          };
          return (
            <g key={k}>
              <NameLines lines={names[k]!} x={0} y={line} />
              {side(low, lowText, true)}
              {side(high, highText, false)}
              <line x1={middle} x2={middle} y1={y - 3} y2={y + THICKNESS + 3} stroke={theme.text} />
            </g>
          );
        })}
      </g>
    </Frame>
  );
}
