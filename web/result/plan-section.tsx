import type { ChannelSummary, Report } from '../../src/domain.ts';
import { figure } from '../../src/report/numbers/estimate.ts';
import { changePercent, exact, signed } from '../../src/report/numbers/exact.ts';
import { broughtBack } from '../../src/report/sentences/last-unit.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import type { PlanWords } from '../languages/dictionary.ts';
import { useWords } from '../languages/language.ts';
import { paragraph } from '../languages/paragraph.ts';
import { Table } from '../parts/table.tsx';
import { planKind } from './plan-kind.ts';
import { Why } from './why.tsx';

/** Who gets how much and why, what changes, and what the next unit of money and the next customer are worth. */
export function PlanSection({ report }: { readonly report: Report }) {
  const { result, views } = useWords();
  const words = result.plan;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  const money = (amount: number) => exact(Math.round(amount), 'money');
  // Where nothing is spent, the customers of earlier spend would look cheap.
  const cac = ({ spend, cacCash }: ChannelSummary) => (spend > 0 ? cacCash : undefined);
  const hasCac = recommended.channels.some((channel) => cac(channel) !== undefined);
  const { optimization } = report;
  const reasons = optimization !== undefined && 'plan' in optimization ? (optimization.reasons ?? []) : [];
  const rows = recommended.channels.map((channel, c) => [
    channelLabel(report, channel.name),
    money(today.channels[c]!.spend),
    <strong>{money(channel.spend)}</strong>,
    <Change before={today.channels[c]!.spend} after={channel.spend} words={words} />,
    figure(broughtBack(channel.marginalProfit), 'ratio'),
    ...(hasCac ? [figure(cac(channel), 'money')] : []),
    ...(reasons.length > 0 ? [reasons[c] === undefined ? '' : <Why report={report} reason={reasons[c]} />] : []),
  ]);
  const total = [
    words.total,
    money(today.totalSpend),
    <strong>{money(recommended.totalSpend)}</strong>,
    <Change before={today.totalSpend} after={recommended.totalSpend} words={words} />,
    '',
    ...(hasCac ? [figure(recommended.ratios.cacCash, 'money')] : []),
    ...(reasons.length > 0 ? [''] : []),
  ];
  return (
    <section>
      <h3>{words.title}</h3>
      <Table
        caption={words.caption(report.scenario)}
        columns={[
          { heading: words.channel },
          { heading: words.today, align: 'right' },
          { heading: words[planKind(report, report.plans.length - 1)], align: 'right' },
          { heading: words.change, align: 'right' },
          { heading: words.nextUnit(report.scenario.currency), align: 'right' },
          ...(hasCac ? [{ heading: words.cac, align: 'right' as const }] : []),
          ...(reasons.length > 0 ? [{ heading: views.why.heading }] : []),
        ]}
        rows={[...rows, total]}
        total
        stacks
      />
      <p class="note">
        {paragraph([
          words.nextUnitNote,
          ...words.firstMoney(report),
          ...(hasCac ? [words.cacNote] : []),
          ...result.reasons.notes(report),
        ])}
      </p>
    </section>
  );
}

interface ChangeProps {
  readonly before: number;
  readonly after: number;
  readonly words: PlanWords;
}

function Change({ before, after, words }: ChangeProps) {
  const { number } = useWords().report;
  const [was, is] = [Math.round(before), Math.round(after)];
  if (was === is) return <span class="faint">{words.same}</span>;
  const beside = was === 0 ? words.new : is === 0 ? words.stopped : number(changePercent(before, after));
  return (
    <>
      {signed(exact(is - was, 'money'))}
      <span class="beside">{beside}</span>
    </>
  );
}
