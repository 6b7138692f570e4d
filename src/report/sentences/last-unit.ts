import type { Estimate, Report } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { channelLabel } from './names.ts';

/** What the next unit of money spent brings back after all costs that come with it; above 1 it pays. */
export function broughtBack(marginalProfit: Estimate | undefined): Estimate | undefined {
  return marginalProfit === undefined ? undefined : { ...marginalProfit, value: 1 + marginalProfit.value };
}

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
  const below = most.estimate.value < 1;
  if (!below && !(least.estimate.value > 1)) return [];
  const [from, to] = [least, most].map(({ estimate }) => inline(figure(estimate, 'ratio')));
  const what = `The last unit of money brings back ${below ? 'less' : 'more'} than it costs`;
  if (back.length === 1) return [`${what}: ${from} (${least.name}).`];
  if (from === to) return [`${what} in every channel: about ${from}.`];
  return [`${what} in every channel: from ${from} (${least.name}) to ${to} (${most.name}).`];
}
