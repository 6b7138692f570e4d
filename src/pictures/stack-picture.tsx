import type { TickText } from './axis.ts';
import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';
import { layOutStack } from './stack-layout.ts';
import { fitText, textWidth } from './text.ts';
import { seriesColor } from './theme.ts';

export interface StackPictureProps extends PictureProps {
  readonly spend: readonly (readonly number[])[];
  /** Of the channels. */
  readonly names: readonly string[];
  readonly height: number;
  readonly tick: TickText;
  readonly period: (number: number) => string;
}

/** Longest name as a share of the width. */
const NAMES = 0.34;

/** What each channel gets in each period, one on top of the other; names stand beside the last bar. */
export function StackPicture({ spend, names, height, tick, period, ...frame }: StackPictureProps) {
  const { width, theme } = frame;
  const shown = names.map((name) => fitText(name, NAMES * width));
  const right = Math.max(...shown.map((text) => textWidth(text))) + 26;
  const layout = layOutStack({ spend, width, height, right });
  return (
    <Frame {...frame} height={height}>
      <Grid ticks={layout.y.ticks} text={tick} theme={theme} from={0} to={width - right} />
      {layout.bars.map(({ channel, period: t, ...bar }) => (
        <rect
          key={`${channel} ${t}`}
          {...bar}
          fill={seriesColor(theme, channel)}
          stroke={theme.paper}
          stroke-width={0.75}
        />
      ))}
      <BottomAxis ticks={layout.ticks} text={period} theme={theme} y={layout.bottom} width={width} />
      {layout.names.map(({ channel, y }) => (
        <g key={channel}>
          <rect x={width - right + 8} y={y - 9} width={10} height={10} fill={seriesColor(theme, channel)} />
          <text x={width - right + 23} y={y}>
            {shown[channel]}
          </text>
        </g>
      ))}
    </Frame>
  );
}
