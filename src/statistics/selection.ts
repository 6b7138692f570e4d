/** Order statistics without sorting: values are thrown into cells once, and only the cells that are asked for are sorted. */
import { bisectRight } from 'd3-array';
import { areEqual, holderOf, inBuckets, type Buckets } from './buckets.ts';
import { cellsOf, CELLS } from './cells.ts';
import { rankedOf, type Ranked } from './ranked.ts';
import { rankingMemory, type RankingMemory } from './ranking-memory.ts';

/** All values, and those of each of several replicates, which take turns. */
export interface RankedReplicates {
  readonly whole: Ranked;
  readonly replicates: readonly Ranked[];
  /** How many values of each replicate are at most the value at this place, from 0, of all. */
  upTo(place: number): readonly number[];
}

/** Up to so many values, sorting is as fast. */
const FEW = 4096;
/** Values that say where cells lie. */
const PILOT = 1024;
/** Values to a bucket, about: cells are put together so far. */
const PER_BUCKET = 16;
/** Cells to a bucket, in powers of two, at least: more buckets than 4,066, each with its replicates, leave the cache. */
const LEAST_SHIFT = 4;
export const MOST_BUCKETS = ((CELLS - 1) >> LEAST_SHIFT) + 1;
/** So many standard deviations from a quantile's rank its slope is told, at most: Student's t times an error of replicates. */
const NEAR = 3;

/** What will be asked of ranked values: anything else is found as well, but not as fast. */
export interface RanksWanted {
  /** Probabilities. */
  readonly quantiles: readonly number[];
  /** Shares of the lowest values that are summed. */
  readonly worst: readonly number[];
}

/**
 * What sorting `values`, at least one for each replicate, would give, bit for bit, but that -0 counts as 0. It is to be
 * asked before `memory` is used again.
 *
 * The idea is that of a radix selection; cells instead of leading bits, because they hold about equally many values
 * whatever the distribution. Everything that a summary asks for takes a tenth of the time of sorting.
 */
export function ranked(
  values: Float64Array,
  replicates: number,
  wanted: RanksWanted = { quantiles: [], worst: [1] },
  memory = rankingMemory(),
): RankedReplicates {
  if (areEqual(values)) return allEqual(values, replicates);
  return values.length <= FEW ? sorted(values, replicates) : selected(values, replicates, wanted, memory);
}

function allEqual(values: Float64Array, replicates: number): RankedReplicates {
  const positive = values[0] === 0 ? new Float64Array(values.length) : values; // no -0
  const counts = Array.from({ length: replicates }, (_, r) => Math.ceil((values.length - r) / replicates));
  return {
    whole: rankedOf(positive),
    replicates: counts.map((count) => rankedOf(positive.subarray(0, count))),
    upTo: () => counts,
  };
}

function sorted(values: Float64Array, replicates: number): RankedReplicates {
  const positive = values.map((value) => value + 0); // no -0
  const parts = Array.from(
    { length: replicates },
    (_, r) => new Float64Array(Math.ceil((values.length - r) / replicates)),
  );
  for (const [r, part] of parts.entries()) {
    for (let k = 0, i = r; k < part.length; k++, i += replicates) part[k] = positive[i]!;
  }
  positive.sort();
  return {
    whole: rankedOf(positive),
    replicates: parts.map((part) => rankedOf(part.sort())),
    upTo: (place) => parts.map((part) => bisectRight(part, positive[place]!)),
  };
}

function selected(
  values: Float64Array,
  replicates: number,
  wanted: RanksWanted,
  memory: RankingMemory,
): RankedReplicates {
  let shift = LEAST_SHIFT;
  while ((CELLS >> shift) * PER_BUCKET > values.length) shift++;
  const buckets = ((CELLS - 1) >> shift) + 1;
  const { steps } = memory;
  const places = memory.places(values.length);
  steps.place(cellsOf(values.subarray(0, PILOT)), values, places);

  // A bucket is one piece, with a piece of it for each replicate.
  const starts = memory.counts('starts', buckets * replicates + 1);
  steps.start(places, shift, replicates, starts);

  // Few buckets are ever looked into, so only these are filled.
  const bucketed = memory.values(values.length);
  const filled = memory.marks(buckets).fill(0);
  const fill = (): void => {
    const next = memory.counts('next', starts.length);
    next.set(starts);
    steps.putIn({ values, places, shift, replicates, marks: filled, next, to: bucketed });
  };
  const need = (bucket: number): void => {
    if (filled[bucket] === 1) return;
    filled.fill(1);
    fill();
  };
  const befores = memory.counts('before', (replicates + 1) * (buckets + 1));
  const part = (k: number, from: number, pieces: number): Buckets => {
    const before = befores.subarray(k * (buckets + 1), (k + 1) * (buckets + 1));
    steps.before({ starts, buckets, replicates, from, to: from + pieces }, before);
    return { bucketed, starts, buckets, stride: replicates, from, before, need };
  };
  const whole = part(0, 0, replicates);
  const parts = Array.from({ length: replicates }, (_, r) => part(r + 1, r, 1));
  markWanted(filled, whole.before, wanted, NEAR);
  for (const { before } of parts) markWanted(filled, before, wanted, 0);
  fill();
  const all = inBuckets(whole);
  return {
    whole: all,
    replicates: parts.map(inBuckets),
    upTo(place) {
      const value = all.at(place);
      const bucket = holderOf(whole.before, place);
      return parts.map(({ before, from }) => {
        const first = starts[bucket * replicates + from]!;
        const end = starts[bucket * replicates + from + 1]!;
        let count = before[bucket]!;
        for (let i = first; i < end; i++) if (bucketed[i]! <= value) count++;
        return count;
      });
    },
  };
}

/** Marks the buckets in which the wanted ranks lie, and those within so many `deviations` of plain draws' ranks. */
function markWanted(
  marks: Uint8Array,
  before: Uint32Array,
  { quantiles, worst }: RanksWanted,
  deviations: number,
): void {
  const count = before[marks.length]!;
  for (const probability of quantiles) {
    const around = deviations * Math.sqrt(probability * (1 - probability) * count);
    const below = Math.floor((count - 1) * probability);
    const [first, last] = [Math.max(0, below - around), Math.min(below + 1 + around, count - 1)];
    marks.fill(1, holderOf(before, first), holderOf(before, last) + 1);
  }
  for (const share of worst) marks.fill(1, 0, holderOf(before, Math.min(count - 1, Math.floor(share * count))) + 1);
}
