import type { Fault } from '../fault.ts';
import { totalNames } from '../schema/goals.ts';
import { channelsOf, error, unknownName, warning, type Facts } from './rule.ts';

/** Targets are about figures that there are, and say one thing. */
export function* targetsSayOneThing({ file, names }: Facts): Generator<Fault> {
  for (const [place, target] of (file.targets ?? []).entries()) {
    const at = ['targets', place];
    const known = names.metrics && [...totalNames, ...names.metrics];
    yield* unknownName([...at, 'metric'], target.metric, known, 'metric');
    if (target.atLeast === undefined && target.atMost === undefined) {
      yield error(at, 'does not say what the metric should reach', { advice: 'Give `atLeast` or `atMost`.' });
    } else if (target.atLeast !== undefined && target.atMost !== undefined) {
      const advice = 'Write two targets, one with `atLeast` and one with `atMost`.';
      yield error([...at, 'atMost'], 'is given together with `atLeast`', { advice });
    }
  }
}

/** A figure of the planner's does not hide one of the program's. */
export function* metricsHaveNamesOfTheirOwn({ file }: Facts): Generator<Fault> {
  for (const name of Object.keys(file.metrics ?? {})) {
    if (!totalNames.includes(name)) continue;
    yield error(['metrics', name], 'is the name of a figure that there is already', {
      advice: 'Choose another name.',
      inName: true,
    });
  }
}

/** Money can be made only of customers who are worth something. */
export function* customersAreWorthSomething({ file }: Facts): Generator<Fault> {
  const goal = file.goal?.maximize ?? 'profit';
  if (goal === 'customers' || file.value?.orderValue !== undefined) return;
  const worthless = channelsOf(file).filter(
    ({ channel }) => channel.value?.orderValue === undefined && channel.response?.of !== 'revenue',
  );
  for (const { at } of worthless) {
    const advice = 'Give `orderValue` under `value`, for all channels or for this one, or maximize customers.';
    yield warning(at, `has customers of no value, so it cannot bring ${goal}`, { advice });
  }
}
