import { sortFalling } from '../block/sort-falling.ts';

/** A supply, or what there is of it in one period, and the channels and periods that need it; to be filled anew for each draw. */
export interface SharedPool {
  readonly items: Int32Array;
  /** What is left when what is served in any case has been. */
  left: number;
}

/** What may be served in one draw, by channel and period. */
export interface Servable {
  readonly most: Float64Array;
  readonly least: Float64Array;
  /** What is served where a unit counts for nothing or less; no less than `least`. */
  readonly floor: Float64Array;
  /** What a unit takes of its supply. */
  readonly needs: Float64Array;
  readonly pools: readonly SharedPool[];
}

/** Fills in the best that can be served at such slopes, and what a unit takes of supplies at their prices. */
export type BestService = (slopes: Float64Array, next: Float64Array, charged: Float64Array) => void;

/**
 * The linear program over what is served at prices for each unit, of the draw that stands in these numbers when it is asked. Those who bring most
 * per need are served first, and the last of them says what a supply is worth; what costs takes nothing of it, which only makes the best larger.
 */
export function openService({ most, least, floor, needs, pools }: Servable): BestService {
  const perNeed = new Float64Array(most.length);
  return (slopes, next, charged) => {
    for (let j = 0; j < most.length; j++) {
      next[j] = slopes[j]! > 0 ? most[j]! : floor[j]!;
      charged[j] = 0;
    }
    for (const { items, left: leftAtFirst } of pools) {
      let load = 0;
      for (const j of items) load += needs[j]! * (next[j]! - least[j]!);
      if (load <= leftAtFirst) continue;
      for (const j of items) {
        perNeed[j] = needs[j]! > 0 ? slopes[j]! / needs[j]! : slopes[j]! > 0 ? Infinity : -Infinity;
      }
      sortFalling(items, perNeed);
      let left = leftAtFirst;
      let price: number | undefined;
      for (const j of items) {
        if (!(slopes[j]! > 0)) break;
        const own = needs[j]! * (most[j]! - least[j]!);
        if (price !== undefined) next[j] = least[j]!;
        else if (own <= left) left -= own;
        else {
          next[j] = least[j]! + (left / own) * (most[j]! - least[j]!);
          price = perNeed[j]!;
        }
      }
      for (const j of items) charged[j] = needs[j]! * (price ?? 0);
    }
  };
}
