/** Under `npm run test:fuzz`: ten times the runs, from a seed that is new every time. */
const FUZZ = process.env['FUZZ'] === '1';

const SEED = 20270105;

/** Settings of fast-check: the same cases every time, unless new ones are looked for. */
export function runs(numRuns: number): { numRuns: number; seed?: number } {
  return FUZZ ? { numRuns: 10 * numRuns } : { numRuns, seed: SEED };
}
