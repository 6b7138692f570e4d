import type { TickText } from './axis.ts';
import { layOutDots, type DotSet } from './dots-layout.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { textWidth } from './text.ts';

export interface DotsPictureProps extends PictureProps {
  readonly sets: readonly DotSet[];
  readonly span: readonly [number, number];
  readonly tick: TickText;
  /** A line to be reached; dots short of it are empty. */
  readonly target?: { readonly value: number; readonly label: string };
}

/** Equally likely outcomes, a dot each: a chance is counted rather than read off an area. */
export function DotsPicture({ sets, span, tick, target, ...frame }: DotsPictureProps) {
  const { width, theme } = frame;
  const { axis, radius, strips, targetY, bottom, height } = layOutDots({
    sets,
    span,
    width,
    ...(target === undefined ? {} : { target: target.value }),
  });
  return (
    <Frame {...frame} height={height}>
      {strips.map(({ of, labelY, baseline, dots }) => (
        <g key={of.kind}>
          <text x={0} y={labelY} font-weight="600" fill={theme[of.kind]}>
            {of.label}
          </text>
          <line x1={0} x2={width} y1={baseline} y2={baseline} stroke={theme.rule} />
          {dots.map(({ x, y, value }, k) => (
            <circle
              key={k}
              cx={x}
              cy={y}
              r={radius - 0.75}
              stroke={theme[of.kind]}
              stroke-width={1.5}
              fill={target === undefined || value >= target.value ? theme[of.kind] : 'none'}
            />
          ))}
        </g>
      ))}
      <BottomAxis ticks={axis.ticks} text={tick} theme={theme} y={bottom} width={width} />
      {target !== undefined && (
        <Target at={axis.place(target.value)} label={target.label} y={targetY} bottom={bottom} {...frame} />
      )}
    </Frame>
  );
}

interface TargetProps extends PictureProps {
  readonly at: number;
  readonly label: string;
  readonly y: number;
  readonly bottom: number;
}

function Target({ at, label, y, bottom, width, theme }: TargetProps) {
  const toTheLeft = at + textWidth(label) + 8 > width;
  return (
    <g>
      <line x1={at} x2={at} y1={y - 8} y2={bottom} stroke={theme.text} stroke-width={1.5} />
      <text x={at + (toTheLeft ? -5 : 5)} y={y} text-anchor={toTheLeft ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}
