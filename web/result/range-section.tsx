import type { NearOptimal, Report } from '../../src/domain.ts';
import { amount } from '../../src/report/numbers/exact.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { Table } from '../parts/table.tsx';
import { layOutRanges } from '../../src/pictures/range-layout.ts';
import { RangePicture } from '../../src/pictures/range-picture.tsx';
import { pageTheme } from '../../src/pictures/theme.ts';

export interface RangeSectionProps {
  readonly report: Report;
  readonly ranges: NearOptimal;
}

/** How far each channel may be moved among plans that are nearly as good: in figures, and as bars on one scale. */
export function RangeSection({ report, ranges }: RangeSectionProps) {
  const { plan, ranges: words } = useWords().result;
  const { channels } = report.plans.at(-1)!;
  const bars = layOutRanges(
    ranges.channels.map(({ least, most }, c) => ({ from: least.total, plan: channels[c]!.spend, to: most.total })),
  );
  const rows = ranges.channels.map(({ name, least, most }, c) => {
    const label = channelLabel(report, name);
    const [spend, from, to] = [amount(channels[c]!.spend), amount(least.total), amount(most.total)];
    const description = words.describe(spend, from, to);
    return [
      label,
      <strong>{spend}</strong>,
      from,
      to,
      <RangePicture id={`range-${c}`} title={label} description={description} bar={bars[c]!} theme={pageTheme} />,
    ];
  });
  return (
    <section>
      <h3>{words.title(ranges)}</h3>
      <Table
        caption={words.caption(report.scenario)}
        columns={[
          { heading: plan.channel },
          { heading: words.plan, align: 'right' },
          { heading: words.from, align: 'right' },
          { heading: words.to, align: 'right' },
          { heading: words.picture },
        ]}
        rows={rows}
        stacks
      />
      <p class="note">{words.note(report, ranges)}</p>
    </section>
  );
}
