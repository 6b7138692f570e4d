/** What stresses are called in Chinese, and what one can do about them. */
import type { StressResult } from '../../stress/stress-test.ts';
import { plain } from '../plain.ts';

type StressTexts = Pick<StressResult, 'label' | 'about' | 'action'>;

/** What to do where stresses are of the file, said once for all of them. */
export const OWN_ACTION = '您自己的压力情形：现在就决定，出现什么迹象时做什么。';

/** The texts of a stress of the library; a stress of the file is called as the planner called it. */
export function stressTexts({ name, own, label }: Pick<StressResult, 'name' | 'own' | 'label'>): StressTexts {
  return (own ? undefined : library[name]) ?? { label: plain(label), about: '如文件所述。' };
}

/** Those that come with the engine, by name. */
const library: Readonly<Record<string, StressTexts>> = {
  'media-dearer': {
    label: '媒体贵 30%',
    about: '整个计划期内，所有渠道的价格高 30%。',
    action: '能用合同锁定的价格就锁定，并把钱移到下一份钱仍有回报的渠道。',
  },
  'conversion-down': {
    label: '购买的人少五分之一',
    about: '整个计划期内，各渠道触达不变，带来的客户少 20%。',
    action: '先看漏斗中最薄弱的一步，再买更多触达；下一份钱不再有回报的地方少投。',
  },
  'channel-banned': {
    label: '投放最多的渠道关闭一个月',
    about: '花钱最多的渠道从计划中段起有一个月不能投放；此前的投放继续起作用。',
    action: '让第二个渠道随时可以接上，并事先约定由谁移动预算。',
  },
  'tracking-loss': {
    label: '五分之一的成交无法追踪',
    about: '按千次展示、点击、线索或成交购买的渠道，出价所用的信号少 20%，同样的钱少买到 10% 的客户。',
    action: '用分地区或分时段的试验来衡量，并把自己账上的成交回传给平台。',
  },
  competitor: {
    label: '中途有竞争者进入',
    about: '从计划中段起，所有渠道价格高 15%，购买的人少 10%。',
    action: '守住别人难以抬价的渠道，并为下半程留一些钱。',
  },
  'demand-drop': {
    label: '中途需求下降四分之一',
    about: '从计划中段起，各渠道带来的客户少 25%。不靠投放来的客户不变。',
    action: '约定看到什么迹象就减少投放，并从下一份钱带来最少的地方减起。',
  },
  'partner-fails': {
    label: '合作方不履约',
    about: '依赖合作方的渠道（文件中有履约概率或佣金）整个计划期内没有成果，也不付媒体费；固定费用照付。',
    action: '按结果付款，并清楚合作方离开时钱转到哪个渠道。',
  },
  currency: {
    label: '外币升值 10%',
    about: '整个计划期内，渠道所用的每种外币贵 10%，以其支付的一切随之上涨；客户付的钱不变。',
    action: '确定要在境外花的钱提前锁汇，或在合同中以本币计价。',
  },
  'worth-down': {
    label: '客户价值低 15%',
    about: '渠道的每位客户一生带来的价值低 15%：折扣、退货，或复购减少。不靠投放来的客户不变。',
    action: '转向客户留得住的渠道，不做毛利承担不起的折扣。',
  },
  'supply-cap': {
    label: '团队缺三成',
    about: '整个计划期内有限的工时少 30%，服务不了的就失去。',
    action: '先服务每小时价值最高的线索，不买没有人跟进的线索。',
  },
  'stock-short': {
    label: '三成的货没有到',
    about: '每期或整个计划期内有限的数量少 30%，无法供应的客户就失去。',
    action: '尽早向第二家供应商订货，并把现有的货卖到每件价值最高的地方。',
  },
  'late-start': {
    label: '晚一个月启动',
    about: '第一个月不能投放，也不付钱。',
    action: '与媒体约定可以改期，并决定这笔钱是顺延还是省下。',
  },
  'all-at-once': {
    label: '媒体更贵、客户更少、价值更低',
    about: '价格高 30%，购买的人少 20%，客户价值低 15%，同时发生：规划所及的边缘。',
    action: '弄清仍然划算的最小预算，到此为止。',
  },
};
