import { posterior } from '../../distributions/posterior.ts';
import { dependence, type CorrelationCluster } from '../../random/dependence.ts';
import type { ChannelFields } from '../check/rule.ts';
import { correlationsByPath } from '../correlated.ts';
import type { Fault } from '../fault.ts';
import type { Parsed } from '../parse.ts';
import { withValueAt } from '../path.ts';
import type { Quantity } from '../quantity/types.ts';
import { pathText } from '../text/finding.ts';
import { learnedTogether, type Change, type Told } from './learned-together.ts';
import { learning, type Learning } from './learning.ts';
import { lessonsOf } from './lessons.ts';

/** A result this far out, in normal scores, the file holds impossible: one case in 10^15. */
export const IMPOSSIBLE = 8;

/**
 * A file in which what its pilots brought is learned: beliefs before a pilot are in the words of the planner, those after it are
 * what is drawn. What the file says moves with a number that is learned is moved by it. Numbers that are certain or computed from others
 * stay as they are.
 *
 * @param faults  of the file; where correlations are wrong, nothing is moved by them
 * @param by      what learns, for who does so again and again
 */
export function withPilots(parsed: Parsed, faults: readonly Fault[] = [], by = learning): Parsed {
  const told = Object.entries(parsed.file.channels).flatMap(([name, channel]) => toldOf(name, channel, by));
  if (told.length === 0) return parsed;
  const doubtful = faults.some(({ severity, path }) => severity === 'error' && path[0] === 'correlations');
  const clusters = doubtful ? [] : clustersWith(parsed, told);
  const together = new Set(clusters.flatMap(({ ids }) => ids));
  const changes = [
    ...told.filter(({ path }) => !together.has(pathText(path))).map((each) => learnedAlone(each)),
    ...clusters.flatMap((cluster) => learnedTogether(parsed, cluster, told, by)),
  ];
  const changed = new Map(changes.map(({ path, after }) => [pathText(path), after]));
  return {
    ...parsed,
    file: changes.reduce((file, { path, after }) => withValueAt(file, path, after), parsed.file),
    numbers: parsed.numbers.map((number) => ({ ...number, value: changed.get(pathText(number.path)) ?? number.value })),
  };
}

function toldOf(name: string, channel: ChannelFields, { surprise }: Learning): readonly Told[] {
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
