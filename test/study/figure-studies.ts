/** Figures of a product of lognormal numbers, by how many there are and on how many draws: do their intervals hold the truth? */
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream } from '../../src/random/points.ts';
import { digestOf, figuresOfCounts, layoutOf, nothingCounted } from '../../src/simulate/summary/digest.ts';
import { estimateOf, figuresOf, type SeriesFigures, type Wanted } from '../../src/simulate/summary/series-figures.ts';
import { holds, LEVEL, SKEWED } from './holds.ts';
import type { Study } from './studies.ts';
import { addDigests } from '../support/at-once.ts';

/** Of one number, of two of a channel, and of seven in three channels. */
const NUMBERS: Readonly<Record<number, readonly string[]>> = {
  1: ['a.price.cpc'],
  2: ['a.price.cpc', 'a.funnel.clickToCustomer'],
  7: ['a', 'b']
    .flatMap((name) => ['price.cpc', 'funnel.clickToCustomer', 'value.orderValue'].map((role) => `${name}.${role}`))
    .concat('c.price.cpc'),
};
/** Standard deviation of the logarithm of the product, whose median is 1. */
const SD = 0.5;
const MEAN = Math.exp(SD ** 2 / 2);
/** Φ(-z) = 0.05 */
const Z = 1.6448536269514722;
/** E[X; X below its 10 % point] / 0.1, with Φ(-1.2815515655446004 - SD) = 0.037411194400060126. */
const WORST = (MEAN * 0.037411194400060126) / 0.1;
const WANTED: Wanted = { quantiles: [0.05, 0.5, 0.95], worst: [0.1], chances: [] };

/** Draws of which only counts are kept, and the first of them, which say where they are counted. */
const COUNTED = 524_288;
const PILOT = 8192;

export const figureStudies: readonly Study[] = [1, 2, 7].flatMap((numbers) =>
  [256, 1024, 4096, 16_384, 65_536, ...(numbers < 7 ? [COUNTED] : [])].map((draws): Study => ({
    about: `${draws} draws of ${numbers} uncertain number${numbers > 1 ? 's' : ''}`,
    intervals: {
      mean: numbers === 1 ? SKEWED : LEVEL,
      '5 % quantile': LEVEL,
      median: LEVEL,
      '95 % quantile': LEVEL,
      'mean of the worst tenth': LEVEL,
    },
    runs: { small: draws > 4096 ? 2 : 8, large: draws === COUNTED ? 300 : 1000 },
    async run(_, seed) {
      const product = productOf(NUMBERS[numbers]!, seed, draws);
      const { mean, quantiles, worst } = draws === COUNTED ? figuresOfCounted(product) : figuresOf(product, WANTED);
      return [
        holds(estimateOf(mean), MEAN),
        ...[-Z, 0, Z].map((z, k) => holds(estimateOf(quantiles[k]!.figure), Math.exp(z * SD))),
        holds(estimateOf(worst[0]!.figure), WORST),
      ];
    },
  })),
);

function figuresOfCounted(draws: Float64Array): SeriesFigures {
  const layouts = [layoutOf(draws.subarray(0, PILOT), WANTED)];
  const digest = digestOf([draws], [WANTED], layouts);
  return figuresOfCounts(addDigests(nothingCounted([WANTED], layouts), [digest])[0]!, WANTED);
}

function productOf(ids: readonly string[], seed: string, draws: number): Float64Array {
  const [sum, scores] = [new Float64Array(draws), new Float64Array(draws)];
  for (const id of ids) {
    normalScores(pointStream(keyOf(seed), 'sobol', `channels.${id}`, draws), 0, draws, scores);
    for (let i = 0; i < draws; i++) sum[i] = sum[i]! + scores[i]!;
  }
  const share = SD / Math.sqrt(ids.length);
  return sum.map((score) => Math.exp(share * score));
}
