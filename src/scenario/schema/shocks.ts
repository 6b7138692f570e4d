import { wrongWord } from './choice.ts';
import { channelList } from './reference.ts';
import { MOST_PERIODS } from './horizon.ts';
import { section, text } from './leaf.ts';
import { named } from './name.ts';
import { share, whole } from './number.ts';
import { quantity } from './quantity.ts';
import { z } from './zod.ts';

const shockTargets = ['price', 'demand', 'value', 'rate'] as const;

/** `search.price` or `USD.rate` in its two parts, with `*` for all; undefined when it is no such name. */
export function shockTarget(key: string) {
  const dot = key.lastIndexOf('.');
  const what = shockTargets.find((word) => word === key.slice(dot + 1));
  if (dot < 1 || what === undefined) return undefined;
  const of = key.slice(0, dot);
  return what === 'rate' ? { currency: of, what } : { channel: of, what };
}

const target = z.string().check((context) => {
  const key = context.value;
  if (shockTarget(key) !== undefined) return;
  const dot = key.lastIndexOf('.');
  const { replacement } = wrongWord(dot < 0 ? key : key.slice(dot + 1), shockTargets);
  const channel = dot > 0 ? key.slice(0, dot) : '*';
  context.issues.push({
    code: 'custom',
    message: 'must be a channel (or `*` for all), a dot, and price, demand or value; or a currency, a dot, and rate',
    params: {
      advice: 'For example `*.price` for the price of every channel.',
      ...(replacement === undefined ? {} : { replacement: `${channel}.${replacement}` }),
    },
    input: key,
  });
});

const shock = {
  label: text('What happens, for reports.', 200).exactOptional(),
  from: whole('First period in which it acts, counted from 1.', { least: 1, most: MOST_PERIODS }).exactOptional(),
  to: whole('Last period in which it acts; the plan and its lasting effect to the end without it.', {
    least: 1,
    most: MOST_PERIODS,
  }).exactOptional(),
  multiply: z
    .record(
      target,
      quantity('Factor above 0: 1.3 is 30 % more. For nothing at all use `switchOff`.', 'number', {
        least: 0,
        open: true,
      }),
    )
    .meta({
      description:
        'What changes by which factor: `search.price`, or `*.price` for every channel; also demand and value, and `USD.rate` of a currency.',
      propertyNames: { type: 'string', pattern: `^.+\\.(${shockTargets.join('|')})$` },
    })
    .exactOptional(),
  switchOff: channelList(
    'Channels that are switched off while it acts: nothing is bought there, and nothing is paid.',
    0,
  ).exactOptional(),
};

export const events = named(
  'Things that may happen, each with its chance.',
  section('One event.', { ...shock, probability: share('Chance that it happens, from 0 to 1.') }),
);

export const stresses = named('Things to test the plan against, as if they happened.', section('One stress.', shock));
