import type { Engine } from '../../src/runs/engine.ts';
import type { Study } from './studies.ts';

/** How often each interval of a study held the truth. */
export interface Coverage {
  readonly runs: number;
  readonly held: readonly number[];
}

export async function coverageOf(engine: Engine, study: Study, runs: number): Promise<Coverage> {
  const held = Object.keys(study.intervals).map(() => 0);
  for (let run = 0; run < runs; run++) {
    const found = await study.run(engine, `study ${run}`);
    found.forEach((holds, k) => (held[k] = held[k]! + (holds ? 1 : 0)));
  }
  return { runs, held };
}

/** Fewer than so many of `runs` happen less than once in 10,000 studies of intervals that hold as promised. */
export function fewestExpected(runs: number, promised: number): number {
  // Probabilities of 0, 1, 2, … from the one before, in logarithms: of many runs the first ones are too small to be written.
  let log = runs * Math.log1p(-promised);
  let sum = 0;
  for (let k = 0; k < runs; k++) {
    sum += Math.exp(log);
    if (sum > RARE) return k;
    log += Math.log(((runs - k) / (k + 1)) * (promised / (1 - promised)));
  }
  return runs;
}

const RARE = 1e-4;
