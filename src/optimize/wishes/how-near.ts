import type { Outcome } from '../search-plan.ts';

/** How near plans come to a wish that none was found to reach. */
export interface HowNear {
  /** The plan that comes nearest. */
  readonly outcome: Outcome;
  /** No plan reaches more (less, for what is asked at most), in the unit of the wish; absent where nothing is proven. */
  readonly bound?: number;
  readonly boundKind?: Outcome['boundKind'];
}

/** Whether a search for the most of a figure proves that it is below `least` in all plans. */
export function provesShort({ bound, concave }: Outcome, least: number): boolean {
  return concave && bound < least;
}
