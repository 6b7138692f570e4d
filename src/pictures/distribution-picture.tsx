import { layOutDistribution, type Spread, type SpreadLayout } from './distribution-layout.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import type { PictureTheme } from './theme.ts';

export interface NamedSpread extends Spread {
  /** Said at its range: `Today: mean 1.2M`. */
  readonly label: string;
  readonly kind: 'today' | 'recommended';
}

export interface DistributionPictureProps extends PictureProps {
  readonly edges: readonly number[];
  readonly spreads: readonly NamedSpread[];
  readonly height: number;
  readonly tick: (value: number) => string;
  /** Said left of zero. */
  readonly lossLabel: string;
}

/** Distributions over each other, with mean and range of each. Today's is dashed and empty, so that no colour is needed. */
export function DistributionPicture(props: DistributionPictureProps) {
  const { edges, spreads, width, height, tick, lossLabel, theme } = props;
  const layout = layOutDistribution({ edges, spreads, width, height });
  const { top, bottom, zero } = layout;
  const ticks = layout.ticks.map(({ x, value }) => ({ at: x, value }));
  return (
    <Frame {...props} height={height}>
      <BottomAxis ticks={ticks} text={tick} theme={theme} y={bottom} width={width} />
      {layout.spreads.map((spread) => (
        <Outline key={spread.of.kind} spread={spread} theme={theme} />
      ))}
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke={theme.rule} />
      {zero !== undefined && (
        <g>
          <line x1={zero} x2={zero} y1={top - 12} y2={bottom} stroke={theme.faint} />
          {zero > ROOM_FOR_LOSS && (
            <text x={zero - 5} y={top - 3} text-anchor="end" fill={theme.faint}>
              {lossLabel}
            </text>
          )}
        </g>
      )}
      {layout.spreads.map((spread) => (
        <Range key={spread.of.kind} spread={spread} theme={theme} />
      ))}
    </Frame>
  );
}

/** Pixels left of zero that the word for a loss needs. */
const ROOM_FOR_LOSS = 40;

interface PartProps {
  readonly spread: SpreadLayout<NamedSpread>;
  readonly theme: PictureTheme;
}

function Outline({ spread, theme }: PartProps) {
  const { kind } = spread.of;
  return (
    <path
      d={spread.outline}
      fill={kind === 'today' ? 'none' : theme.recommended}
      fill-opacity={0.22}
      stroke={theme[kind]}
      stroke-width={kind === 'today' ? 1.5 : 2}
      stroke-linejoin="round"
      {...(kind === 'today' ? { 'stroke-dasharray': '4 3' } : {})}
    />
  );
}

function Range({ spread, theme }: PartProps) {
  const { of, y, from, to, mean, anchor } = spread;
  return (
    <g stroke={theme[of.kind]} stroke-width={2}>
      <text x={anchor === 'start' ? from : to} y={y - 9} text-anchor={anchor} stroke="none" font-weight="600">
        {of.label}
      </text>
      <line x1={from} x2={to} y1={y} y2={y} {...(of.kind === 'today' ? { 'stroke-dasharray': '4 3' } : {})} />
      <line x1={from} x2={from} y1={y - 4} y2={y + 4} />
      <line x1={to} x2={to} y1={y - 4} y2={y + 4} />
      <circle cx={mean} cy={y} r={4.5} fill={theme[of.kind]} stroke="none" />
    </g>
  );
}
