import { signed } from '../report/numbers/exact.ts';
import type { TickText } from './axis.ts';
import { layOutBars } from './bars-layout.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { NameLines } from './name-lines.tsx';
import { fitLines, LINE_HEIGHT, textWidth } from './text.ts';
import { waterfallRows } from './waterfall-layout.ts';

export interface WaterfallPictureProps extends PictureProps {
  readonly start: { readonly name: string; readonly text: string };
  readonly changes: readonly { readonly name: string; readonly by: number; readonly text: string }[];
  readonly end: { readonly name: string; readonly text: string };
  readonly tick: TickText;
}

const NAMES = 0.36;
const ROW = 28;
/** Where a name takes two lines. */
const TALL_ROW = 36;

/**
 * How one figure becomes another, cause by cause, on an axis of the change alone: beside totals, changes would be too small
 * to see. Losses are empty bars, so that no colour is needed.
 */
export function WaterfallPicture({ start, changes, end, tick, ...frame }: WaterfallPictureProps) {
  const { width, theme } = frame;
  const texts = [start, ...changes, end];
  const names = texts.map(({ name }) => fitLines(name, NAMES * width, 'bold'));
  const left = Math.max(...names.flat().map((name) => textWidth(name, 'bold'))) + 14;
  const right = Math.max(...texts.map(({ text }) => textWidth(text, 'bold'))) + 10;
  const steps = waterfallRows(changes.map(({ by }) => by));
  const last = steps.at(-1)?.to ?? 0;
  const { axis, rows, bottom, height } = layOutBars({
    rows: [{ from: 0, to: 0 }, ...steps, { from: last, to: last }],
    width,
    left,
    right,
    rowHeight: names.some((lines) => lines.length > 1) ? TALL_ROW : ROW,
  });
  const isTotal = (k: number) => k === 0 || k === rows.length - 1;
  return (
    <Frame {...frame} height={height}>
      <BottomAxis
        ticks={axis.ticks}
        text={(value, all) => signed(tick(value, all))}
        theme={theme}
        y={bottom}
        width={width}
      />
      <line x1={axis.place(0)} x2={axis.place(0)} y1={0} y2={bottom} stroke={theme.rule} />
      {rows.map((bar, k) => {
        const isLoss = bar.to < bar.from;
        const color = isTotal(k) ? theme.text : isLoss ? theme.loss : theme.gain;
        const weight = isTotal(k) ? { 'font-weight': '600' } : {};
        return (
          <g key={k}>
            <NameLines
              lines={names[k]!}
              x={0}
              y={bar.middle + 4 - ((names[k]!.length - 1) * LINE_HEIGHT) / 2}
              bold={isTotal(k)}
            />
            {isTotal(k) ? (
              <line x1={bar.to} x2={bar.to} y1={bar.y} y2={bar.y + bar.height} stroke={color} stroke-width={3} />
            ) : (
              <rect
                x={bar.x}
                y={bar.y}
                width={bar.width}
                height={bar.height}
                fill={isLoss ? theme.paper : color}
                stroke={color}
              />
            )}
            <text x={Math.max(bar.from, bar.to) + 6} y={bar.middle + 4} fill={color} {...weight}>
              {texts[k]!.text}
            </text>
            {k < rows.length - 1 && (
              <line
                x1={bar.to}
                x2={bar.to}
                y1={bar.y + bar.height}
                y2={rows[k + 1]!.y}
                stroke={theme.faint}
                stroke-dasharray="2 2"
              />
            )}
          </g>
        );
      })}
    </Frame>
  );
}
