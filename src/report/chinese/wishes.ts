/** The sentences of `../sentences/wish-words.ts` in Chinese. */
import type { Report, ResourceRise, WishResult } from '../../domain.ts';
import { isRatioTarget } from '../../targets/table.ts';
import { exact, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { goalUnit, isMeanOfOne, type Found } from '../sentences/goal.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import { resourceLabel } from '../sentences/names.ts';
import { asksForFigure } from '../sentences/reason-facts.ts';
import { twoDigits } from '../sentences/wish-words.ts';
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
  type WishUnit,
} from '../sentences/wishes.ts';
import { plain } from '../plain.ts';
import { targetWords } from './target-words.ts';
import { goalWords, periodWord, tight, worstWords } from './words.ts';

const NAMES: Readonly<Record<string, string>> = {
  spend: '媒体投放',
  cost: '总成本',
  leads: '线索',
  customers: '客户',
  referred: '推荐而来的客户',
  revenue: '收入',
  margin: '毛利',
  profit: '利润',
  hours: '人工小时',
  peopleCost: '人工成本',
  outsideTarget: '目标人群之外的投放',
  lostLeads: '流失的线索',
  carryInProfit: '此前投放带来的利润',
  tailProfit: '计划结束后的利润（计划内投放）',
};

const BOUNDS = { atLeast: '至少', atMost: '至多' } as const;

export function wishName({ about }: Wish, { goal }: Report['scenario']): string {
  if (about.kind === 'worst cases') {
    const what = goal.plus === undefined ? goalWords(goal.maximize).noun : '目标值';
    const of = about.risk.of === 'gain over today' ? `相对当前的${what}增幅` : what;
    return `${worstWords(about.risk.worst)}的${of}`;
  }
  const { target } = about;
  const { metric } = target;
  const name = isRatioTarget(metric) ? targetWords[metric].name : (NAMES[metric] ?? plain(metric));
  if (about.kind === 'figure') return name;
  const side = target.atLeast === undefined ? 'atMost' : 'atLeast';
  return `${name}${BOUNDS[side]} ${exact(target[side]!, 'ratio')}`;
}

export function wishAsked({ about, side, asked, unit }: Wish): string {
  return about.kind === 'chance' ? `概率 ${numberText(asked, unit)}` : `${BOUNDS[side]} ${numberText(asked, unit)}`;
}

/** `ROAS至少 3，概率 80%`, `客户数至少 2,400`. */
export function wishInFull(wish: Wish, scenario: Report['scenario']): string {
  return `${wishName(wish, scenario)}${wish.about.kind === 'chance' ? '，' : ''}${wishAsked(wish)}`;
}

/** What is asked, by name and with its figure. */
export function wishText({ scenario }: Report, wish: WishResult['wish']): string {
  const about = wishOf(wish, scenario.goal);
  return asksForFigure(wish) ? wishInFull(about, scenario) : wishName(about, scenario);
}

export function wishRemarks(report: Report, found: Found): readonly string[] {
  return [
    ...wishCosts(report, found),
    ...nearMissText(report, found),
    ...onlyJudgedText(report, found),
    ...keptByNothingText(report),
  ];
}

function keptByNothingText(report: Report): readonly string[] {
  const names = keptByNothing(report).map((wish) => `“${wishInFull(wish, report.scenario)}”`);
  return names.length === 0 ? [] : [`没有找到任何投放能达到${names.join('、')}，因此方案不投放。`];
}

function nearMissText(report: Report, found: Found): readonly string[] {
  const search = exact(found.searchDraws, 'count');
  return nearMisses(report, found).map(
    (miss) =>
      `“${wishInFull(miss, report.scenario)}”在搜索用的 ${search} 次模拟上达到，在全新模拟上差 ${tight(percent(miss.by, miss.by < 0.01 ? 2 : 1))}：请增加搜索用的模拟次数，或略微提高要求。`,
  );
}

/** What is asked and by how much a plan misses it. */
export function missText(miss: Miss, scenario: Report['scenario']): string {
  const asked = `“${wishInFull(miss, scenario)}”`;
  if (miss.by === undefined) return asked;
  if (miss.unit === 'share') return `${asked}（差 ${twoDigits(100 * miss.by)} 个百分点）`;
  return `${asked}（差 ${withUnit(twoDigits(miss.by), miss.unit, scenario)}）`;
}

function onlyJudgedText(report: Report, found: Found): readonly string[] {
  const names = onlyJudged(report, found).map((wish) => `“${wishInFull(wish, report.scenario)}”`);
  return names.length === 0 ? [] : [`搜索无法以${names.join('、')}为限制条件：此项只作评估。`];
}

function wishCosts(report: Report, found: Found): readonly string[] {
  const { scenario } = report;
  return wishPrices(report, found).map((price) => {
    const step = price.unit === 'share' ? '1 个百分点' : valueText(price.step, price.unit, scenario);
    const chance = price.about.kind === 'chance' ? '的概率' : '';
    const change = price.side === 'atMost' ? '降低' : '提高';
    return `对“${wishName(price, scenario)}”${chance}的要求每${change} ${step}，代价是${costText(price.cost, scenario)}。`;
  });
}

function costText(cost: number, { goal, currency }: Report['scenario']): string {
  const unit = goalUnit(goal);
  if (unit === 'spend') return `多投放 ${rough(cost, 'money')} ${currency}`;
  const { noun, kind } = goalWords(goal.maximize);
  const what = isMeanOfOne(goal) ? noun : '目标值';
  return `${what}减少 ${rough(cost, kind)}${kind === 'money' ? ` ${currency}` : ''}`;
}

export function beyondReachText(found: Unreachable, report: Report): string {
  const { scenario } = report;
  const beyond = beyondReach(report, found);
  const { boundKind, reached, side, unit } = beyond;
  const wish = `${wishName(beyond, scenario)}，${wishAsked(beyond)}`;
  const shown = (value: number) => valueText(value, unit, scenario);
  const [upTo, spent] = [upToText(beyond, scenario), spentText(beyond, scenario)];
  const never = unit === 'share' ? '在任何一次模拟中都没有达到' : unit === 'periods' ? '始终不能回本' : '没有赢得客户';
  const nearest = `最接近的方案${isReached(beyond) ? `达到 ${shown(reached)}` : never}`;
  if (boundKind === 'none') {
    return `在各项限制下没有找到能达到此要求的方案${upTo}：${wish}。${nearest}；别的方案能否更接近，未能证明${whyNot(beyond)}。${spent}`;
  }
  const first = `在各项限制下，没有方案能达到此要求${upTo}：${wish}。`;
  const how = boundKind === 'proven' ? '已证明' : '据求解器的数值';
  const on = '在搜索用的模拟上';
  const limit = toldBound(beyond);
  if (limit === Infinity) return `${first}${on}，任何方案都始终不能回本（${how}）。`;
  if (limit === undefined || !Number.isFinite(reached)) return `${first}这${on}成立（${how}）。${nearest}。${spent}`;
  const near = isNearBound(beyond) || spent !== '' ? '' : `；${nearest}`;
  return `${first}${on}，任何方案${side === 'atLeast' ? '最多' : '最少'}为 ${shown(limit)}（${how}）${near}。${spent}`;
}

/** Why there is no proof, where that lies in what is asked for. */
function whyNot({ about }: BeyondReach): string {
  if (about.kind !== 'figure' || about.target.metric !== 'marginalRoas') return '';
  return '：只有从第一笔投放起收益就递减时，才能断定下一笔带来的不多于平均';
}

/** Up to what spend was searched, where nothing ends it. */
function upToText({ beyond }: BeyondReach, { currency, unit }: Report['scenario']): string {
  if (beyond === undefined || beyond === 'hardly more') return '';
  return `（每个渠道每${periodWord(unit)}最多投放 ${exact(beyond.spendUpTo, 'money')} ${currency}）`;
}

/** What the nearest plan reaches for its money, and what more money would bring. */
function spentText({ beyond, reached, spend, unit }: BeyondReach, scenario: Report['scenario']): string {
  if (beyond === undefined) return '';
  const rest = beyond === 'hardly more' ? '再多投放几乎没有更多效果' : '再多投放仍会增加，但单位投放的效果越来越小';
  return `所示方案投放 ${exact(spend, 'money')} ${scenario.currency}，达到 ${valueText(reached, unit, scenario)}；${rest}。`;
}

export function beyondReachAdvice(found: Unreachable, report: Report): string {
  const { scenario } = report;
  const beyond = beyondReach(report, found);
  const { reached, side, unit } = beyond;
  const asked = askedInstead(report, found);
  const changed =
    asked === undefined
      ? `请将要求${side === 'atLeast' ? '降低' : '提高'}到 ${valueText(safely(reached, side), unit, scenario)}`
      : `请改为要求“${wishInFull(asked, scenario)}”`;
  const change =
    asked !== undefined || isReached(beyond) ? `${changed}（最接近的方案在搜索用的模拟上达到此值）` : '请去掉这项要求';
  const others = alsoMissed(report, found).map((wish) => {
    const name = `“${wishName(wish, scenario)}，${wishAsked(wish)}”`;
    return wish.reached === undefined
      ? name
      : `${name}（${valueText(safely(wish.reached, wish.side), wish.unit, scenario)}）`;
  });
  const also = others.length === 0 ? '' : `最接近的方案也达不到${others.join('、')}：这些要求同样须放宽。`;
  const money = beyond.beyond === undefined ? '调整预算' : '增加渠道';
  const alone = beyondAlone(report, found).map((wish) => aloneText(wish, scenario));
  const apart = alone.length === 0 ? '' : `无论如何，${alone.join('、')}也须放宽。`;
  const spoilers = inTheWay(report, found).map((wish) => `“${wishInFull(wish, scenario)}”`);
  const room = spoilers.length === 0 ? `${money}、放宽限制或减少其他要求` : `${money}或放宽限制`;
  return `${change}，或放宽条件：${room}。${leftOutText(spoilers)}${apart}${also}${(found.rises ?? []).map((rise) => riseText(rise, report)).join('')}`;
}

function leftOutText(spoilers: readonly string[]): string {
  if (spoilers.length === 0) return '';
  return `或去掉${spoilers.join('、')}${spoilers.length === 1 ? '' : '中的任一项'}：其余要求就都能达到。`;
}

/** A wish that is out of reach whatever becomes of the others. */
function aloneText(wish: BeyondAlone, scenario: Report['scenario']): string {
  const name = `“${wishName(wish, scenario)}，${wishAsked(wish)}”`;
  const how = wish.boundKind === 'proven' ? '已证明' : '据求解器的数值';
  const side = wish.side === 'atLeast' ? '最多' : '最少';
  const most =
    wish.limit === undefined ? '没有方案能达到' : `任何方案${side}为 ${valueText(wish.limit, wish.unit, scenario)}`;
  return `${name}（${most}，${how}）`;
}

function riseText({ name, inHours, over, by }: ResourceRise, report: Report): string {
  const each = over === 'period' ? `每${periodWord(report.scenario.unit)}` : '';
  return `或将“${resourceLabel(report, name)}”${each}增加 ${showExactly(by, 'number')} ${inHours ? '小时' : '个单位'}：其余不变，这样就有方案能达到全部要求。`;
}

function valueText(value: number, unit: WishUnit, scenario: Report['scenario']): string {
  return withUnit(numberText(value, unit), unit, scenario);
}

function withUnit(text: string, unit: WishUnit, { currency, unit: period }: Report['scenario']): string {
  if (unit === 'money') return `${text} ${currency}`;
  return unit === 'periods' ? `${text} ${periodWord(period)}` : text;
}

function numberText(value: number, unit: WishUnit): string {
  if (unit !== 'share') return exact(value, kindOf(unit));
  return tight(percent(value, Number.isInteger(Number((value * 100).toPrecision(12))) ? 0 : 1));
}
