import { layOutBars } from './bars-layout.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { fitText, textWidth } from './text.ts';

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
  readonly tick: (value: number) => string;
}

const NAMES = 0.32;
const ROW = 30;

/** What one thing alone does to a figure, from its low to its high: the side that it is low on is empty. */
export function TornadoPicture({ rows, base, tick, ...frame }: TornadoPictureProps) {
  const { width, theme } = frame;
  const names = rows.map(({ name }) => fitText(name, NAMES * width));
  const ends =
    Math.max(...rows.flatMap(({ lowText, highText }) => [lowText, highText]).map((text) => textWidth(text))) + 8;
  const left = Math.max(...names.map((text) => textWidth(text))) + 8 + ends;
  const {
    axis,
    rows: bars,
    bottom,
    height,
  } = layOutBars({
    rows: rows.map(({ low, high }) => ({ from: low, to: high })),
    also: [base.at],
    width,
    left,
    right: ends,
    rowHeight: ROW,
  });
  const middle = axis.place(base.at);
  return (
    <Frame {...frame} height={height + 18}>
      <g transform="translate(0 18)">
        <BottomAxis ticks={axis.ticks} text={tick} theme={theme} y={bottom} width={width} />
        {rows.map(({ lowText, highText }, k) => {
          const { y, height: thickness, middle: line, from, to } = bars[k]!;
          const side = (end: number, text: string, isLow: boolean) => {
            const isLeft = end < middle || (end === middle && isLow);
            return (
              <g key={text}>
                <rect
                  x={Math.min(end, middle)}
                  width={Math.abs(end - middle)}
                  y={y}
                  height={thickness}
                  fill={isLow ? theme.paper : theme.recommended}
                  stroke={theme.recommended}
                />
                <text
                  x={end + (isLeft ? -5 : 5)}
                  y={line + 4}
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
              <text x={0} y={line + 4}>
                {names[k]}
              </text>
              {side(from, lowText, true)}
              {side(to, highText, false)}
            </g>
          );
        })}
        <line x1={middle} x2={middle} y1={-2} y2={bottom} stroke={theme.text} />
        <text x={middle} y={-6} text-anchor="middle" fill={theme.faint}>
          {base.label}
        </text>
      </g>
    </Frame>
  );
}
