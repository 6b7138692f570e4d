import { layOutDistribution, type Spread, type SpreadLayout } from './distribution-layout.ts';
import type { PictureTheme } from './theme.ts';

export interface NamedSpread extends Spread {
  /** Said at its range: `Today: mean 1.2M`. */
  readonly label: string;
  readonly kind: 'today' | 'recommended';
}

export interface DistributionPictureProps {
  /** Unique among the pictures of a document. */
  readonly id: string;
  readonly title: string;
  /** All that the picture tells, in words. */
  readonly description: string;
  readonly edges: readonly number[];
  readonly spreads: readonly NamedSpread[];
  readonly width: number;
  readonly height: number;
  readonly tick: (value: number) => string;
  /** Said left of zero. */
  readonly lossLabel: string;
  readonly theme: PictureTheme;
}

/** Distributions over each other, with mean and range of each. Today's is dashed and empty, so that no colour is needed. */
export function DistributionPicture(props: DistributionPictureProps) {
  const { id, title, description, edges, spreads, width, height, tick, lossLabel, theme } = props;
  const layout = layOutDistribution({ edges, spreads, width, height });
  const { top, bottom, zero } = layout;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      font-size="12"
      fill={theme.text}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {layout.ticks.map(({ x, value }) => (
        <g key={value}>
          <line x1={x} x2={x} y1={bottom} y2={bottom + 5} stroke={theme.rule} />
          <text x={x} y={bottom + 18} text-anchor={anchorAt(x, width)} fill={theme.faint}>
            {tick(value)}
          </text>
        </g>
      ))}
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
    </svg>
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

/** Numbers at the edges stay inside the picture. */
function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 30) return 'start';
  return x > width - 30 ? 'end' : 'middle';
}
