import { shareDistinct } from '../conditions/audience.ts';

/** A segment of limited size in one draw; arrays by channel and period. */
export interface SharedSegment {
  /** People in it. */
  size: number;
  /** People of it by unit of effect. */
  readonly people: Float64Array;
  /** Won there by all in the box, at least. */
  least: number;
  /** Share that stays when the box is used up, and when hardly anything is in it. */
  worstKept: number;
  bestKept: number;
  /** Channels and periods that win people there, by what a person is worth, falling. */
  readonly order: Int32Array;
}

/** What a figure counts in one draw, by channel and period; to be filled anew for each. */
export interface SharedDraw {
  /** Per unit that is served. */
  readonly plain: Float64Array;
  /** Per person won who stays. */
  readonly perPerson: Float64Array;
  /** What is served within the box, at least. */
  readonly least: Float64Array;
  readonly segments: readonly SharedSegment[];
}

/** Fills in slopes by what is served and what of each unit the figure is made of; returns the figure at most where `y` is served. */
export type Tangent = (y: Float64Array, slopes: Float64Array, units: Float64Array) => number;

/** The concave function of what is served that `boundSharing` bounds a figure by, of the draw that stands in these numbers when it is asked. */
export function openTangent({ plain, perPerson, least, segments }: SharedDraw): Tangent {
  const numbers = () => new Float64Array(plain.length);
  const levels = { end: new Int32Array(plain.length), keeps: numbers(), steep: numbers() };
  return (y, slopes, units) => {
    slopes.set(plain);
    units.set(plain);
    for (const { size: persons, people, least: leastOfAll, worstKept, order } of segments) {
      let [inside, leastInside, level, from] = [0, 0, 0, 0];
      const { end, keeps, steep: steeper } = levels;
      for (let k = 0; k < order.length; k++) {
        const j = order[k]!;
        const own = perPerson[j]!;
        if (!(own > 0)) break;
        const each = people[j]!;
        inside += each * y[j]!;
        leastInside += each * least[j]!;
        const below = k + 1 < order.length ? Math.max(0, perPerson[order[k + 1]!]!) : 0;
        if (below === own) continue;
        const others = Math.max(0, leastOfAll - leastInside);
        const fill = (inside + others) / persons;
        const keep = shareDistinct(fill);
        keeps[level] = (own - below) * keep;
        steeper[level] = (own - below) * (keep + (inside / persons) * slopeOfKept(fill, keep));
        end[level] = k + 1;
        level += 1;
        from = k + 1;
      }
      let [sumOfKeeps, sumOfSlopes] = [0, 0];
      for (let k = level - 1; k >= 0; k--) {
        sumOfKeeps += keeps[k]!;
        sumOfSlopes += steeper[k]!;
        for (let at = k === 0 ? 0 : end[k - 1]!; at < end[k]!; at++) {
          const j = order[at]!;
          const each = people[j]!;
          units[j] = units[j]! + each * sumOfKeeps;
          slopes[j] = slopes[j]! + each * sumOfSlopes;
        }
      }
      // A person who is worth less than nothing takes away the least where the fewest stay.
      for (let at = from; at < order.length; at++) {
        const j = order[at]!;
        const loss = people[j]! * perPerson[j]! * worstKept;
        units[j] = units[j]! + loss;
        slopes[j] = slopes[j]! + loss;
      }
    }
    let value = 0;
    for (let j = 0; j < plain.length; j++) value += y[j]! * units[j]!;
    return value;
  };
}

/** Derivative of (1 - e^(-u)) / u, which is `share`; the series is used where the quotient cancels. */
function slopeOfKept(u: number, share: number): number {
  if (u < 1e-4) return -0.5 + u / 3 - (u * u) / 8;
  return (1 - u * share - share) / u;
}
