import { layOutBars } from './bars-layout.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { fitText, textWidth } from './text.ts';
import { waterfallRows } from './waterfall-layout.ts';

export interface WaterfallPictureProps extends PictureProps {
  readonly start: { readonly name: string; readonly value: number; readonly text: string };
  readonly changes: readonly { readonly name: string; readonly by: number; readonly text: string }[];
  readonly end: { readonly name: string; readonly text: string };
  readonly tick: (value: number) => string;
}

const NAMES = 0.36;
const ROW = 28;

/** How one figure becomes another, cause by cause. Losses are hatched by an empty bar, so that no colour is needed. */
export function WaterfallPicture({ start, changes, end, tick, ...frame }: WaterfallPictureProps) {
  const { width, theme } = frame;
  const steps = waterfallRows(
    start.value,
    changes.map(({ by }) => by),
  );
  const texts = [start, ...changes, end];
  const names = texts.map(({ name }) => fitText(name, NAMES * width));
  const left = Math.max(...names.map((name) => textWidth(name, 'bold'))) + 14;
  const right = Math.max(...texts.map(({ text }) => textWidth(text))) + 10;
  const { axis, rows, bottom, height } = layOutBars({ rows: steps, width, left, right, rowHeight: ROW });
  const zero = axis.place(0);
  return (
    <Frame {...frame} height={height}>
      <BottomAxis ticks={axis.ticks} text={tick} theme={theme} y={bottom} width={width} />
      {rows.map((bar, k) => {
        const { kind } = steps[k]!;
        const color = kind === 'total' ? theme.recommended : theme[kind];
        const isTotal = kind === 'total';
        return (
          <g key={k}>
            <text x={0} y={bar.middle + 4} {...(isTotal ? { 'font-weight': '600' } : {})}>
              {names[k]}
            </text>
            <rect
              x={bar.x}
              y={bar.y}
              width={bar.width}
              height={bar.height}
              fill={kind === 'loss' ? theme.paper : color}
              stroke={color}
            />
            <text
              x={Math.max(bar.from, bar.to) + 6}
              y={bar.middle + 4}
              fill={isTotal ? theme.text : color}
              {...(isTotal ? { 'font-weight': '600' } : {})}
            >
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
      <line x1={zero} x2={zero} y1={0} y2={bottom} stroke={theme.faint} />
    </Frame>
  );
}
