import type { TickText } from './axis.ts';
import { layOutBars } from './bars-layout.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { NameLines } from './name-lines.tsx';
import { fitLines, LINE_HEIGHT, textWidth } from './text.ts';

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
/** Pixels of a row, at least, and between names of several lines. */
const ROW = 28;
const APART = 8;

/** What the next unit of money brings back in each channel; a hollow mark is where it was today. */
export function MarginalPicture({ rows, pays, todayLabel, tick, ...frame }: MarginalPictureProps) {
  const { width, theme } = frame;
  const names = rows.map(({ name }) => fitLines(name, NAMES * width));
  const left = Math.max(...names.flat().map((text) => textWidth(text))) + 12;
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
    rowHeight: Math.max(ROW, ...names.map((lines) => lines.length * LINE_HEIGHT + APART)),
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
              <NameLines lines={names[k]!} x={0} y={bar.middle + 4 - ((names[k]!.length - 1) * LINE_HEIGHT) / 2} />
              <rect
                x={bar.x}
                y={bar.y}
                width={bar.width}
                height={bar.height}
                fill={theme.recommended}
                fill-opacity={0.75}
              />
              <text x={placeOfText(bar.to, textWidth(text), line, mark)} y={bar.middle + 4}>
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

/** Pixels around a mark, and around the line. */
const CLEAR = 9;
const CLEAR_OF_LINE = 4;

/** At the end of the bar that it is about; behind the line and the mark only where it would be under them. */
function placeOfText(end: number, width: number, line: number, mark: number | undefined): number {
  const inTheWay = [{ at: line, clear: CLEAR_OF_LINE }, ...(mark === undefined ? [] : [{ at: mark, clear: CLEAR }])];
  let place = end + 6;
  for (const { at, clear } of inTheWay.toSorted((a, b) => a.at - b.at)) {
    if (at + clear > place && at - clear < place + width) place = at + clear;
  }
  return place;
}
