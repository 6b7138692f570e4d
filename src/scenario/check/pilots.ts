import { quantile } from '../../distributions/distribution.ts';
import { firstStageOf } from '../bought.ts';
import { chainOf } from '../chain.ts';
import type { Fault } from '../fault.ts';
import type { Learning } from '../pilot/learning.ts';
import { countAt, lessonsOf, type PilotFields } from '../pilot/lessons.ts';
import { IMPOSSIBLE, quantityAt } from '../pilot/with-pilots.ts';
import { showRoughly } from '../quantity/shown.ts';
import { pathText, type Path } from '../text/finding.ts';
import { channelsOf, error, isRead, shown, warning, type ChannelFields, type Facts } from './rule.ts';

/** Normal score of the ends of a range of 90 %: a result beyond has moved the middle out of what was believed. */
const SURPRISING = 1.645;

/** What a pilot counted fits together, and says something of numbers that are uncertain. */
export function* pilotsTellSomething(facts: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(facts.file)) {
    const { pilot } = channel;
    if (pilot === undefined) continue;
    const path = [...at, 'pilot'];
    if (pilot.periods !== undefined && pilot.days !== undefined) {
      yield error([...path, 'days'], 'is given together with `periods`, which says the same', {
        advice: 'Keep one of them.',
      });
    }
    if (!isRead(facts, [...at, 'funnel'])) continue;
    const faults = [...countsFit(channel, pilot, path)];
    yield* faults;
    if (faults.length === 0) yield* lessonsOfPilot(facts.learning, channel, path, at);
  }
}

/** No more reach a stage than the one before it, and stages are those of the funnel. */
function* countsFit(channel: ChannelFields, pilot: PilotFields, path: Path): Generator<Fault> {
  const { steps, start } = chainOf(Object.keys(channel.funnel ?? {}), firstStageOf(channel));
  const stages = [start, ...steps.map(({ to }) => to)];
  for (const name of Object.keys(pilot.stages ?? {})) {
    if (stages.includes(name)) continue;
    const advice = `The funnel has ${stages.map((stage) => `\`${stage}\``).join(', ')}.`;
    yield error([...path, 'stages', name], 'is no stage of the funnel', { advice, inName: true });
  }
  const counted = stages.flatMap((stage) => {
    const count = countAt(pilot, stage);
    return count === undefined ? [] : [{ stage, count }];
  });
  for (const [k, { stage, count }] of counted.entries()) {
    const before = counted[k - 1];
    if (before === undefined || count <= before.count) continue;
    const message = `counts ${shown(count)} at \`${stage}\`, more than the ${shown(before.count)} at \`${before.stage}\` before it`;
    yield error(path, message, { advice: 'Are they counted over the same time?' });
  }
}

/** Each lesson is of an uncertain number that holds the result possible. */
function* lessonsOfPilot({ surprise }: Learning, channel: ChannelFields, path: Path, at: Path): Generator<Fault> {
  const lessons = lessonsOf(channel);
  for (const lesson of lessons) {
    const quantity = quantityAt(channel, lesson.path);
    if (quantity === undefined) continue;
    const where = pathText(lesson.path);
    if (quantity.kind !== 'uncertain') {
      const what = quantity.kind === 'constant' ? 'a certain number' : 'computed from others';
      yield warning(path, `does not change \`${where}\`, which is ${what}`, {
        advice: 'Write a range for it: what was believed before the pilot.',
      });
      continue;
    }
    const moved = surprise(quantity.distribution, lesson.seen);
    if (moved <= SURPRISING) continue;
    const ends = [0.05, 0.95].map((p) => quantile(quantity.distribution, p));
    const unit = lesson.seen.kind === 'counted' ? 'rate' : 'number';
    const [low, high] = showRoughly(ends, ends[1]! - ends[0]!, unit);
    const believed = `before it, \`${where}\` was believed between ${low} and ${high}`;
    const advice = 'Widen that range if you trust the pilot; if not, take the pilot out.';
    if (moved > IMPOSSIBLE)
      yield error([...at, ...lesson.path], `cannot be what the pilot showed: ${believed}`, { advice });
    else yield warning(path, `is a surprise: ${believed}`, { advice });
  }
  if (lessons.length === 0) {
    const advice =
      'Give the counts at both ends of a step of the funnel (such as `clicks` and `customers`), or of what the price buys.';
    yield warning(path, 'changes nothing: no price and no step of the funnel was counted', { advice });
  }
}
