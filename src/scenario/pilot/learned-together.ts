import { posterior, withScore } from '../../distributions/posterior.ts';
import type { ScoreBelief } from '../../families/distribution.ts';
import { normalCumulative, normalQuantile } from '../../numeric/normal.ts';
import { conditioned, type ScoreEvidence } from '../../random/correlation/condition.ts';
import type { CorrelationCluster } from '../../random/dependence.ts';
import type { Parsed } from '../parse.ts';
import { valueAt } from '../path.ts';
import type { Quantity } from '../quantity/types.ts';
import { pathText, type Path } from '../text/finding.ts';
import type { Learning } from './learning.ts';
import type { Lesson } from './lessons.ts';

/** Rounding of the deviation of a score that nothing links to what was told. */
const UNMOVED = 1e-12;

type Uncertain = Quantity & { readonly kind: 'uncertain' };

/** What a pilot says of a number of the file. */
export interface Told {
  readonly path: Path;
  readonly seen: Lesson['seen'];
  readonly before: Uncertain;
}

/** What a number of the file is after pilots. */
export interface Change {
  readonly path: Path;
  readonly after: Uncertain | number;
}

/** All members of a cluster: those that pilots tell of, and those that move with them. */
export function learnedTogether(
  parsed: Parsed,
  cluster: CorrelationCluster,
  told: readonly Told[],
  learning: Learning,
): readonly Change[] {
  const toldBy = new Map(told.map((each) => [pathText(each.path), each]));
  const members = cluster.ids.filter((id) => toldBy.has(id));
  const evidence = learning.evidence(
    cluster,
    members.map((id) => {
      const { before, seen } = toldBy.get(id)!;
      return { id, before: before.distribution, seen };
    }),
  );
  const { mean, sd } = conditioned(cluster, evidence);
  const paths = new Map(
    [...parsed.numbers.map(({ path }) => path), ...chancesOf(parsed)].map((path) => [pathText(path), path]),
  );
  return cluster.ids.flatMap((id, k): readonly Change[] => {
    const [path, score] = [paths.get(id)!, { mean: mean[k]!, sd: sd[k]! }];
    const own = evidence.find((each) => each.id === id);
    if (own === undefined && score.mean === 0 && Math.abs(score.sd - 1) < UNMOVED) return [];
    const number = valueAt(parsed.file, path) as Quantity | number;
    if (typeof number === 'number') return [{ path, after: chanceAfter(number, score) }];
    if (number.kind !== 'uncertain') return [];
    const { distribution } = number;
    if (own === undefined) {
      const learned = { before: distribution, with: members };
      return [{ path, after: { ...number, distribution: withScore(distribution, score), learned } }];
    }
    const { seen } = toldBy.get(id)!;
    const among = members.length === 1 ? distribution : withScore(distribution, withoutOwn(score, own));
    const after = posterior(among, seen);
    return [
      { path, after: { ...number, distribution: after, learned: { before: distribution, seen, evidence: own } } },
    ];
  });
}

/** What all others say of a score, of which its own evidence is weighed exactly. */
function withoutOwn({ mean, sd }: ScoreBelief, { precision, shift }: ScoreEvidence): ScoreBelief {
  const variance = 1 / (1 / (sd * sd) - precision);
  return { mean: variance * (mean / (sd * sd) - shift), sd: Math.sqrt(variance) };
}

/** Paths of the chances of events and deliveries. */
function chancesOf({ file }: Parsed): readonly Path[] {
  return [
    ...Object.keys(file.events ?? {}).map((name) => ['events', name, 'probability']),
    ...Object.keys(file.channels).map((name) => ['channels', name, 'delivery', 'probability']),
  ];
}

/** It happens where the score is high. */
function chanceAfter(chance: number, { mean, sd }: ScoreBelief): number {
  return normalCumulative((mean + normalQuantile(chance)) / sd);
}
