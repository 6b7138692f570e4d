import type { PlanSummary } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { planName } from '../sentences/words.ts';
import type { Page, Section } from './page.ts';
import { channelNames } from './plan.ts';
import { sparkline } from './sparkline.ts';
import { table } from './table.ts';

/** A channel whose spend varies by less than this share of its largest is flat. */
const FLAT = 0.02;
const MOST_SIGNS = 60;
/** Of names and numbers beside the picture. */
const BESIDE_PICTURE = 50;

/** How each channel's spend runs over the periods; undefined when it is the same in all of them. */
export function periodSection(page: Page): Section | undefined {
  const { report, width, words } = page;
  const plan = report.plans.at(-1)!;
  if (plan.channels.every((channel) => isFlat(channel.byPeriod.spend))) return undefined;
  const { unit } = report.scenario;
  const total = totals(plan);
  const rows = [...plan.channels.map(({ byPeriod }) => byPeriod.spend), total];
  const signs = Math.min(MOST_SIGNS, width - BESIDE_PICTURE);
  const money = (value: number) => ({ text: amount(value) });
  return {
    title: `Spend by ${unit} (${planName(plan.plan).inText})`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: [...channelNames(plan, report), words.say('all channels')].map((text) => ({ text })),
        },
        {
          heading: `${unit} 1 to ${total.length}`,
          align: 'left',
          cells: rows.map((spend) => ({ text: sparkline(spend, signs) })),
        },
        { heading: 'least', align: 'right', cells: rows.map((spend) => money(Math.min(...spend))) },
        { heading: 'most', align: 'right', cells: rows.map((spend) => money(Math.max(...spend))) },
      ],
      { ...page, total: true },
    ),
  };
}

function isFlat(spend: readonly number[]): boolean {
  const most = Math.max(...spend);
  return most - Math.min(...spend) <= FLAT * most;
}

function totals({ spend }: PlanSummary): readonly number[] {
  return spend[0]!.map((_, t) => spend.reduce((sum, periods) => sum + periods[t]!, 0));
}
