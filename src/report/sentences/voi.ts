/** What an analysis of the value of information says, in sentences. */
import type { AfterPilot, Belief, InformationValue, PilotOfChannel } from '../../information/information-value.ts';
import { roughRange, rough } from '../numbers/rough.ts';
import { exact } from '../numbers/exact.ts';
import { plain } from '../plain.ts';
import { assumptionLabel, assumptionValues } from './assumptions.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { noises } from './proof.ts';
import { about, isClear, size, sum } from './sum.ts';
import { goalWords, listText } from './words.ts';

export function voiHeadline(found: InformationValue): Headline {
  const { kind } = goalWords(found.figure.maximize);
  const { currency } = found.scenario;
  const matters = isClear(found.perfect) && found.perfect.value > 0;
  const first = found.incomplete
    ? matters
      ? `Knowing everything before you decide would be worth at least ${sum(found.perfect, kind, currency)}.`
      : 'The search was stopped before it had the plans that tell what knowing more would be worth.'
    : matters
      ? `Knowing everything before you decide would be worth ${sum(found.perfect, kind, currency)}: no test can be worth more.`
      : 'Knowing more would hardly change the plan: the recommended one is the best, or nearly, in almost every case.';
  return {
    first,
    rest: [
      ...(found.after === undefined ? [] : afterTexts(found, found.after)),
      ...found.pilots.map((pilot) => pilotText(found, pilot)),
      ...(found.pilots.length === 0 && matters && !found.incomplete
        ? [
            'No single channel is worth a pilot: what could be learned of any one of them would not change the plan enough.',
          ]
        : []),
    ],
  };
}

/** A recommended pilot in one sentence, or that there is none. */
export function pilotText(found: InformationValue, { channel, sizes, best }: PilotOfChannel): string {
  const { kind } = goalWords(found.figure.maximize);
  const { currency, unit } = found.scenario;
  const name = channelLabel(found, channel);
  const money = kind === 'money';
  if (sizes.length === 1 || best === undefined || !money) {
    const most = sizes.reduce((a, b) => (b.value.value > a.value.value ? b : a));
    const worth = `A pilot in ${name} of ${lengthOf(most.periods, unit)} with ${about(most.spend, 'money', currency)} of media is worth ${size(most.value, kind, currency)}`;
    if (!money) return `${worth}; its cost is to be weighed against that.`;
    return most.net > 0 && isClear(most.value)
      ? `${worth}, and ${costText(most.cost.value, currency)}. Let it cost no more than ${about(most.value.value, 'money', currency)}.`
      : `${worth}, and ${costText(most.cost.value, currency)}: no pilot there is worth its cost.`;
  }
  const { periods, spend, value, cost } = sizes[best]!;
  return `Test ${name} before you decide: a pilot of ${lengthOf(periods, unit)} with ${about(spend, 'money', currency)} of media is worth up to ${size(value, kind, currency)}, and ${costText(cost.value, currency)}.`;
}

function costText(cost: number, currency: string): string {
  return cost > 0
    ? `costs ${about(cost, 'money', currency)} after what its customers bring`
    : 'pays for itself by what its customers bring';
}

export function lengthOf(periods: number, unit: string): string {
  return `${periods} ${unit}${periods === 1 ? '' : 's'}`;
}

/** What is believed after the result of a pilot, and which plan is the best then. */
export function afterTexts(found: InformationValue, after: AfterPilot): readonly string[] {
  const { kind } = goalWords(found.figure.maximize);
  const { currency } = found.scenario;
  const { counts, customers, best, means, moved } = after;
  const name = channelLabel(found, after.channel);
  const got = [
    `${exact(counts.customers, 'count')} customer${counts.customers === 1 ? '' : 's'}`,
    ...(counts.leads === undefined ? [] : [`${exact(counts.leads, 'count')} lead${counts.leads === 1 ? '' : 's'}`]),
  ];
  const [from, to] = [customers.before, customers.after].map(customersText);
  const same = best.before === best.after;
  const gain = means[best.after]!.value - means[best.before]!.value;
  return [
    `After ${listText(got)} in the pilot of ${name}, such a pilot is believed to bring ${to} customers instead of ${from}.`,
    `${listText(moved.slice(0, MOST_TOLD).map(({ id, before, after: now }) => beliefText(found, id, before, now)))}.`.replace(
      /^./,
      (letter) => letter.toUpperCase(),
    ),
    same
      ? `The recommended plan stays the best of the ${found.plans.length} plans looked at.`
      : `The plan ${planText(found, best.after)} is now the better one, by ${about(gain, kind, currency)}: write the new beliefs into the file and optimize again.`,
  ];
}

const MOST_TOLD = 3;

function customersText({ mean, range }: Belief): string {
  return `${rough(mean, 'count')} (${roughRange(range, 'count').join(' to ')})`;
}

function beliefText(found: InformationValue, id: string, before: Belief, after: Belief): string {
  const values = assumptionValues(id, [before.mean, after.mean, ...before.range, ...after.range]);
  return `${assumptionLabel(found, id)} is now ${values[1]} (${values[4]} to ${values[5]}) instead of ${values[0]} (${values[2]} to ${values[3]})`;
}

/** How a plan that one could choose is called. */
export function planText(found: InformationValue, k: number): string {
  const { name } = found.plans[k]!;
  const match = /^for (little|much) from (.*)$/.exec(name);
  return match === null ? plain(name) : `for ${match[1]} from ${channelLabel(found, match[2]!)}`;
}

export function voiCaveats({ draws, plans }: InformationValue): readonly string[] {
  return [
    plans.length === 1
      ? 'One plan was found to choose from: the recommended one. With more plans to choose from, information can be worth a little more.'
      : `Decisions are between ${plans.length} plans that keep all limits: the recommended one, and the best where one channel brings little or much. With more plans to choose from, information can be worth a little more.`,
    `What a channel or an assumption would tell is learned by regression on one half of the ${exact(draws.judging, 'count')} draws and judged on the other half, so it is not overstated.`,
    'A pilot is counted as if it ran before the plan and in the same market; it tells by its customers and leads, which come by chance around what the draw says.',
    noises,
  ];
}
