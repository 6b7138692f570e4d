/** What a sensitivity analysis says, in sentences. */
import type { Driver, Given, Influence, View } from '../../sensitivity/influence.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { exact, percent } from '../numbers/exact.ts';
import { assumptionLabel, assumptionAmounts } from './assumptions.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { noises } from './proof.ts';
import { sum } from './sum.ts';
import { upperFirst } from './upper-first.ts';
import { goalWords, listText } from './words.ts';

const MOST_NAMED = 3;

export function sensitivityHeadline(influence: Influence): Headline {
  const { noun, kind } = goalWords(influence.figure.maximize);
  const plan = influence.plan.name === 'today' ? "today's plan" : 'the recommended plan';
  const top = influence.drivers.slice(0, MOST_NAMED).filter(({ total }) => total.value > 0);
  if (top.length === 0) return { first: `Nothing in the file makes the ${noun} of ${plan} uncertain.`, rest: [] };
  const names = top.map((driver) => `${driverLabel(influence, driver)} (${percent(driver.total.value, 0)})`);
  const { currency } = influence.scenario;
  return {
    first: `What makes the ${noun} of ${plan} uncertain is above all ${listText(names)}.`,
    rest: [
      `Expected ${noun} is ${sum(influence.mean, kind, currency)}, with a standard deviation of ${sum(influence.sd, kind, currency)}. Shares are of its variance.`,
      ...(influence.interplay === undefined
        ? []
        : [
            `${upperFirst(percent(influence.interplay.value, 0))} of the variance comes from assumptions working together; the rest is theirs alone.`,
          ]),
      ...(influence.given === undefined ? [] : givenTexts(influence, influence.given)),
    ],
  };
}

/** `a`, or `a, b and c, which move together`. */
function driverLabel(influence: Influence, { members }: Driver): string {
  const names = members.map(({ id }) => assumptionLabel(influence, id));
  return names.length === 1 ? names[0]! : `${listText(names)}, which move together`;
}

function givenTexts(influence: Influence, given: Given): readonly string[] {
  const { views, effective, mean, worstMean, chanceOfLoss } = given;
  const { noun, kind } = goalWords(influence.figure.maximize);
  const { currency } = influence.scenario;
  const loss =
    chanceOfLoss === undefined
      ? ''
      : `, and the chance of a loss ${inline(chanceFigure(chanceOfLoss, Math.round(effective)))}`;
  const others = othersMoved(given).map(({ id, before, after }) => {
    const [from, to] = assumptionAmounts(influence, id, [before, after]);
    return `${assumptionLabel(influence, id)} goes from ${from} to ${to}`;
  });
  return [
    `Given ${listText(views.map((view) => viewText(influence, view)))}, expected ${noun} is ${sum(mean, kind, currency)}, the mean of the worst tenth ${sum(worstMean, kind, currency)}${loss}.`,
    ...(others.length === 0 ? [] : [`With it, on average, ${listText(others)}.`]),
    `That rests on ${exact(Math.round(effective), 'count')} of the ${exact(influence.draws.judging, 'count')} draws, counted as equally weighted ones.`,
  ];
}

/** Assumptions beside those that the views are about, which move far enough with them to be told. */
export function othersMoved({ views, moved }: Given): Given['moved'] {
  return moved.filter(({ id, by }) => !views.some((view) => view.id === id) && Math.abs(by) > WORTH_TELLING);
}

/** Standard deviations that a mean must move to be told. */
const WORTH_TELLING = 0.2;

function viewText(influence: Influence, view: View): string {
  const label = assumptionLabel(influence, view.id);
  if (view.kind === 'mean')
    return `that ${label} is ${assumptionAmounts(influence, view.id, [view.mean])[0]} on average`;
  const [low, high] = assumptionAmounts(influence, view.id, [view.low, view.high]);
  if (view.share === undefined) return `that ${label} lies between ${low} and ${high}`;
  const part = `${view.end === 'low' ? 'lowest' : 'highest'} ${percent(view.share, view.share < 0.1 ? 1 : 0)}`;
  return `that ${label} is in its ${part} (${view.end === 'low' ? `up to ${high}` : `from ${low} on`})`;
}

/** Of each channel with a funnel of more than one uncertain step, the step whose uncertainty matters most. */
export function weakestSteps(influence: Influence): readonly string[] {
  const members = influence.drivers.flatMap((driver) => driver.members);
  return influence.scenario.channels.flatMap(({ name }) => {
    const steps = members
      .filter(({ id }) => id.startsWith(`channels.${name}.funnel.`))
      .toSorted((a, b) => b.first.value - a.first.value);
    if (steps.length < 2) return [];
    const [step] = steps;
    const field = assumptionLabel(influence, step!.id).slice(channelLabel(influence, name).length + 2);
    return [
      `${channelLabel(influence, name)}: ${field}, with ${percent(Math.max(0, step!.first.value), 1)} of the variance.`,
    ];
  });
}

export function sensitivityCaveats({ draws, totalDraws, drivers, interplay }: Influence): readonly string[] {
  const together = drivers.some(({ members }) => members.length > 1);
  return [
    `Shares alone and rank correlations are from ${exact(draws.judging, 'count')} draws; shares with others from ${exact(totalDraws, 'count')}, each assumption drawn anew with all others as they were.`,
    'Shares with others count what several do together for each of them, so they add up to more than 100\u00a0% where assumptions work together.',
    ...(together && interplay === undefined
      ? [
          'Assumptions that move together have one share with others together. Fair shares deal it out: what knowing an assumption takes away, on average over all orders in which one could learn them. They add up to 100\u00a0%.',
        ]
      : []),
    noises,
  ];
}
