import { line } from 'd3-shape';
import type { PlanSummary } from '../domain.ts';
import { tightAxis, type Axis } from './axis.ts';
import { chanceOfAtLeast, quantileOf } from './chances.ts';

export interface CumulativePlan {
  readonly kind: 'today' | 'recommended';
  readonly label: string;
  readonly distribution: PlanSummary['profitDistribution'];
}

export interface CumulativeLayout {
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly {
    readonly of: CumulativePlan;
    readonly path: string;
    /** Where the curve is at one half, and where its name stands. */
    readonly half: readonly [number, number];
    readonly labelX: number;
    readonly labelAnchor: 'start' | 'end';
    readonly labelY: number;
  }[];
  readonly top: number;
  readonly bottom: number;
}

const TOP = 22;
const AXIS = 24;
const TICK_DISTANCE = 90;
/** Chances at which names stand beside their curves, one above the other. */
const NAME_AT = [0.82, 0.62] as const;

/** Chance of at least so much, by plan. */
export function layOutCumulative(plans: readonly CumulativePlan[], width: number, height: number): CumulativeLayout {
  const { edges } = plans[0]!.distribution;
  const [top, bottom] = [TOP, height - AXIS];
  const x = tightAxis([edges[0]!, edges.at(-1)!], [0, width], Math.max(2, Math.floor(width / TICK_DISTANCE)));
  const y = tightAxis([0, 1], [bottom, top], 4);
  const draw = line<number>()
    .x((edge) => x.place(edge))
    .digits(1);
  return {
    x,
    y,
    top,
    bottom,
    curves: plans.map((of, k) => {
      const { distribution } = of;
      const chance = NAME_AT[k % NAME_AT.length]!;
      const beside = x.place(quantileOf(distribution, 1 - chance));
      const isRight = of.kind === 'recommended';
      return {
        of,
        path: draw.y((edge) => y.place(chanceOfAtLeast(distribution, edge)))(edges) ?? '',
        half: [x.place(quantileOf(distribution, 0.5)), y.place(0.5)],
        labelX: beside + (isRight ? 8 : -8),
        labelAnchor: isRight ? 'start' : 'end',
        labelY: y.place(chance),
      };
    }),
  };
}
