import type { Fault } from '../fault.ts';
import { error, isRead, unknownName, warning, type Facts } from './rule.ts';

/** A scorecard has something that counts, and scores channels that there are. */
export function* screeningIsOfSomething(facts: Facts): Generator<Fault> {
  const {
    file: { screening },
    names,
  } = facts;
  if (screening === undefined) return;
  const { weights, channels = {} } = screening;
  if (!Object.values(weights).some((weight) => weight > 0)) {
    const advice = 'Give the criteria that matter: `weights: { cost: 3, precision: 2, competition: 1 }`.';
    yield error(['screening', 'weights'], 'has no criterion that counts', { advice });
  }
  for (const [name, scores] of Object.entries(channels)) {
    const at = ['screening', 'channels', name];
    yield* unknownName(at, name, names.channels, 'channel', { inName: true });
    for (const criterion of Object.keys(scores)) {
      if (Object.hasOwn(weights, criterion) || !isRead(facts, ['screening', 'weights', criterion])) continue;
      const advice = 'Give it a weight under `screening.weights`, or remove it.';
      yield warning([...at, criterion], 'counts for nothing: the criterion has no weight', { advice });
    }
  }
}
