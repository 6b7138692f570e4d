/** What a frontier says, in sentences. */
import type { Estimate, Frontier, FrontierPoint, FrontierStep } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { amount, exact, percent, type FigureKind } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { goalWords, listText, worstWords } from './words.ts';

type Found = Extract<FrontierPoint, { readonly status: 'found' }>;

/** Standard errors by which a change must clear zero to be told as one. */
const CLEAR = 2;

/** How points are called in tables and pictures: from 1, then by letters. */
export function pointSign(index: number): string {
  return index < 9 ? String(index + 1) : String.fromCharCode('a'.charCodeAt(0) + index - 9);
}

/** What is looked at: `expected profit`, and how its amounts are shown. */
export function frontierWords({ figure: { maximize, plus }, worst }: Frontier) {
  const { noun, kind } = goalWords(maximize);
  const mean = plus === undefined ? `expected ${noun}` : 'the expected goal';
  return { mean, kind, worst: worstWords(worst) };
}

export function frontierHeadline(frontier: Frontier): Headline {
  const found = frontier.points.filter((point) => point.status === 'found');
  if (found.length === 0) return { first: noFrontier(frontier), rest: [] };
  const [first, ...rest] = frontier.by === 'risk' ? byRisk(frontier, found) : byBudget(frontier);
  return { first: first!, rest: [...rest, ...besideText(frontier)] };
}

function byRisk(frontier: Frontier, found: readonly Found[]): string[] {
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
function givenUp({ mean: change }: FrontierStep, bold: Found, frontier: Frontier): string {
  const { mean } = frontierWords(frontier);
  if (!isClear(change, -1)) return `no more ${mean} than noise`;
  const share = -change.value / Math.abs(bold.mean.value);
  const text = share < 10 ? ` (${percent(share, share < 0.1 ? 1 : 0)})` : '';
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
  const total = `${amount(best.totalSpend)}\u00a0${currency}`;
  const beyond = steps.find(({ from }) => from === at);
  return [
    `Expected profit is highest with a budget of ${total}: ${money(best.mean, frontier)}.`,
    ...(toMostProfit !== undefined && toMostProfit.spend > 0 ? [shortOfMost(frontier, toMostProfit)] : []),
    ...(beyond !== undefined && isClear(beyond.mean, -1)
      ? [
          `Beyond ${total} the next ${amount(beyond.spend)} earn less than they cost: expected profit falls by ${money(negative(beyond.mean), frontier)}.`,
        ]
      : []),
    ...(knee === undefined ? [] : [kneeByBudget(frontier, knee)]),
  ];
}

function shortOfMost(frontier: Frontier, { from, spend, mean }: FrontierStep): string {
  const { currency } = frontier.scenario;
  const asked = frontier.points[from] as Found;
  const yours = `Your budget is ${amount(asked.totalSpend)}\u00a0${currency}`;
  return isClear(mean, 1)
    ? `${yours}: the ${amount(spend)} up to there would earn ${money(mean, frontier)} more, ${rough(mean.value / spend, 'ratio')} for each unit.`
    : `${yours}, which earns as much, up to noise.`;
}

function kneeByBudget(frontier: Frontier, { at, before, after }: NonNullable<Frontier['knee']>): string {
  const point = frontier.points[at] as Found;
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

/** What to make of the points: which were not found, which miss their limit on fresh draws, how sure all of this is. */
export function frontierCaveats(frontier: Frontier): string[] {
  const { points, by, draws } = frontier;
  const { worst } = frontierWords(frontier);
  const found = points.filter((point) => point.status === 'found');
  if (found.length === 0) return ['`apportion optimize` says what stands in the way, and what would help.'];
  const missing = points.flatMap((point, k) =>
    point.status === 'none' && point.reason !== 'unbounded' ? [{ point, k }] : [],
  );
  const misses = points.flatMap((point, k) => {
    if (by !== 'risk' || point.status !== 'found' || point.level === undefined) return [];
    const { value, standardError } = point.worstMean;
    const below = point.level - value;
    return below > CLEAR * standardError ? [{ k, below }] : [];
  });
  const open = points.flatMap((point, k) => (point.status === 'found' && point.search.gapKind === 'none' ? [k] : []));
  return [
    ...(missing.length === 0
      ? []
      : [
          `No plan was found for ${pointsText(missing.map(({ k }) => k))}: ${listText([...new Set(missing.map(({ point }) => WHY[point.reason]))])}.`,
        ]),
    ...(misses.length === 0
      ? []
      : [
          `The limits on the ${worst} were kept on the draws of the search. On fresh draws ${pointsText(misses.map(({ k }) => k))} ${misses.length > 1 ? 'miss theirs' : 'misses its own'}, by up to ${inAmount(Math.max(...misses.map(({ below }) => below)), frontier)}.`,
        ]),
    ...(open.length === 0
      ? []
      : [
          `The ${open.length > 1 ? 'plans' : 'plan'} of ${pointsText(open)} ${open.length > 1 ? 'are the best' : 'is the best'} found; that no other is better is not proven.`,
        ]),
    ...(draws.search === undefined
      ? []
      : [
          `Plans were searched on ${exact(draws.search, 'count')} draws, and all are judged on the same ${exact(draws.judging, 'count')} others, which no search has seen.`,
        ]),
  ];
}

const WHY: Readonly<Record<Extract<FrontierPoint, { readonly status: 'none' }>['reason'], string>> = {
  infeasible: 'the limits cannot hold together there',
  unreachable: 'what is asked there cannot be reached',
  unbounded: 'ever more spend would pay',
  refused: 'such a plan cannot be searched',
};

function pointsText(indices: readonly number[]): string {
  return `${indices.length > 1 ? 'points' : 'point'}\u00a0${listText(indices.map(pointSign))}`;
}

/** Whether a change goes up (1) or down (-1) by more than noise. */
function isClear({ value, standardError }: Estimate, way: 1 | -1): boolean {
  return way * value > CLEAR * standardError;
}

function negative({ value, standardError }: Estimate): Estimate {
  return { value: -value, standardError };
}

function money(estimate: Estimate, frontier: Frontier): string {
  const { kind } = frontierWords(frontier);
  return withUnit(inline(figure(estimate, kind)), kind, frontier);
}

function inAmount(value: number, frontier: Frontier): string {
  const { kind } = frontierWords(frontier);
  return withUnit(rough(value, kind), kind, frontier);
}

function withUnit(text: string, kind: FigureKind, { scenario: { currency } }: Frontier): string {
  return kind === 'money' ? `${text}\u00a0${currency}` : text;
}
