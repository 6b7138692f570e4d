import type { TickText } from './axis.ts';
import { layOutCumulative, type CumulativePlan } from './cumulative-layout.ts';
import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';

export interface CumulativePictureProps extends PictureProps {
  readonly plans: readonly CumulativePlan[];
  readonly height: number;
  readonly tick: TickText;
  readonly chance: (share: number) => string;
}

/** The chance of at least so much, falling from left to right. Today's is dashed, so that no colour is needed. */
export function CumulativePicture({ plans, tick, chance, height, ...frame }: CumulativePictureProps) {
  const { width, theme } = frame;
  const { x, y, curves, bottom } = layOutCumulative(plans, width, height);
  return (
    <Frame {...frame} height={height}>
      <Grid ticks={y.ticks} text={chance} theme={theme} from={0} to={width} />
      <BottomAxis ticks={x.ticks} text={tick} theme={theme} y={bottom} width={width} />
      {curves.map(({ of, path, half, labelX, labelAnchor, labelY }) => (
        <g key={of.kind}>
          <path
            d={path}
            fill="none"
            stroke={theme[of.kind]}
            stroke-width={of.kind === 'today' ? 1.5 : 2.5}
            {...(of.kind === 'today' ? { 'stroke-dasharray': '4 3' } : {})}
          />
          <circle cx={half[0]} cy={half[1]} r={4} fill={theme[of.kind]} />
          <text x={labelX} y={labelY + 4} text-anchor={labelAnchor} font-weight="600" fill={theme[of.kind]}>
            {of.label}
          </text>
        </g>
      ))}
    </Frame>
  );
}
