import { useState } from 'preact/hooks';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { numberIn, wholeIn } from '../studies/number-in.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { WishField } from '../studies/wish-field.tsx';
import { AfterSection } from './after-section.tsx';
import { channelsOf } from './channels-of.ts';
import { PilotFigures } from './pilot-figures.tsx';
import { usePilotWords } from './use-pilot-words.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

const MOST_PERIODS = 520;
const MOST_COUNTED = 10_000_000;

/** A pilot that the planner thinks of or has run: what it is worth, or what its result changes. */
export function OwnPilotView({ page, studies }: StudyViewProps) {
  const words = usePilotWords();
  const { own } = words;
  const text = useCell(page.text);
  const channels = channelsOf(useCell(page.outline));
  const { answer, asked } = useCell(studies.of('pilot'));
  const before = asked?.pilot;
  const [chosen, setChannel] = useState(before?.channel);
  const [periods, setPeriods] = useState(`${before?.periods ?? ''}`);
  const [spend, setSpend] = useState(`${before?.spend ?? ''}`);
  const [customers, setCustomers] = useState(`${before?.customers ?? ''}`);
  const [leads, setLeads] = useState(`${before?.leads ?? ''}`);

  const channel = channels.find(({ name }) => name === chosen)?.name ?? channels[0]?.name;
  const numbers = {
    periods: wholeIn(periods, 1, MOST_PERIODS),
    spend: numberIn(spend),
    customers: wholeIn(customers, 0, MOST_COUNTED),
    leads: wholeIn(leads, 0, MOST_COUNTED),
  };
  const isLeft = (written: string) => written.trim() === '';
  const countFault = (written: string, number: number | undefined) =>
    isLeft(written) || number !== undefined ? undefined : own.countWrong;
  const faults = {
    periods: countFault(periods, numbers.periods),
    spend: isLeft(spend) || (numbers.spend !== undefined && numbers.spend > 0) ? undefined : own.spendWrong,
    customers:
      countFault(customers, numbers.customers) ?? (isLeft(customers) && !isLeft(leads) ? own.leadsAlone : undefined),
    leads: countFault(leads, numbers.leads),
  };
  const ask = () => {
    if (channel === undefined || Object.values(faults).some((fault) => fault !== undefined)) return;
    const given = Object.entries(numbers).filter(([, number]) => number !== undefined);
    studies.ask('pilot', { text, pilot: { channel, ...Object.fromEntries(given) } }, page.settings.get());
  };
  const [pilot] = answer?.pilots ?? [];
  const result = answer?.after;
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="pilot"
      texts={own}
      isStale={asked?.text !== text}
      onAsk={ask}
      wishes={
        <div class="wishes">
          <label class="wish">
            <span class="label">{own.channel}</span>
            <select value={channel} onChange={({ currentTarget }) => setChannel(currentTarget.value)}>
              {channels.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <WishField label={own.periods} value={periods} fault={faults.periods} onInput={setPeriods} />
          <WishField label={own.spend} hint={own.spendHint} value={spend} fault={faults.spend} onInput={setSpend} />
          <WishField
            label={own.customers}
            hint={own.customersHint}
            value={customers}
            fault={faults.customers}
            onInput={setCustomers}
          />
          <WishField label={own.leads} hint={own.leadsHint} value={leads} fault={faults.leads} onInput={setLeads} />
        </div>
      }
    >
      {answer !== undefined && pilot !== undefined && result === undefined && (
        <Answer headline={{ first: own.worth(answer, pilot), rest: [] }} sure={words.sure(answer)} notes={answer.notes}>
          <PilotFigures found={answer} size={pilot.sizes[0]!} />
        </Answer>
      )}
      {answer !== undefined && result !== undefined && <AfterSection page={page} found={answer} after={result} />}
    </StudyFrame>
  );
}
