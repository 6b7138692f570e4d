import type { Report, Stability } from '../../domain.ts';
import { exact, percent } from '../numbers/exact.ts';
import { magnitude, roughRange } from '../numbers/rough.ts';
import { channelLabel } from './names.ts';
import { listText } from './words.ts';

/** How near to the best the plan is on fresh draws, and how much the best plans for them differ; nothing if not asked. */
export function stabilityTexts(report: Report): readonly string[] {
  const { stability } = report;
  if (stability === undefined) return [];
  return [gapText(stability), ...(stability.channels.length === 0 ? [] : [channelsText(report, stability)])];
}

function gapText({ batches, draws, gap, proven, withoutPlan }: Stability): string {
  const on = `${exact(batches, 'count')} fresh batches of ${exact(draws, 'count')} draws`;
  const without =
    withoutPlan === 0
      ? ''
      : ` In ${exact(withoutPlan, 'count')} of them no plan keeps all you ask for: they are left out.`;
  if (!Number.isFinite(gap.atMost))
    return `On ${on} nothing can be said of how near to the best the plan is.${without}`;
  const best = proven ? 'the best possible' : 'the best plan found there';
  return `On ${on} the plan is within ${atMostText(gap.atMost)} of ${best}, with 95\u00a0% confidence.${without}`;
}

/** How much the best plans of the batches differ. */
function channelsText(report: Report, { channels }: Stability): string {
  const moving = channels.filter(({ total: [least, most] }) => most > 0 && least < most);
  const { currency } = report.scenario;
  if (moving.length === 0) return 'The best plans for them are all the same.';
  const texts = moving.map(({ name, total }) => {
    const [least, most] = roughRange(total, 'money');
    return `${channelLabel(report, name)} ${least === most ? least : `${least} to ${most}`}\u00a0${currency}`;
  });
  return `The best plans for them have ${listText(texts)}.`;
}

/** Rounded up to two digits, so that it never promises too much. */
function atMostText(share: number): string {
  const size = Math.max(share, SMALLEST);
  const decimals = Math.max(0, 1 - magnitude(size * 100));
  const unit = Number(`1e${-decimals - 2}`);
  return percent(Math.ceil(size / unit - 1e-9) * unit, decimals);
}

const SMALLEST = 1e-5;
