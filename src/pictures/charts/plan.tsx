import type { Report } from '../../domain.ts';
import { amount, percent } from '../../report/numbers/exact.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { Chart } from '../chart.ts';
import { MultiplesPicture } from '../multiples-picture.tsx';
import { StackPicture } from '../stack-picture.tsx';
import type { ChartWords } from '../words.ts';
import { largest } from './largest.ts';
import { plansShown, shortMoney } from './plans-shown.ts';

const HEIGHT = 260;

type Shown = Pick<Report, 'plans' | 'scenario'>;

/** What each channel gets in each period, on top of each other: of the last plan. Nothing for a single period. */
export function stackChart(report: Shown, words: ChartWords): Chart | undefined {
  const { currency, unit, periods } = report.scenario;
  if (periods === 1) return undefined;
  const plan = report.plans.at(-1)!;
  const { title, caption, others, summary } = words.stack;
  const names = plan.channels.map(({ name }) => channelLabel(report, name));
  const most = plan.channels.reduce((best, { spend }, c) => (spend > plan.channels[best]!.spend ? c : best), 0);
  const used = plan.channels.filter(({ spend }) => spend > 0).length;
  const share = plan.totalSpend > 0 ? plan.channels[most]!.spend / plan.totalSpend : 0;
  const description = summary(names[most]!, words.number(percent(share, 0)), used);
  const drawn = largest(
    plan.spend.map((values, c) => ({ name: names[c]!, values })),
    others,
  );
  return {
    id: 'plan-over-time',
    title,
    caption: caption(currency, unit),
    summary: description,
    table: {
      columns: [words.channel, ...plan.spend[0]!.map((_, t) => words.period(unit, t + 1))],
      rows: [
        ...plan.spend.map((spend, c) => [names[c]!, ...spend.map(amount)]),
        [words.total, ...plan.spend[0]!.map((_, t) => amount(plan.spend.reduce((sum, own) => sum + own[t]!, 0)))],
      ],
    },
    draw: (width, theme) => (
      <StackPicture
        id="plan-over-time"
        title={title}
        description={description}
        width={width}
        height={HEIGHT}
        theme={theme}
        spend={drawn.map(({ values }) => values)}
        names={drawn.map(({ name }) => name)}
        tick={words.tick}
        period={(number) => `${number}`}
      />
    ),
  };
}

/** The same channel by channel, beside today's. Nothing for a single period. */
export function multiplesChart(report: Shown, words: ChartWords): Chart | undefined {
  const { currency, unit, periods } = report.scenario;
  if (periods === 1) return undefined;
  const [, beside] = plansShown(report, words);
  const [today, other] = [report.plans[0]!, beside?.plan];
  const { title, caption, note, summary } = words.multiples;
  const names = today.channels.map(({ name }) => channelLabel(report, name));
  const change = (c: number) => Math.round((other ?? today).channels[c]!.spend) - Math.round(today.channels[c]!.spend);
  const description = summary(
    names.filter((_, c) => change(c) > 0),
    names.filter((_, c) => change(c) < 0),
  );
  const most = Math.max(...[today, ...(other === undefined ? [] : [other])].flatMap(({ spend }) => spend.flat()));
  return {
    id: 'channels-over-time',
    title,
    caption: caption(currency, amount(most), unit, beside?.called),
    summary: description,
    table: {
      columns: [words.channel, words.plan, ...today.spend[0]!.map((_, t) => words.period(unit, t + 1))],
      rows: names.flatMap((name, c) => [
        [name, words.today, ...today.spend[c]!.map(amount)],
        ...(beside === undefined ? [] : [[name, beside.name, ...beside.plan.spend[c]!.map(amount)]]),
      ]),
    },
    draw: (width, theme) => (
      <MultiplesPicture
        id="channels-over-time"
        title={title}
        description={description}
        width={width}
        theme={theme}
        channels={names.map((name, c) => ({
          name,
          note: note(
            shortMoney(today.channels[c]!.spend, words),
            other === undefined ? undefined : shortMoney(other.channels[c]!.spend, words),
          ),
          today: today.spend[c]!,
          ...(other === undefined ? {} : { recommended: other.spend[c]! }),
        }))}
      />
    ),
  };
}
