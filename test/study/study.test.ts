import { describe, expect, it } from 'vitest';
import { engineOfFile } from '../support/engine.ts';
import { coverageOf, fewestExpected } from './coverage.ts';
import { studies } from './studies.ts';

/** `npm run study` makes many more runs, and prints how often each interval held. */
const LARGE = process.env['STUDY'] === '1';

const engine = engineOfFile();

describe('intervals hold the truth as often as they promise', () => {
  it.each(studies)(
    '$about',
    async (study) => {
      const { runs, held } = await coverageOf(engine, study, LARGE ? study.runs.large : study.runs.small);
      Object.entries(study.intervals).forEach(([name, promised], k) => {
        if (LARGE) console.log(`${study.about} | ${name} | ${((100 * held[k]!) / runs).toFixed(1)} % of ${runs}`);
        expect(held[k]!, name).toBeGreaterThanOrEqual(fewestExpected(runs, promised));
      });
    },
    LARGE ? 3_600_000 : 60_000,
  );

  it('tells by a bound that SciPy confirms', () => {
    // scipy.stats.binom.ppf(1e-4, [40, 400, 2000], 0.95)
    expect([40, 400, 2000].map((runs) => fewestExpected(runs, 0.95))).toEqual([31, 362, 1862]);
  });
});
