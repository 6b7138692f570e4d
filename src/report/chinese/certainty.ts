/** The sentences of `../sentences/` on proof, draws and budget in Chinese. */
import type { Report } from '../../domain.ts';
import { percentAtMost } from '../numbers/at-most.ts';
import { exact, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { farFromToday as channelsFarFromToday } from '../sentences/far-from-today.ts';
import { freeBudgetFacts } from '../sentences/free-budget.ts';
import { countsCost, gapFacts, goalUnit, isMeanOfOne, isOneDraw, type Found } from '../sentences/goal.ts';
import { channelLabel } from '../sentences/names.ts';
import type { NoPlan } from '../sentences/no-plan.ts';
import { isCertain } from '../sentences/spread.ts';
import { stabilityFacts, type StabilityFacts } from '../sentences/stability.ts';
import { beyondReachText } from './wishes.ts';
import { goalWords, tight } from './words.ts';

export function noPlan(report: Report, found: NoPlan): string {
  if (found.status === 'infeasible') {
    return found.proven
      ? '没有方案能同时满足所有限制。'
      : '没有找到能满足所有限制和要求的方案；是否真的没有，未能证明。';
  }
  if (found.status === 'unreachable') return beyondReachText(found, report);
  const channel = channelLabel(report, found.channel);
  if (!countsCost(report.scenario.goal)) {
    return `不存在最优方案：在“${channel}”不断加大投放总能带来更多，因为目标不计成本，也没有其他限制。`;
  }
  return `不存在最优方案：在“${channel}”不断加大投放总是有利，因为它的曲线没有上限，也没有其他限制。`;
}

export function proof({ scenario }: Report, found: Found): string {
  const { goal, currency } = scenario;
  const { noun } = goalWords(goal.maximize);
  const unit = goalUnit(goal);
  const simple = isMeanOfOne(goal);
  const on = `在 ${exact(found.searchDraws, 'count')} 次搜索用的模拟上`;
  const gap = gapFacts(found, goal);
  if (gap === undefined) {
    const what = unit === 'chance' ? '概率' : simple ? noun : '目标';
    return `这是${on}找到的最好方案。别的方案最多能好多少未能证明：${what}的曲线形状不满足证明的要求。`;
  }
  const how = found.gapKind === 'proven' ? '已证明' : '据求解器的数值（未核验到最后一位）';
  const stopped = found.status === 'best found' ? '搜索在更接近最优之前结束。' : '';
  if (unit === 'chance') {
    const [most, own] = [gap.most, found.lowerBound].map((share) => tight(percent(share, 2)));
    return `${how}：${on}，任何满足限制的方案的概率最多为 ${most}；此方案为 ${own}${isOneDraw(gap, found) ? '，只少一次模拟。' : `。${stopped}`}`;
  }
  const reached = unit === 'spend' ? '其投放' : simple ? `其${noun}` : '其目标值';
  const of = gap.of === 'reached' ? reached : ` ${rough(gap.of, 'money')} ${currency}（所涉资金的二十分之一）`;
  const what = unit === 'spend' ? '任何达到全部要求的方案最多只能少投放' : '任何满足限制的方案最多只能好';
  return `${how}：${on}，${what}${of}的 ${tight(percentAtMost(gap.share))}。${stopped}`;
}

/** The same in one short sentence; nothing where it is not proven. */
export function shortProof({ scenario: { goal, currency } }: Report, found: Found): readonly string[] {
  const gap = gapFacts(found, goal);
  if (found.gapKind !== 'proven' || gap === undefined) return [];
  const unit = goalUnit(goal);
  const on = '已证明：在搜索用的模拟上，';
  if (unit === 'chance') return [`${on}任何满足限制的方案的概率最多为 ${tight(percent(gap.most, 2))}。`];
  const by = gap.of === 'reached' ? tight(percentAtMost(gap.share)) : `${rough(gap.by, 'money')} ${currency}`;
  const what = unit === 'spend' ? '任何达到全部要求的方案最多只能少投放' : '任何满足限制的方案最多只能好';
  return [`${on}${what} ${by}。`];
}

export function draws(report: Report): string {
  const {
    draws: { judging },
    optimization,
  } = report;
  if (isCertain(report)) return '文件中没有不确定的量：每次模拟的结果都相同。';
  const number = exact(judging, 'count');
  if (optimization === undefined || !('plan' in optimization)) return `对文件中所有不确定的量做了 ${number} 次模拟。`;
  return `所有方案都在同样的 ${number} 次全新模拟上评估，搜索时没有用过它们。`;
}

export function stability(report: Report): readonly string[] {
  const facts = stabilityFacts(report);
  if (facts === undefined) return [];
  const { batches, draws: each, atMost, proven, withoutPlan, differing, others } = facts;
  const on = `在 ${batches} 批全新模拟（每批 ${each} 次）上`;
  const without = withoutPlan === undefined ? '' : `其中 ${withoutPlan} 批没有满足全部要求的方案，未计入。`;
  const best = proven ? '可能的最优方案' : '在各批上找到的最好方案';
  const gap =
    atMost === undefined
      ? `${on}，无法判断此方案与最优相差多少。`
      : `${on}，此方案与${best}相差不超过 ${tight(atMost)}（置信度 95%）。`;
  return [`${gap}${without}`, ...(differing === undefined ? [] : [differenceText(differing, others, report)])];
}

function differenceText(
  differing: NonNullable<StabilityFacts['differing']>,
  others: number,
  { scenario: { currency } }: Report,
): string {
  if (differing.length === 0) return '各批的最优方案都相同。';
  const texts = differing.map(
    ({ name, total: [least, most] }) => `${name} ${least === most ? least : `${least} 至 ${most}`} ${currency}`,
  );
  const rest = others === 0 ? '' : `；另有 ${others} 个渠道相差更小`;
  return `各批的最优方案中：${texts.join('、')}${rest}。`;
}

export function farFromToday(report: Report): readonly string[] {
  const far = channelsFarFromToday(report);
  if (far.length === 0) return [];
  const channels = far.map(
    ({ name, times }) => `“${name}”（${times === undefined ? '从零开始' : `当前的 ${times} 倍`}）`,
  );
  return [`${channels.join('、')}的投放远超当前：那里的曲线更多依据判断，而非已有的经验。宜分步增加，或先做试点。`];
}

export const noises =
  '± 是模拟误差（一个标准误；所示各位均准确时不显示），增加模拟次数会变小。区间和概率是您的不确定性，不会因此变小。';

export function freeBudget(report: Report): readonly string[] {
  const facts = freeBudgetFacts(report);
  if (facts === undefined) return [];
  if (facts.kind === 'unbounded') {
    return ['不限总预算时没有最优方案：投放越多越有利，因为有的曲线没有上限，也没有其他限制。'];
  }
  if (facts.kind === 'same') return ['此方案的总额已约等于使预期利润最大的总额：换别的总额不会赚得更多。'];
  const { currency } = report.scenario;
  const { total, isMore, by, hasWishes, gain, range } = facts;
  const first = `${hasWishes ? '若不计所要求的目标和最差情形，' : ''}媒体投放总额为 ${total} ${currency}（比此方案${isMore ? '多' : '少'} ${by}）时预期利润最高`;
  if (gain === undefined) return [`${first}。`];
  const cases = range === undefined ? '' : `（90% 的情形在 ${range[0]} 到 ${range[1]} 之间）`;
  return [`${first}：利润多 ${gain} ${currency}${cases}。`];
}
