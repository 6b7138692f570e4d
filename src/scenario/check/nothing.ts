import type { Fault } from '../fault.ts';
import { channelsOf, warning, type ChannelFields, type Facts } from './rule.ts';

/** Twice nothing is nothing. */
export function* changeNeedsPlan({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    if (!isNothing(channel.plan ?? 0)) continue;
    const { maxChange, change } = channel.limits ?? {};
    const field = maxChange !== undefined ? 'maxChange' : change !== undefined ? 'change' : undefined;
    if (field === undefined) continue;
    const advice = "Give `plan`, today's spend per period, or limit the channel in money.";
    yield warning([...at, 'limits', field], 'keeps the channel at nothing, since nothing is spent there today', {
      advice,
    });
  }
}

/** A shape of nothing has no level. */
export function* patternIsOfSomething({ file }: Facts): Generator<Fault> {
  const advice = "Give `plan`, today's spend per period, or give the channel a pattern of its own.";
  for (const { channel, at } of channelsOf(file)) {
    const own = channel.limits?.pattern;
    const given = own ?? file.pattern;
    if (given === undefined || !isNothing(given === 'today' ? (channel.plan ?? 0) : given)) continue;
    const why = given === 'today' ? 'nothing is spent there today' : 'every weight is 0';
    const path = own === undefined ? at : [...at, 'limits', 'pattern'];
    const what = own === undefined ? 'gets nothing under `pattern`' : 'keeps the channel at nothing';
    yield warning(path, `${what}, since ${why}`, { advice });
  }
}

/** From nothing, no share leads back up. */
export function* stepsDoNotStartAtNothing({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const step = channel.limits?.maxStep;
    if (step === undefined || !restsIn(channel)) continue;
    const lasts = step < 1 ? 'in every period' : 'from there on';
    yield warning(
      [...at, 'limits', 'maxStep'],
      `keeps the channel at nothing ${lasts}, since it gets nothing in some period and a share of nothing is nothing`,
      { advice: 'Limit steps in money with `maxStepAmount`.' },
    );
  }
}

/** Whether the limits of a channel leave it without money in some period of the plan. */
function restsIn({ limits = {} }: ChannelFields): boolean {
  const { max, fixed, dark = [], only, pattern } = limits;
  return [max, fixed, pattern].flat().includes(0) || dark.length > 0 || only !== undefined;
}

function isNothing(amounts: number | readonly number[]): boolean {
  return typeof amounts === 'number' ? amounts === 0 : amounts.every((amount) => amount === 0);
}
