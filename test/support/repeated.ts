/** What tests of work that is repeated block by block ask for. */
import type { Model, Plan } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';

/** Today's plan, and one that spends something in every period. */
export function twoPlans(model: Model): readonly Plan[] {
  return [todaysPlan(model), { name: 'more', spend: model.channels.map((c) => c.plan.map((x) => 2 * x + 1)) }];
}

/** Kinds of channels by what the kernel does for them, as fields of a channel. */
export const CHANNELS_REPEATED = [
  ['hill', '    response: { curve: hill, halfSaturation: 5k to 20k, slope: 0.7 / 0.9 / 1.3 }'],
  ['exponential', '    response: { curve: exponential, scale: 5k to 20k }'],
  [
    'carry-over',
    '    response: { curve: exponential, scale: 9k }\n    carryover: { curve: geometric, retention: 10% to 60% }',
  ],
] as const;
