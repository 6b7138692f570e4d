/** What a frontier says, in sentences. */
import type { Estimate, Frontier, FrontierStep } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { frontierWords, isClear, money, negative, pointSign, shareGivenUp, type FoundPoint } from './frontier-words.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';

export function frontierHeadline(frontier: Frontier): Headline {
  const found = frontier.points.filter((point) => point.status === 'found');
  if (found.length === 0) return { first: noFrontier(frontier), rest: [] };
  const [first, ...rest] = frontier.by === 'risk' ? byRisk(frontier, found) : byBudget(frontier);
  return { first: first!, rest: [...rest, ...besideText(frontier)] };
}

function byRisk(frontier: Frontier, found: readonly FoundPoint[]): string[] {
  const { whole, knee } = frontier;
  const { mean, worst } = frontierWords(frontier);
  if (whole === undefined) {
    return found[0]!.names.length > 1
      ? [`One plan is both the boldest and the most cautious: within the limits, no other has a better ${worst}.`]
      : [`Only one plan was found, the boldest: with the highest ${mean}.`];
  }
  const bold = found[0]!;
  const lifted = isClear(whole.worstMean, 1);
  const first = lifted
    ? `Giving up ${givenUp(whole, bold, frontier)} lifts the ${worst} by ${money(whole.worstMean, frontier)}: from the boldest plan to the most cautious.`
    : `There is hardly anything to trade: on fresh draws, the ${worst} of the most cautious plan is no better than that of the boldest by more than noise.`;
  return [first, ...(lifted && knee !== undefined ? [kneeByRisk(frontier, knee)] : [])];
}

/** `120,300 ± 400 EUR of expected profit (4 %)`. */
function givenUp({ mean: change }: FrontierStep, bold: FoundPoint, frontier: Frontier): string {
  const { mean } = frontierWords(frontier);
  if (!isClear(change, -1)) return `no more ${mean} than noise`;
  const share = -change.value / Math.abs(bold.mean.value);
  const text = share < 10 ? ` (${shareGivenUp(share)})` : '';
  return `${money(negative(change), frontier)} of ${mean}${text}`;
}

function kneeByRisk(frontier: Frontier, { at, before, after }: NonNullable<Frontier['knee']>): string {
  const { mean, worst, kind } = frontierWords(frontier);
  const unit = kind === 'money' ? `1\u00a0${frontier.scenario.currency}` : 'one';
  const up = isClear(before.mean, -1)
    ? `each ${unit} of ${mean} given up lifts the ${worst} by ${rough(before.worstMean.value / -before.mean.value, 'ratio')}`
    : `the ${worst} rises by ${money(before.worstMean, frontier)} at no cost in ${mean} beyond noise`;
  return `The knee is at point\u00a0${pointSign(at)}: up to it, ${up}; after it, ${perUnit(after.worstMean, -after.mean.value)}.`;
}

/** What a unit brings, or that it brings nothing. */
function perUnit(brought: Estimate, paid: number): string {
  return isClear(brought, 1) ? `by ${rough(brought.value / paid, 'ratio')}` : 'by nothing beyond noise';
}

function byBudget(frontier: Frontier): string[] {
  const { points, steps, knee, toMostProfit, scenario } = frontier;
  const at = points.findIndex(({ names }) => names.includes('most profit'));
  const best = points[at];
  const { currency } = scenario;
  if (best?.status !== 'found') {
    const channel = best?.channel === undefined ? '' : ` in «${channelLabel(frontier, best.channel)}»`;
    return [`No budget earns the most: ever more spend${channel} would pay, for nothing limits it.`];
  }
  // Optima are flat: more than three digits of a total would promise more than there is.
  const total = `${rough(best.totalSpend, 'money')}\u00a0${currency}`;
  const beyond = steps.find(({ from }) => from === at);
  return [
    `Expected profit is highest with a budget of ${total}: ${money(best.mean, frontier)}.`,
    ...(toMostProfit === undefined ? [] : [yourBudget(frontier, toMostProfit)]),
    ...(beyond !== undefined && isClear(beyond.mean, -1)
      ? [
          `Beyond ${total} the next ${rough(beyond.spend, 'money')} earn less than they cost: expected profit falls by ${money(negative(beyond.mean), frontier)}.`,
        ]
      : []),
    ...(knee === undefined ? [] : [kneeByBudget(frontier, knee)]),
  ];
}

/** What lies between the budget of the file and the one that earns the most. */
function yourBudget(frontier: Frontier, { from, spend, mean }: FrontierStep): string {
  const { currency } = frontier.scenario;
  const asked = frontier.points[from] as FoundPoint;
  const yours = `Your budget is ${amount(asked.totalSpend)}\u00a0${currency}`;
  const between = rough(Math.abs(spend), 'money');
  if (!isClear(mean, 1)) return `${yours}, which earns as much, up to noise.`;
  return spend > 0
    ? `${yours}: the ${between} up to there would earn ${money(mean, frontier)} more, ${rough(mean.value / spend, 'ratio')} for each unit.`
    : `${yours}: its last ${between} earn ${money(mean, frontier)} less than they cost.`;
}

function kneeByBudget(frontier: Frontier, { at, before, after }: NonNullable<Frontier['knee']>): string {
  const point = frontier.points[at] as FoundPoint;
  const rate = ({ mean, spend }: FrontierStep) => rough(mean.value / spend, 'ratio');
  return `The knee is at point\u00a0${pointSign(at)}: up to ${amount(point.totalSpend)}\u00a0${frontier.scenario.currency} each unit of money adds ${rate(before)} of profit, from there to the highest ${rate(after)}.`;
}

/** Which of the other plans a point of the frontier beats. */
function besideText(frontier: Frontier): string[] {
  const { worst, mean } = frontierWords(frontier);
  const how = frontier.by === 'risk' ? `more ${mean} and a better ${worst}` : `more ${mean} for less money`;
  return frontier.beside.flatMap(({ name, beatenBy }) => {
    if (beatenBy === undefined) return [];
    const who = name === 'today' ? "Today's plan" : "Today's split at the new total";
    return [`${who} is beaten: point\u00a0${pointSign(beatenBy)} has ${how}.`];
  });
}

function noFrontier({ points, scenario }: Frontier): string {
  const [point] = points;
  const why = point?.status === 'none' ? point : undefined;
  if (why?.reason === 'unbounded') {
    const channel = why.channel === undefined ? '' : ` in «${channelLabel({ scenario }, why.channel)}»`;
    return `There is no frontier: ever more spend${channel} would pay, for nothing limits it.`;
  }
  if (why?.reason === 'unreachable') return 'There is no frontier: no plan within the limits reaches all targets.';
  return 'There is no frontier: no plan can satisfy all limits.';
}
