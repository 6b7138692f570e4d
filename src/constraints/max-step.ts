import type { LimitSource, LinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { channelsOf, warning, type ChannelFields, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { LARGEST_CHANGE } from './largest-change.ts';
import { eachPeriod, type PeriodOfChannel } from './terms.ts';

const fields = ({ amount, number }: FieldKinds) => ({
  channel: {
    maxStep: number(
      'Largest change from one period to the next, as a share of the earlier; a channel at nothing stays at nothing.',
      { least: 0, most: LARGEST_CHANGE },
    ).exactOptional(),
    maxStepAmount: amount('Largest change from one period to the next, in currency.').exactOptional(),
  },
});

/**
 * How far a channel may move from one period to the next. As a share it says nothing of the first period, and a channel
 * at nothing stays there: a share of nothing is nothing.
 */
export const maxStep: ConstraintFamily<typeof fields> = {
  name: 'maxStep',
  fields,
  rules: [stepsDoNotStartAtNothing],
  limits: (scenario) => [
    ...eachPeriod(scenario, 'maxStep', (share, at) => [
      ...step(at, 'step down', 1 - share, (terms) => ({ terms, least: 0, source: ofShare(at, share, 1) })),
      ...step(at, 'step up', 1 + share, (terms) => ({ terms, most: 0, source: ofShare(at, share, -1) })),
    ]),
    ...eachPeriod(scenario, 'maxStepAmount', (amount, at) => [
      ...step(at, 'step down in money', 1, (terms) => ({ terms, least: -amount, source: ofAmount(at, amount, -1) })),
      ...step(at, 'step up in money', 1, (terms) => ({ terms, most: amount, source: ofAmount(at, amount, 1) })),
    ]),
  ],
};

/** A limit on this period's spend less `factor` times that of the period before; none where it says nothing. */
function step(
  { index, period, where, path }: PeriodOfChannel,
  what: string,
  factor: number,
  limit: (terms: LinearLimit['terms']) => Pick<LinearLimit, 'terms' | 'least' | 'most' | 'source'>,
): LinearLimit[] {
  if (period === 0 || factor <= 0) return [];
  const terms = [
    { channel: index, period, coefficient: 1 },
    { channel: index, period: period - 1, coefficient: -factor },
  ];
  return [{ name: `${where}, ${what}`, path, ...limit(terms) }];
}

/** A share of the spend of the period before, which has this coefficient for each unit of it. */
function ofShare({ name, index, period }: PeriodOfChannel, number: number, coefficient: number): LimitSource {
  const terms = [{ channel: index, period: period - 1, coefficient }];
  return { kind: 'number', name: `${name}, largest step`, number, unit: 'rate', bound: 0, terms };
}

function ofAmount({ name }: PeriodOfChannel, number: number, bound: number): LimitSource {
  return { kind: 'number', name: `${name}, largest step in money`, number, unit: 'money', bound, terms: [] };
}

/** From nothing, no share leads back up. */
function* stepsDoNotStartAtNothing({ file }: Facts): Generator<Fault> {
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
