import type { PastOfChannel } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { range } from '../sentences/range.ts';
import { planName } from '../sentences/words.ts';
import { channelNames, change } from './plan.ts';
import type { Page, Section } from './page.ts';
import { table, type Column } from './table.ts';
import { wrapItems } from './wrap.ts';

/** Of a plan that is running: what was spent, and what the rest was and becomes; undefined for any other. */
export function replanSection(page: Page): Section | undefined {
  const { report, width, words } = page;
  const { past, scenario } = report;
  if (past === undefined || past.periods === 0) return undefined;
  const gone = words.periods(range(1, past.periods), scenario.unit);
  const ahead = words.periods(range(past.periods + 1, scenario.periods), scenario.unit);
  const rows = [...past.channels, all(past.channels)];
  const money = (heading: string, of: (row: PastOfChannel) => number | undefined): Column => ({
    heading,
    align: 'right',
    cells: rows.map((row) => ({ text: amount(of(row) ?? 0) })),
  });
  const planned = rows.some((row) => row.newRest !== undefined);
  const columns: Column[] = [
    {
      heading: '',
      align: 'left',
      cells: [...channelNames(report.plans[0]!, report), words.say('all channels')].map((text) => ({ text })),
    },
    money('planned\nuntil now', (row) => row.planned),
    money('spent\nuntil now', (row) => row.spent),
    money('rest\nas planned', (row) => row.plannedRest),
    ...(planned
      ? [
          money(`${planName(report.plans.at(-1)!.plan).heading}\nrest`, (row) => row.newRest),
          {
            heading: 'change',
            align: 'right' as const,
            cells: rows.map((row) => change(row.plannedRest, row.newRest ?? 0, words)),
          },
        ]
      : []),
  ];
  return {
    title: `The rest of the plan (${ahead}, after ${gone}), ${scenario.currency}`,
    lines: [...table(columns, { ...page, total: true }), ...wrapItems(words.replan.left(report, past), width)],
  };
}

/** All channels as one row. */
function all(channels: readonly PastOfChannel[]): PastOfChannel {
  const total = (of: (channel: PastOfChannel) => number) => channels.reduce((sum, channel) => sum + of(channel), 0);
  return {
    name: '',
    spent: total(({ spent }) => spent),
    planned: total(({ planned }) => planned),
    plannedRest: total(({ plannedRest }) => plannedRest),
    ...(channels.every(({ newRest }) => newRest === undefined)
      ? {}
      : { newRest: total(({ newRest }) => newRest ?? 0) }),
  };
}
