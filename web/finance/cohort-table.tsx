import { useState } from 'preact/hooks';
import type { Cohort, FinanceView } from '../../src/finance/finance-view.ts';
import { NOTHING, percent } from '../../src/report/numbers/exact.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { ageNumber, agesShown } from '../../src/report/sentences/cohorts.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';

/** More ages do not fit beside each other. */
const MOST_AGES = 6;
/** Percent of colour where a customer has brought just the cost: half of what there is at twice as much or more. */
const DEPTH_AT_COST = 20;
const BY_CHANNEL = 'by channel';
const TOGETHER = 'together';

/** What customers have brought so long after they were won: by channel, or by when they were won. */
export function CohortTable({ view }: { readonly view: FinanceView }) {
  const { report, views } = useWords();
  const { cohorts: words, lines, customers } = views.finance;
  const [whose, setWhose] = useState(BY_CHANNEL);
  const { cohorts, scenario } = view;
  if (cohorts === undefined) return null;
  const { unit, periods, currency } = scenario;
  const ofOne = cohorts.channels.find(({ name }) => `channel ${name}` === whose);
  const won = ({ from, to }: Cohort) => (from > periods ? lines.tail : lines.periods(unit, from, to));
  const isByChannel = whose !== TOGETHER && ofOne === undefined;
  const rows = isByChannel
    ? cohorts.channels.map(({ name, whole }) => ({ name: channelLabel(view, name), cohort: whole }))
    : (ofOne ?? cohorts.all).spans.map((cohort) => ({ name: won(cohort), cohort }));
  const places = agesShown(cohorts, MOST_AGES);
  const headings = [
    isByChannel ? customers.columns[0] : words.won,
    words.customers,
    words.cost,
    ...places.map((place) => words.age(cohorts.ages[place]!, unit)),
    words.range,
    words.payback(unit),
    words.chance,
  ];
  return (
    <section>
      <h3>{words.title}</h3>
      <div class="wishes">
        <label class="wish">
          <span class="label">{words.whose}</span>
          <select value={whose} onChange={({ currentTarget }) => setWhose(currentTarget.value)}>
            <option value={BY_CHANNEL}>{words.byChannel}</option>
            <option value={TOGETHER}>{words.together}</option>
            {cohorts.channels.map(({ name }) => (
              <option key={name} value={`channel ${name}`}>
                {channelLabel(view, name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="scrolls" tabIndex={0} role="region" aria-label={words.title}>
        <Table
          caption={words.caption(currency)}
          columns={figureColumns(headings)}
          rows={rows.map(({ name, cohort }) => {
            const end = cohort.byAge.at(-1)!;
            return [
              name,
              rough(cohort.customers.value, 'count'),
              rough(cohort.cost.value, 'money'),
              ...places.map((place) => <Brought cohort={cohort} age={cohorts.ages[place]!} place={place} />),
              words.between(rough(end.range[0], 'money'), rough(end.range[1], 'money')),
              cohort.payback === undefined ? NOTHING : ageNumber(cohort.payback),
              report.number(percent(end.paidBack.value, 0)),
            ];
          })}
        />
      </div>
    </section>
  );
}

interface BroughtProps {
  readonly cohort: Cohort;
  readonly age: number;
  /** Of the age among all. */
  readonly place: number;
}

/** What a customer has brought: the more of the cost, the deeper its colour, and bold from where it is paid back. */
function Brought({ cohort: { byAge, cost, payback }, age, place }: BroughtProps) {
  const { value } = byAge[place]!.value;
  const share = cost.value > 0 ? Math.max(0, Math.min(2, value / cost.value)) : 2;
  const isPaid = payback !== undefined && age >= payback;
  return (
    <span class={isPaid ? 'brought paid' : 'brought'} style={{ '--depth': `${Math.round(share * DEPTH_AT_COST)}%` }}>
      {rough(value, 'money')}
    </span>
  );
}
