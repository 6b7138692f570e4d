import type { ComponentChildren } from 'preact';
import type { Tick, TickText } from './axis.ts';
import { anchorAt } from './text.ts';
import type { PictureTheme } from './theme.ts';

/** What every picture is given. */
export interface PictureProps {
  /** Unique among the pictures of a document. */
  readonly id: string;
  readonly title: string;
  /** All that the picture tells, in words. */
  readonly description: string;
  /** Pixels. */
  readonly width: number;
  readonly theme: PictureTheme;
}

export interface FrameProps extends PictureProps {
  readonly height: number;
  readonly children: ComponentChildren;
}

/** A picture with its name and what it tells, for those who do not see it. */
export function Frame({ id, title, description, width, height, theme, children }: FrameProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      font-size="12"
      font-family={theme.font}
      fill={theme.text}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}

interface AxisProps {
  readonly ticks: readonly Tick[];
  readonly text: TickText;
  readonly theme: PictureTheme;
}

/** Numbers under a line. */
export function BottomAxis({
  ticks,
  text,
  theme,
  y,
  width,
}: AxisProps & { readonly y: number; readonly width: number }) {
  const all = ticks.map(({ value }) => value);
  return (
    <g fill={theme.faint}>
      {ticks.map(({ at, value }) => (
        <g key={value}>
          <line x1={at} x2={at} y1={y} y2={y + 5} stroke={theme.rule} />
          <text x={at} y={y + 18} text-anchor={anchorAt(at, width)}>
            {text(value, all)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Faint lines across the picture, with their numbers over the left end; the one at zero is stronger. */
export function Grid({ ticks, text, theme, from, to }: AxisProps & { readonly from: number; readonly to: number }) {
  const all = ticks.map(({ value }) => value);
  return (
    <g fill={theme.faint}>
      {ticks.map(({ at, value }) => (
        <g key={value}>
          <line x1={from} x2={to} y1={at} y2={at} stroke={value === 0 ? theme.faint : theme.rule} />
          <text x={from} y={at - 4}>
            {text(value, all)}
          </text>
        </g>
      ))}
    </g>
  );
}
