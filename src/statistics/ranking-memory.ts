import { PLAIN_STEPS, type RankingSteps } from './ranking-steps.ts';

/**
 * Arrays in which values are ranked, one series after the other: memory for hundreds of thousands of values is dear to get
 * and to clear. What was ranked in it must not be asked any more once something else is.
 */
export interface RankingMemory {
  /** What the steps work on: these values or, where they have to stand in its memory, a copy. */
  row(values: Float64Array): Float64Array;
  /** With anything in them. */
  values(count: number): Float64Array;
  places(count: number): Uint16Array;
  marks(count: number): Uint8Array;
  /** Three pieces at a time, told apart by their names. */
  counts(name: CountsName, count: number): Uint32Array;
  readonly steps: RankingSteps;
}

export type CountsName = 'starts' | 'next' | 'before';

/** For any number of values and replicates. */
export function rankingMemory(): RankingMemory {
  let values = new Float64Array();
  let places = new Uint16Array();
  let marks = new Uint8Array();
  const counts = { starts: new Uint32Array(), next: new Uint32Array(), before: new Uint32Array() };
  return {
    row: (own) => own,
    values(count) {
      if (values.length < count) values = new Float64Array(count);
      return values.subarray(0, count);
    },
    places(count) {
      if (places.length < count) places = new Uint16Array(count);
      return places.subarray(0, count);
    },
    marks(count) {
      if (marks.length < count) marks = new Uint8Array(count);
      return marks.subarray(0, count);
    },
    counts(name, count) {
      if (counts[name].length < count) counts[name] = new Uint32Array(count);
      return counts[name].subarray(0, count);
    },
    steps: PLAIN_STEPS,
  };
}
