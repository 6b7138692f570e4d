import type { Estimate, Report } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { channelLabel } from './names.ts';

/** What the next unit of money spent brings back after all costs that come with it; above 1 it pays. */
export function broughtBack(marginalProfit: Estimate | undefined): Estimate | undefined {
  return marginalProfit === undefined ? undefined : { ...marginalProfit, value: 1 + marginalProfit.value };
}

/** What the last unit of money brings back may differ from what it costs by this share and be about the same. */
const ABOUT = 0.03;

/** Whether the last unit of money pays in every channel of the report's last plan, or in none; nothing where it differs. */
export function lastUnit(report: Report): readonly string[] {
  const back = report.plans
    .at(-1)!
    .channels.filter(({ spend }) => spend > 0)
    .flatMap(({ name, marginalProfit }) => {
      const estimate = broughtBack(marginalProfit);
      return estimate === undefined ? [] : [{ name: channelLabel(report, name), estimate }];
    })
    .sort((a, b) => a.estimate.value - b.estimate.value);
  const [least, most] = [back[0], back.at(-1)];
  if (least === undefined || most === undefined) return [];
  const than = comparison(least.estimate.value, most.estimate.value);
  if (than === undefined) return [];
  const [from, to] = [least, most].map(({ estimate }) => inline(figure(estimate, 'ratio')));
  const what = `The last unit of money brings back ${than}`;
  if (back.length === 1) return [`${what}: ${from} (${least.name}).`];
  if (from === to) return [`${what} in every channel: about ${from}.`];
  return [`${what} in every channel: from ${from} (${least.name}) to ${to} (${most.name}).`];
}

function comparison(least: number, most: number): string | undefined {
  if (least >= 1 - ABOUT && most <= 1 + ABOUT) return 'about what it costs';
  if (most < 1) return 'less than it costs';
  return least > 1 ? 'more than it costs' : undefined;
}
