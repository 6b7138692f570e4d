import { lawOf } from '../../distributions/law-of.ts';
import { scoreMoments } from '../../distributions/observed.ts';
import { posterior, surprise, withScore } from '../../distributions/posterior.ts';
import type { ScoreBelief } from '../../families.ts';
import { conditioned, type ScoreEvidence } from '../../random/correlation/condition.ts';
import { expectationPropagation } from '../../random/correlation/expectation-propagation.ts';
import { dependence, type CorrelationCluster } from '../../random/dependence.ts';
import { normalCumulative, normalQuantile } from '../../numeric/normal.ts';
import type { ChannelFields } from '../check/rule.ts';
import { correlationsByPath } from '../correlated.ts';
import type { Fault } from '../fault.ts';
import type { Parsed } from '../parse.ts';
import { valueAt, withValueAt } from '../path.ts';
import type { Quantity } from '../quantity/types.ts';
import { pathText, type Path } from '../text/finding.ts';
import { lessonsOf, type Lesson } from './lessons.ts';

/** A result this far out, in normal scores, the file holds impossible: one case in 10^15. */
export const IMPOSSIBLE = 8;

/** Rounding of the deviation of a score that nothing links to what was told. */
const UNMOVED = 1e-12;

type Uncertain = Quantity & { readonly kind: 'uncertain' };

/** What a pilot says of a number of the file. */
interface Told {
  readonly path: Path;
  readonly seen: Lesson['seen'];
  readonly before: Uncertain;
}

/** What a number of the file is after pilots. */
interface Change {
  readonly path: Path;
  readonly after: Uncertain | number;
}

/**
 * A file in which what its pilots brought is learned: beliefs before a pilot are in the words of the planner, those after it are
 * what is drawn. What the file says moves with a number that is learned is moved by it. Numbers that are certain or computed from others
 * stay as they are.
 *
 * @param faults  of the file; where correlations are wrong, nothing is moved by them
 */
export function withPilots(parsed: Parsed, faults: readonly Fault[] = []): Parsed {
  const told = Object.entries(parsed.file.channels).flatMap(([name, channel]) => toldOf(name, channel));
  if (told.length === 0) return parsed;
  const doubtful = faults.some(({ severity, path }) => severity === 'error' && path[0] === 'correlations');
  const clusters = doubtful ? [] : clustersWith(parsed, told);
  const together = new Set(clusters.flatMap(({ ids }) => ids));
  const changes = [
    ...told.filter(({ path }) => !together.has(pathText(path))).map((each) => learnedAlone(each)),
    ...clusters.flatMap((cluster) => learnedTogether(parsed, cluster, told)),
  ];
  const changed = new Map(changes.map(({ path, after }) => [pathText(path), after]));
  return {
    ...parsed,
    file: changes.reduce((file, { path, after }) => withValueAt(file, path, after), parsed.file),
    numbers: parsed.numbers.map((number) => ({ ...number, value: changed.get(pathText(number.path)) ?? number.value })),
  };
}

function toldOf(name: string, channel: ChannelFields): readonly Told[] {
  return lessonsOf(channel).flatMap(({ path, seen }) => {
    const before = quantityAt(channel, path);
    if (before?.kind !== 'uncertain' || surprise(before.distribution, seen) > IMPOSSIBLE) return [];
    return [{ path: ['channels', name, ...path], seen, before }];
  });
}

/** The number of a channel that a lesson is about. */
export function quantityAt(channel: ChannelFields, [section, key]: readonly string[]): Quantity | undefined {
  if (section === 'funnel') return channel.funnel?.[key!];
  return section === 'efficiency' ? channel.efficiency : channel.price?.[key as 'cpc'];
}

/** What moves with the numbers that pilots tell of. */
function clustersWith({ file, numbers }: Parsed, told: readonly Told[]): readonly CorrelationCluster[] {
  const requests = correlationsByPath(file, numbers);
  const paths = new Set(told.map(({ path }) => pathText(path)));
  const ids = [...new Set(requests.flatMap(({ of }) => of))];
  if (!ids.some((id) => paths.has(id))) return [];
  return dependence(ids, requests).clusters.filter((cluster) => cluster.ids.some((id) => paths.has(id)));
}

function learnedAlone({ path, seen, before }: Told): Change {
  const { distribution } = before;
  return {
    path,
    after: { ...before, distribution: posterior(distribution, seen), learned: { before: distribution, seen } },
  };
}

/** All members of a cluster: those that pilots tell of, and those that move with them. */
function learnedTogether(parsed: Parsed, cluster: CorrelationCluster, told: readonly Told[]): readonly Change[] {
  const toldBy = new Map(told.map((each) => [pathText(each.path), each]));
  const members = cluster.ids.filter((id) => toldBy.has(id));
  const evidence = expectationPropagation(
    cluster,
    new Map(
      members.map((id) => {
        const { before, seen } = toldBy.get(id)!;
        return [id, scoreMoments(lawOf(before.distribution), seen)];
      }),
    ),
  );
  const { mean, sd } = conditioned(cluster, evidence);
  const paths = new Map(
    [...parsed.numbers.map(({ path }) => path), ...chancesOf(parsed)].map((path) => [pathText(path), path]),
  );
  return cluster.ids.flatMap((id, k): readonly Change[] => {
    const [path, score] = [paths.get(id)!, { mean: mean[k]!, sd: sd[k]! }];
    if (score.mean === 0 && Math.abs(score.sd - 1) < UNMOVED) return [];
    const number = valueAt(parsed.file, path) as Quantity | number;
    if (typeof number === 'number') return [{ path, after: chanceAfter(number, score) }];
    if (number.kind !== 'uncertain') return [];
    const { distribution } = number;
    const own = evidence.find((each) => each.id === id);
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
