import type { Estimate, Report } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { amount } from '../numbers/exact.ts';
import { channelLabel } from './names.ts';

/** What the next unit of money spent brings back after all costs that come with it; above 1 it pays. */
export function broughtBack(marginalProfit: Estimate | undefined): Estimate | undefined {
  return marginalProfit === undefined ? undefined : { ...marginalProfit, value: 1 + marginalProfit.value };
}

/** Channels that get nothing, whose next unit of money is told on average over the first so much. */
export interface FirstMoney {
  readonly names: readonly string[];
  readonly over: string;
}

/** See {@link FirstMoney}; of the report's last plan, undefined where there is none. */
export function firstMoney(report: Report): FirstMoney | undefined {
  const told = report.plans.at(-1)!.channels.filter(({ marginalOver }) => marginalOver !== undefined);
  if (told.length === 0) return undefined;
  return {
    names: told.map(({ name }) => channelLabel(report, name)),
    over: `${amount(told[0]!.marginalOver!)}\u00a0${report.scenario.currency}`,
  };
}

/** What using channels costs at all that get nothing in the report's last plan: `Regional TV 220,000 NOK`. */
export function useCosts(report: Report): readonly string[] {
  return report.plans.at(-1)!.channels.flatMap(({ name, useCost }) => {
    if (useCost === undefined) return [];
    return [`${channelLabel(report, name)} ${inline(figure(useCost, 'money'))}\u00a0${report.scenario.currency}`];
  });
}

/** How to read the next unit of money of channels that get nothing, where that is not all there is to it. */
export function firstMoneyTexts(report: Report): readonly string[] {
  const found = firstMoney(report);
  const costs = useCosts(report);
  return [
    ...(found === undefined
      ? []
      : [`Where nothing is spent (${found.names.join(', ')}): on average over the first ${found.over}.`]),
    ...(costs.length === 0 ? [] : [`Using a channel at all costs more, which is not in it: ${costs.join(', ')}.`]),
  ];
}

/** What the last unit of money brings back may differ from what it costs by this share and be about the same. */
const ABOUT = 0.03;

/** What the last unit of money brings back, where it is on one side of its cost in all channels that get any. */
export interface LastUnit {
  readonly than: 'less' | 'about' | 'more';
  readonly least: { readonly name: string; readonly text: string };
  readonly most: { readonly name: string; readonly text: string };
  /** Only one channel gets any money. */
  readonly alone: boolean;
}

/** Whether the last unit of money pays in every channel of the report's last plan, or in none; else undefined. */
export function lastUnit(report: Report): LastUnit | undefined {
  const back = report.plans
    .at(-1)!
    .channels.filter(({ spend }) => spend > 0)
    .flatMap(({ name, marginalProfit }) => {
      const estimate = broughtBack(marginalProfit);
      return estimate === undefined
        ? []
        : [{ name: channelLabel(report, name), value: estimate.value, text: inline(figure(estimate, 'ratio')) }];
    })
    .sort((a, b) => a.value - b.value);
  const [least, most] = [back[0], back.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  const than = comparison(least.value, most.value);
  return than === undefined ? undefined : { than, least, most, alone: back.length === 1 };
}

function comparison(least: number, most: number): LastUnit['than'] | undefined {
  if (least >= 1 - ABOUT && most <= 1 + ABOUT) return 'about';
  if (most < 1) return 'less';
  return least > 1 ? 'more' : undefined;
}
