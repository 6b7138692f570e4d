import { lawOf } from '../../distributions/law-of.ts';
import { scoreMoments } from '../../distributions/observed.ts';
import { surprise } from '../../distributions/posterior.ts';
import type { Distribution, Observation } from '../../families/distribution.ts';
import type { ScoreEvidence } from '../../random/correlation/condition.ts';
import { expectationPropagation } from '../../random/correlation/expectation-propagation.ts';
import type { CorrelationCluster } from '../../random/dependence.ts';
import { remembered } from '../remembered.ts';

/** What was seen of a member of a cluster, and what was believed of it before. */
export interface Sighting {
  readonly id: string;
  readonly before: Distribution;
  readonly seen: Observation;
}

/** What takes milliseconds of learning from a pilot. */
export interface Learning {
  /** How far it moves what was believed: see `surprise`. */
  readonly surprise: (before: Distribution, seen: Observation) => number;
  /** What pilots say of the scores of a cluster: see `expectationPropagation`. */
  readonly evidence: (cluster: CorrelationCluster, sightings: readonly Sighting[]) => readonly ScoreEvidence[];
}

export const learning: Learning = {
  surprise: (before, seen) => surprise(before, seen),
  evidence: (cluster, sightings) =>
    expectationPropagation(
      cluster,
      new Map(sightings.map(({ id, before, seen }) => [id, scoreMoments(lawOf(before), seen)])),
    ),
};

/** A result is a number or a few; a file has some hundred pilots at most. */
const MOST_RESULTS = 1000;

/** The same, each once: pilots stay as they are from one edit to the next, and mostly also what was believed before them. */
export function rememberedLearning(): Learning {
  const surprises = remembered<number>(MOST_RESULTS);
  const evidences = remembered<readonly ScoreEvidence[]>(MOST_RESULTS);
  return {
    surprise: (before, seen) => surprises(JSON.stringify([before, seen]), () => learning.surprise(before, seen)),
    evidence: (cluster, sightings) => {
      const { ids, sources, factor } = cluster;
      const key = JSON.stringify([ids, sources.length, [...factor], sightings]);
      return evidences(key, () => learning.evidence(cluster, sightings));
    },
  };
}
