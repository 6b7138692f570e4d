import type { TickText } from './axis.ts';
import { layOutFan, type FanInput } from './fan-layout.ts';
import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';
import { apart, textWidth } from './text.ts';

export interface FanPictureProps extends PictureProps, Pick<FanInput, 'bands' | 'beside'> {
  readonly height: number;
  readonly tick: TickText;
  readonly period: (number: number) => string;
  /** Written beside what they name, at the right. */
  readonly labels: { readonly high: string; readonly middle: string; readonly low: string; readonly beside?: string };
}

/** How a figure spreads as time goes by: nine tenths of cases, one half of them, and the middle. */
export function FanPicture({ bands, beside, height, tick, period, labels, ...frame }: FanPictureProps) {
  const { width, theme } = frame;
  const named = [labels.high, labels.middle, labels.low, labels.beside ?? ''];
  const right = Math.max(...named.map((text) => textWidth(text, 'bold'))) + 14;
  const layout = layOutFan({ bands, ...(beside === undefined ? {} : { beside }), width, height, right });
  const { y, bottom, x } = layout;
  const end = bands.at(-1)!;
  const marks = [
    { text: labels.high, value: end.high, color: theme.faint, bold: false },
    { text: labels.middle, value: end.median, color: theme.recommended, bold: true },
    { text: labels.low, value: end.low, color: theme.faint, bold: false },
    ...(beside === undefined || labels.beside === undefined
      ? []
      : [{ text: labels.beside, value: beside.at(-1)!, color: theme.today, bold: true }]),
  ].toSorted((a, b) => b.value - a.value);
  const heights = apart(
    marks.map(({ value }) => y.place(value) + 4),
    14,
    [12, bottom],
  );
  return (
    <Frame {...frame} height={height}>
      <path d={layout.wide} fill={theme.recommended} fill-opacity={0.14} />
      <path d={layout.narrow} fill={theme.recommended} fill-opacity={0.24} />
      <Grid ticks={y.ticks} text={tick} theme={theme} from={0} to={width - right} />
      <path d={layout.middle} fill="none" stroke={theme.recommended} stroke-width={2.5} />
      {layout.beside !== undefined && (
        <path d={layout.beside} fill="none" stroke={theme.today} stroke-width={1.5} stroke-dasharray="4 3" />
      )}
      {bands.length === 1 && <circle cx={x[0]} cy={y.place(end.median)} r={4} fill={theme.recommended} />}
      <BottomAxis ticks={layout.ticks} text={period} theme={theme} y={bottom} width={width} />
      {marks.map(({ text, color, bold }, k) => (
        <text key={text} x={width - right + 10} y={heights[k]} fill={color} {...(bold ? { 'font-weight': '600' } : {})}>
          {text}
        </text>
      ))}
    </Frame>
  );
}
