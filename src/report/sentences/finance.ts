/** A plan as finance sees it, in sentences. */
import type { FinanceOfChannel, FinanceView } from '../../finance/finance-view.ts';
import { chanceFigure, figure, inline } from '../numbers/estimate.ts';
import { exact, percent } from '../numbers/exact.ts';
import { grouped } from '../numbers/grouped.ts';
import { roughRange } from '../numbers/rough.ts';
import { paybackOfCustomers } from './cohorts.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { noises } from './proof.ts';
import { about, size, sum } from './sum.ts';

export function financeHeadline(view: FinanceView): Headline {
  const { currency } = view.scenario;
  const plan = view.plan.name === 'today' ? "Today's plan" : 'The recommended plan';
  const { value } = view.presentValue;
  return {
    first: `${plan} is expected to ${value < 0 ? 'lose' : 'earn'} ${size(view.presentValue, 'money', currency)}; with a chance of ${percent(view.chance, 0)} it is at least ${heldBack(view).level}\u00a0${currency}.`,
    rest: [
      ...downsideTexts(view),
      ...carryInTexts(view),
      reserveText(view),
      paybackText(view),
      cashText(view),
      ...repeatTexts(view),
      ...paybackOfCustomers(view),
      ...dependenceTexts(view),
    ],
  };
}

function downsideTexts({ downside, draws, scenario: { currency } }: FinanceView): readonly string[] {
  if (downside === undefined) return [];
  const { worstMean, chanceOfLoss } = downside;
  const loss = inline(chanceFigure(chanceOfLoss, draws.judging));
  return [
    `If things go badly, in the worst 10\u00a0% of cases, it is ${sum(worstMean, 'money', currency)} on average; the chance of a loss is ${loss}.`,
  ];
}

function carryInTexts({ carryInProfit, scenario: { currency } }: FinanceView): readonly string[] {
  if (carryInProfit.value === 0) return [];
  return [`Spend before the plan would bring ${sum(carryInProfit, 'money', currency)} of that alone.`];
}

function reserveText(view: FinanceView): string {
  const { contingency, chance, scenario } = view;
  const { apart, spared } = contingency;
  const { currency } = scenario;
  const held = `To keep the expected profit less a reserve with a chance of ${percent(chance, 0)}, hold back ${heldBack(view).reserve}\u00a0${currency}.`;
  return spared > 0 && apart > 0
    ? `${held} Reserves held by each channel on its own would add up to ${about(apart, 'money', currency)}: not all of them do badly at once.`
    : held;
}

function paybackText({ payback, cash, scenario: { unit, periods } }: FinanceView): string {
  if (payback === undefined) return 'On average the plan does not pay back what it spends.';
  const when = inline(figure(payback, 'ratio'));
  // Cash may be below zero much longer.
  const counted = cash.afterEnd.repeats === 0 ? '' : ', repeat orders to come counted when customers are won';
  return `On average it has paid back what it spends after ${when} ${unit}${when === '1' ? '' : 's'}${payback.value > periods ? ', after its end' : ''}${counted}.`;
}

function cashText(view: FinanceView): string {
  const { cash, chance, scenario } = view;
  const { currency, unit } = scenario;
  const { deepest, lags } = cash;
  const when = (lag: number) => (lag === 0 ? 'at once' : `after ${lag} ${unit}${lag === 1 ? '' : 's'}`);
  const terms = `With media paid ${when(lags.pay)} and customers paying ${when(lags.collect)}`;
  return deepest.atMost > 0
    ? `${terms}, ${sum(deepest.mean, 'money', currency)} have to be financed on average at the deepest, and no more than ${financedAtMost(view)}\u00a0${currency} with a chance of ${percent(chance, 0)}.${cashBackText(view)}`
    : `${terms}, nothing has to be financed with a chance of ${percent(chance, 0)}.`;
}

/** From when on expected cash is no longer below zero; nothing where it never is. */
function cashBackText({ cash: { path }, scenario: { unit, periods } }: FinanceView): string {
  const back = cashBackAfter(path);
  if (back === 0) return '';
  return back === undefined
    ? ' Expected cash stays below zero.'
    : ` Expected cash is below zero until ${unit} ${back}${back > periods ? ', after the end of the plan,' : ''} and not after it.`;
}

/** What of the money comes when the plan is over: nothing where customers order once. */
function repeatTexts({ cash: { afterEnd }, scenario: { currency } }: FinanceView): readonly string[] {
  if (afterEnd.repeats === 0) return [];
  const repeats = about(afterEnd.repeats, 'money', currency);
  const all = about(Math.abs(afterEnd.all), 'money', currency);
  return [
    `After the end of the plan, repeat orders bring ${repeats} of cash, less what they cost; with all else, cash ${afterEnd.all < 0 ? 'falls' : 'rises'} by ${all} then.`,
  ];
}

function dependenceTexts(view: FinanceView): readonly string[] {
  const { largest, revenue } = view.concentration;
  if (largest === undefined) return [];
  const { currency } = view.scenario;
  const as = revenue === undefined ? '' : `, as if there were ${grouped(1 / revenue, 1)} equal channels`;
  const change = (estimate: { readonly value: number; readonly standardError: number }) =>
    `${estimate.value < 0 ? 'costs' : 'brings'} ${size(estimate, 'money', currency)}`;
  return [
    `${channelLabel(view, largest.channel)} brings ${percent(largest.share, 0)} of the channels' revenue${as}. If it closes and nothing is paid there, that ${change(largest.closed)}; if it is paid and brings nobody, that ${change(largest.fails)}.`,
  ];
}

export function financeCaveats({ draws, scenario, cash, carryInProfit }: FinanceView): readonly string[] {
  return [
    `${exact(draws.judging, 'count')} draws of all that is uncertain in the file.`,
    'In profit and loss, what customers bring over their life, repeat orders and service included, counts in the period in which they are won.',
    ...(carryInProfit.value !== 0
      ? [
          'After the end of the plan, what its own spend still brings stands apart from what spend before it would bring alone; until then they are counted together.',
        ]
      : []),
    ...(cash.lags.collect + cash.lags.pay > 0 || cash.path.length > scenario.periods
      ? [
          'Cash counts orders when customers pay, with the chance that a repeat order comes and when it is due; media when they are paid; goods and partners with each order; all other costs, service included, in the period in which customers are won. Taxes and interest are left out.',
        ]
      : []),
    noises,
  ];
}

/** Profit that is reached with the chance, and the reserve, in the steps in which expected profit is told: so that they add up. */
export function heldBack({ presentValue, contingency: { level, reserve } }: FinanceView): {
  readonly level: string;
  readonly reserve: string;
} {
  const held = Math.max(0, reserve);
  const largest = Math.max(Math.abs(presentValue.value), Math.abs(level), held);
  const inSteps = (value: number) => roughRange([value, largest], 'money')[0];
  return { level: inSteps(level), reserve: inSteps(held) };
}

/** What is enough to finance with the chance, in the digits in which what is needed on average is told. */
export function financedAtMost({ cash: { deepest } }: Pick<FinanceView, 'cash'>): string {
  return figure({ ...deepest.mean, value: deepest.atMost }, 'money').text;
}

/** Periods after which expected cash is never below zero again: 0 where it never is, undefined where it is in the end. */
export function cashBackAfter(path: readonly number[]): number | undefined {
  const below = path.findLastIndex((cash) => cash < 0);
  if (below === -1) return 0;
  return below === path.length - 1 ? undefined : below + 2;
}

/** Share of all media that the channel with most of them gets. */
export function largestSpendShare({ channels, plan: { totalSpend } }: FinanceView): number {
  return totalSpend > 0 ? Math.max(...channels.map(({ spend }) => spend)) / totalSpend : 0;
}

/** What a customer brings, as a multiple of what one costs, hours included; undefined where there are none, or they cost nothing. */
export function timesItsCost({ valuePerCustomer, cacFull }: FinanceOfChannel): number | undefined {
  return valuePerCustomer === undefined || cacFull === undefined || !(cacFull > 0)
    ? undefined
    : valuePerCustomer / cacFull;
}
