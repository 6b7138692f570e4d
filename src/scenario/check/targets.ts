import type { Fault } from '../fault.ts';
import { isRatioTarget, ratioTarget, ratioTargets } from '../../targets/table.ts';
import { ratioNames, totalNames } from '../schema/goals.ts';
import { channelsOf, error, unknownName, warning, type Facts } from './rule.ts';

/** Targets are about figures that there are, and say one thing. */
export function* targetsSayOneThing({ file, names }: Facts): Generator<Fault> {
  for (const [place, target] of (file.targets ?? []).entries()) {
    const at = ['targets', place];
    const known = names.metrics && [...totalNames, ...ratioNames, ...names.metrics];
    yield* unknownName([...at, 'metric'], target.metric, known, 'metric');
    if (target.atLeast === undefined && target.atMost === undefined) {
      yield error(at, 'does not say what the metric should reach', { advice: 'Give `atLeast` or `atMost`.' });
    } else if (target.atLeast !== undefined && target.atMost !== undefined) {
      const advice = 'Write two targets, one with `atLeast` and one with `atMost`.';
      yield error([...at, 'atMost'], 'is given together with `atLeast`', { advice });
    } else if (isRatioTarget(target.metric)) {
      const { side } = ratioTargets[target.metric];
      const other = side === 'atLeast' ? 'atMost' : 'atLeast';
      if (target[other] === undefined) continue;
      const advice = `Write \`${side}\`, or a target about revenue, profit or spend instead.`;
      yield error([...at, other], `cannot be asked of ${target.metric}: a plan is better where it is ${BETTER[side]}`, {
        advice,
        replacement: side,
        inName: true,
      });
    }
  }
}

/** Profit is added up by whole periods, so nothing is paid back before the first has ended. */
export function* paybackTakesAPeriod({ file }: Facts): Generator<Fault> {
  for (const [place, { metric, atMost }] of (file.targets ?? []).entries()) {
    if (metric !== 'payback' || atMost === undefined || atMost >= 1) continue;
    yield error(['targets', place, 'atMost'], `must be 1 or more, the end of the first period, got ${atMost}`, {
      advice: 'Shorter periods tell more: `horizon: { unit: day }`.',
      replacement: '1',
    });
  }
}

const BETTER = { atLeast: 'larger', atMost: 'smaller' } as const;

/** A mean over customers is of all draws together: there is no chance of it. */
export function* meansHaveNoChance({ file }: Facts): Generator<Fault> {
  for (const [place, { metric, probability }] of (file.targets ?? []).entries()) {
    const refused = ratioTarget(metric)?.noChance;
    if (probability === undefined || refused === undefined) continue;
    yield error(['targets', place, 'probability'], refused.message, { advice: refused.advice });
  }
}

/** Satisfaction is asked of customers of whom it is known, and by enough of them. */
export function* satisfactionIsKnown({ file }: Facts): Generator<Fault> {
  const rated = channelsOf(file).filter(({ channel }) => channel.satisfaction !== undefined);
  const asked = (file.targets ?? []).findIndex(({ metric }) => metric === 'satisfaction');
  if (asked >= 0 && rated.length === 0) {
    yield error(['targets', asked, 'metric'], 'is known of no channel', {
      advice: 'Give `satisfaction: { mean: 4.3, answers: 200 }` under channels.',
    });
  }
  for (const { channel, at } of rated) {
    const { answers = FEW_ANSWERS } = channel.satisfaction!;
    if (answers >= FEW_ANSWERS) continue;
    yield warning([...at, 'satisfaction', 'answers'], `rests on few answers: ${answers}`, {
      advice: `Ask ${FEW_ANSWERS} customers or more before you let it decide.`,
    });
  }
}

/** Fewer tell little of a mean. */
const FEW_ANSWERS = 30;

/** A figure of the planner's does not hide one of the program's. */
export function* metricsHaveNamesOfTheirOwn({ file }: Facts): Generator<Fault> {
  for (const name of Object.keys(file.metrics ?? {})) {
    if (!totalNames.includes(name) && !isRatioTarget(name)) continue;
    yield error(['metrics', name], 'is the name of a figure that there is already', {
      advice: 'Choose another name.',
      inName: true,
    });
  }
}
