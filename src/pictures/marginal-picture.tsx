import type { TickText } from './axis.ts';
import { layOutBars } from './bars-layout.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { fitText, textWidth } from './text.ts';

export interface MarginalPictureProps extends PictureProps {
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    /** Written at the end of the bar. */
    readonly text: string;
    readonly today?: number;
  }[];
  /** From here on the next unit pays. */
  readonly pays: { readonly at: number; readonly label: string };
  readonly todayLabel: string;
  readonly tick: TickText;
}

const NAMES = 0.34;
const ROW = 28;

/** What the next unit of money brings back in each channel; a hollow mark is where it was today. */
export function MarginalPicture({ rows, pays, todayLabel, tick, ...frame }: MarginalPictureProps) {
  const { width, theme } = frame;
  const names = rows.map(({ name }) => fitText(name, NAMES * width));
  const left = Math.max(...names.map((text) => textWidth(text))) + 12;
  const right = Math.max(...rows.map(({ text }) => textWidth(text))) + 12;
  const {
    axis,
    rows: bars,
    bottom,
    height,
  } = layOutBars({
    rows: rows.map(({ value }) => ({ from: 0, to: value })),
    also: [pays.at, ...rows.flatMap(({ today }) => today ?? [])],
    width,
    left,
    right,
    rowHeight: ROW,
  });
  const line = axis.place(pays.at);
  // Behind its line, or before it where it would reach beyond the picture.
  const isBehind = line + 4 + textWidth(pays.label) <= width;
  const taken = isBehind ? line + 4 + textWidth(pays.label) : line;
  const marked = rows.findIndex(({ today }) => today !== undefined);
  return (
    <Frame {...frame} height={height + 18}>
      <g transform="translate(0 18)">
        <BottomAxis ticks={axis.ticks} text={tick} theme={theme} y={bottom} width={width} />
        {rows.map(({ text, today }, k) => {
          const bar = bars[k]!;
          const mark = today === undefined ? undefined : axis.place(today);
          return (
            <g key={k}>
              <text x={0} y={bar.middle + 4}>
                {names[k]}
              </text>
              <rect
                x={bar.x}
                y={bar.y}
                width={bar.width}
                height={bar.height}
                fill={theme.recommended}
                fill-opacity={0.75}
              />
              <text x={placeOfText(bar.to, textWidth(text), mark)} y={bar.middle + 4}>
                {text}
              </text>
              {mark !== undefined && (
                <circle cx={mark} cy={bar.middle} r={4} fill={theme.paper} stroke={theme.today} stroke-width={2} />
              )}
            </g>
          );
        })}
        <line x1={line} x2={line} y1={-4} y2={bottom} stroke={theme.text} />
        <text x={isBehind ? line + 4 : line - 4} y={-6} text-anchor={isBehind ? 'start' : 'end'} fill={theme.faint}>
          {pays.label}
        </text>
        {marked >= 0 && axis.place(rows[marked]!.today!) - textWidth(todayLabel) > taken + 10 && (
          <text x={axis.place(rows[marked]!.today!)} y={-6} text-anchor="middle" fill={theme.today} font-weight="600">
            {todayLabel}
          </text>
        )}
      </g>
    </Frame>
  );
}

/** Pixels around a mark. */
const CLEAR = 9;

/** At the end of the bar that it is about; behind the mark only where it would be under it. */
function placeOfText(end: number, width: number, mark: number | undefined): number {
  const isUnder = mark !== undefined && mark + CLEAR > end + 6 && mark - CLEAR < end + 6 + width;
  return isUnder ? mark + CLEAR : end + 6;
}
