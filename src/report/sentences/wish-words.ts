/** Wishes, what they cost and what is beyond reach, in English. */
import { showExactly } from '../../scenario/quantity/shown.ts';
import type { PeriodUnit, Report, ResourceRise, WishResult } from '../../domain.ts';
import { ratioTarget } from '../../targets/table.ts';
import { exact, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { plain } from '../plain.ts';
import { goalUnit, isMeanOfOne, type Found } from './goal.ts';
import { resourceLabel } from './names.ts';
import { asksForFigure } from './reason-facts.ts';
import {
  alsoMissed,
  askedInstead,
  beyondAlone,
  beyondReach,
  inTheWay,
  isNearBound,
  isReached,
  keptByNothing,
  kindOf,
  nearMisses,
  onlyJudged,
  safely,
  toldBound,
  wishOf,
  wishPrices,
  type BeyondAlone,
  type BeyondReach,
  type Miss,
  type Unreachable,
  type Wish,
  type WishPrice,
  type WishUnit,
} from './wishes.ts';
import { goalWords, listText, worstWords } from './words.ts';

/** What a wish is about: `customers`, `customers at least 2,400`, `profit in the worst tenth`. */
export function wishName({ about }: Wish, { goal }: Report['scenario']): string {
  if (about.kind === 'worst cases') {
    const what = goal.plus === undefined ? goalWords(goal.maximize).noun : 'goal';
    const of = about.risk.of === 'gain over today' ? 'gain over today' : what;
    return `${of} in the ${worstWords(about.risk.worst)}`;
  }
  const { target } = about;
  const name = ratioTarget(target.metric)?.name ?? plain(target.metric);
  if (about.kind === 'figure') return name;
  const side = target.atLeast === undefined ? 'atMost' : 'atLeast';
  return `${name} ${BOUNDS[side]} ${showExactly(target[side]!, 'number')}`;
}

const BOUNDS = { atLeast: 'at least', atMost: 'at most' } as const;

/** `at least 2,400`, `chance of 80 %`. */
export function wishAsked({ about, side, asked, unit }: Wish): string {
  return about.kind === 'chance' ? `chance of ${chanceText(asked)}` : `${BOUNDS[side]} ${numberText(asked, unit)}`;
}

/** `ROAS at least 3 with a chance of 80 %`, `customers at least 2,400`. */
export function wishInFull(wish: Wish, scenario: Report['scenario']): string {
  const link = wish.about.kind === 'chance' ? 'with a ' : '';
  return `${wishName(wish, scenario)} ${link}${wishAsked(wish)}`;
}

/** What is asked, by name and with its figure. */
export function wishText({ scenario }: Report, wish: WishResult['wish']): string {
  const about = wishOf(wish, scenario.goal);
  return asksForFigure(wish) ? wishInFull(about, scenario) : wishName(about, scenario);
}

/** What is to be said of the wishes of a plan: what they cost, and where it does not reach them. */
export function wishRemarks(report: Report, found: Found): readonly string[] {
  return [
    ...wishCosts(report, found),
    ...nearMissText(report, found),
    ...onlyJudgedText(report, found),
    ...keptByNothingText(report),
  ];
}

/** That only a plan without any spend keeps to what is asked. */
function keptByNothingText(report: Report): readonly string[] {
  const names = keptByNothing(report).map((wish) => `«${wishInFull(wish, report.scenario)}»`);
  return names.length === 0 ? [] : [`Nothing is spent, as no spend was found that reaches ${listText(names)}.`];
}

/** Which wishes the search could not keep to. */
function onlyJudgedText(report: Report, found: Found): readonly string[] {
  const names = onlyJudged(report, found).map((wish) => `«${wishInFull(wish, report.scenario)}»`);
  if (names.length === 0) return [];
  return [`The search cannot be limited by ${listText(names)}: this is judged, not sought.`];
}

/** Which wishes the plan reaches on the draws it was searched on, but not on others. */
function nearMissText(report: Report, found: Found): readonly string[] {
  const search = exact(found.searchDraws, 'count');
  return nearMisses(report, found).map(
    (miss) =>
      `«${wishInFull(miss, report.scenario)}» is reached on the ${search} draws that the plan was searched on and missed by ${percent(miss.by, miss.by < 0.01 ? 2 : 1)} of it on fresh ones: search on more draws, or ask for a little ${miss.side === 'atLeast' ? 'more' : 'less'}.`,
  );
}

/** What is asked and by how much a plan misses it: `«cost of a customer (CAC, cash) at most 120» by 0.02 EUR`. */
export function missText(miss: Miss, scenario: Report['scenario']): string {
  const asked = `«${wishInFull(miss, scenario)}»`;
  if (miss.by === undefined) return asked;
  if (miss.unit === 'share') return `${asked} by ${percentagePoints(twoDigits(100 * miss.by))}`;
  return `${asked} by ${withUnit(twoDigits(miss.by), miss.unit, scenario.currency, scenario.unit)}`;
}

/** `1 percentage point`, `0.5 percentage points`. */
export function percentagePoints(shown: string): string {
  return `${shown} percentage ${shown === '1' ? 'point' : 'points'}`;
}

/** Two digits that count, so that a hair is not told as nothing. */
export function twoDigits(value: number): string {
  return showExactly(Number(value.toPrecision(2)), 'number');
}

/** What asking for more costs: `Each 100 more customers asked costs 1,230 EUR of profit.` */
function wishCosts(report: Report, found: Found): readonly string[] {
  return wishPrices(report, found).map((price) => {
    const less = price.side === 'atMost';
    return `Each ${stepText(price, report)} ${less ? 'less' : 'more'} ${moreOf(price, report.scenario)} asked costs ${costText(price.cost, report)}.`;
  });
}

function stepText({ step, unit }: WishPrice, { scenario: { currency, unit: period } }: Report): string {
  if (unit === 'share') return 'percentage point';
  if (unit === 'periods') return period;
  return withUnit(numberText(step, unit), unit, currency, period);
}

function moreOf(wish: Wish, scenario: Report['scenario']): string {
  const name = wishName(wish, scenario);
  if (wish.about.kind === 'chance') return `chance of ${name}`;
  return name;
}

function costText(cost: number, { scenario: { currency, goal } }: Report): string {
  const unit = goalUnit(goal);
  if (unit === 'spend') return `${rough(cost, 'money')}\u00a0${currency} more spend`;
  const { noun, kind } = goalWords(goal.maximize);
  const of = isMeanOfOne(goal) ? noun : 'what is maximized';
  const much = rough(cost, kind);
  if (kind === 'count') return isMeanOfOne(goal) ? `${much} ${noun}` : `${much} of ${of}`;
  return `${much}\u00a0${currency} of ${of}`;
}

/** That a wish is beyond every plan, and how near one can come. */
export function beyondReachText(beyond: BeyondReach, { scenario }: Report): string {
  const { boundKind, reached, side, unit } = beyond;
  const shown = (value: number) => valueText(value, unit, scenario);
  const wish = `${upToText(beyond, scenario)}: ${wishName(beyond, scenario)} ${askedWithUnit(beyond, scenario)}`;
  const spent = spentText(beyond, scenario);
  const nearest = `nearest one ${isReached(beyond) ? `reaches ${shown(reached)}` : neverText(unit)}`;
  if (boundKind === 'none') {
    return `No plan was found within your limits that reaches what you ask for${wish}. The ${nearest}; that no other comes nearer is not proven${whyNot(beyond)}.${spent}`;
  }
  const first = `No plan within your limits reaches what you ask for${wish}.`;
  const how = boundKind === 'proven' ? 'proven' : 'by the numbers of the solver';
  const on = 'on the draws it is searched on';
  const limit = toldBound(beyond);
  if (limit === Infinity) return `${first} None is ever paid back ${on} (${how}).`;
  if (limit === undefined || !Number.isFinite(reached))
    return `${first} This holds ${on} (${how}). The ${nearest}.${spent}`;
  const [most, more] = side === 'atLeast' ? ['most', 'more'] : ['least', 'less'];
  if (isNearBound(beyond))
    return `${first} The ${most} that any plan can reach ${on} is ${shown(limit)} (${how}).${spent}`;
  const none = `${first} None can reach ${more} than ${shown(limit)} ${on} (${how})`;
  return spent === '' ? `${none}; the ${nearest}.` : `${none}.${spent}`;
}

/** Why there is no proof, where that lies in what is asked for. */
function whyNot({ about }: BeyondReach): string {
  if (about.kind !== 'figure' || about.target.metric !== 'marginalRoas') return '';
  return ': the next unit is known to bring no more than all units do on average only where returns diminish from the first one on';
}

/** Up to what spend was searched, where nothing ends it. */
function upToText({ beyond }: BeyondReach, { currency, unit }: Report['scenario']): string {
  if (beyond === undefined || beyond === 'hardly more') return '';
  return ` with up to ${exact(beyond.spendUpTo, 'money')}\u00a0${currency} in a channel and ${unit}`;
}

/** What the nearest plan reaches for its money, and what more money would bring. */
function spentText({ beyond, reached, spend, unit }: BeyondReach, scenario: Report['scenario']): string {
  if (beyond === undefined) return '';
  const rest =
    beyond === 'hardly more' ? 'more money brings hardly more' : 'more money brings more, but ever less for its price';
  return ` The plan shown reaches ${valueText(reached, unit, scenario)} with ${exact(spend, 'money')}\u00a0${scenario.currency}; ${rest}.`;
}

function neverText(unit: WishUnit): string {
  if (unit === 'share') return 'reaches it in no draw';
  return unit === 'periods' ? 'is never paid back' : 'wins no customers';
}

/** What would make a plan possible. */
export function beyondReachAdvice(found: Unreachable, report: Report): string {
  const { scenario } = report;
  const beyond = beyondReach(report, found);
  const { reached, side, unit } = beyond;
  const asked = askedInstead(report, found);
  const changed =
    asked === undefined
      ? `${side === 'atLeast' ? 'Lower' : 'Raise'} the wish to ${valueText(safely(reached, side), unit, scenario)}`
      : `Ask for ${wishInFull(asked, scenario)}`;
  const change =
    asked !== undefined || isReached(beyond)
      ? `${changed}, which the nearest plan reaches on the draws it was searched on,`
      : 'Leave the wish out,';
  const others = alsoMissed(report, found).map((wish) => {
    const name = quoted(wish, scenario);
    return wish.reached === undefined
      ? name
      : `${name} (${valueText(safely(wish.reached, wish.side), wish.unit, scenario)})`;
  });
  const also =
    others.length === 0
      ? ''
      : ` The nearest plan misses ${listText(others)} as well: what is asked there has to give, too.`;
  const money = beyond.beyond === undefined ? 'another budget' : 'more channels';
  const alone = beyondAlone(report, found).map((wish) => aloneText(wish, scenario));
  const apart =
    alone.length === 0
      ? ''
      : ` Whatever becomes of that, ${listText(alone)} ${alone.length === 1 ? 'has' : 'have'} to give, too.`;
  const spoilers = inTheWay(report, found).map((wish) => quoted(wish, scenario));
  const room = spoilers.length === 0 ? `${money}, wider limits or fewer other wishes` : `${money} or wider limits`;
  return `${change} or give it more room: ${room}.${leftOutText(spoilers)}${apart}${also}${(found.rises ?? []).map((rise) => riseText(rise, report)).join('')}`;
}

function leftOutText(spoilers: readonly string[]): string {
  if (spoilers.length === 0) return '';
  const which = spoilers.length === 1 ? spoilers[0]! : `any one of ${listText(spoilers)}`;
  return ` Or leave out ${which}: a plan then reaches all the rest.`;
}

/** A wish that is out of reach whatever becomes of the others. */
function aloneText(wish: BeyondAlone, scenario: Report['scenario']): string {
  const name = quoted(wish, scenario);
  const how = wish.boundKind === 'proven' ? 'proven' : 'by the numbers of the solver';
  const than = wish.side === 'atLeast' ? 'more' : 'less';
  const most =
    wish.limit === undefined
      ? 'no plan reaches it'
      : `no plan reaches ${than} than ${valueText(wish.limit, wish.unit, scenario)}`;
  return `${name} (${most}, ${how})`;
}

function riseText({ name, inHours, over, by }: ResourceRise, report: Report): string {
  const each = over === 'period' ? ` in every ${report.scenario.unit}` : '';
  const [one, many] = inHours ? ['hour', 'hours'] : ['unit', 'units'];
  return ` Or raise «${resourceLabel(report, name)}» by ${showExactly(by, 'number')} ${by === 1 ? one : many}${each}: with all else as it is, a plan then reaches all you ask for.`;
}

/** `«customers at least 2,400»`. */
function quoted(wish: Wish, scenario: Report['scenario']): string {
  return `«${wishName(wish, scenario)} ${askedWithUnit(wish, scenario)}»`;
}

function askedWithUnit({ about, side, asked, unit }: Wish, scenario: Report['scenario']): string {
  const shown = valueText(asked, unit, scenario);
  return about.kind === 'chance' ? `with a chance of ${shown}` : `${BOUNDS[side]} ${shown}`;
}

function valueText(value: number, unit: WishUnit, { currency, unit: period }: Report['scenario']): string {
  return withUnit(numberText(value, unit), unit, currency, period);
}

function withUnit(text: string, unit: WishUnit, currency: string, period: PeriodUnit): string {
  if (unit === 'money') return `${text}\u00a0${currency}`;
  return unit === 'periods' ? `${text} ${period}${text === '1' ? '' : 's'}` : text;
}

function numberText(value: number, unit: WishUnit): string {
  return unit === 'share' ? chanceText(value) : exact(value, kindOf(unit));
}

function chanceText(share: number): string {
  return percent(share, Number.isInteger(Number((share * 100).toPrecision(12))) ? 0 : 1);
}
