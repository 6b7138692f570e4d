import type { ChannelOutturn, CountOutturn, PlanAgainstActuals } from '../../finance/plan-against-actuals.ts';
import { amount, exact, signed } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { bandText } from '../sentences/actuals.ts';
import { channelLabel } from '../sentences/names.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;

/** A plan beside what came of it, as text that ends with a line end. */
export function actualsText(found: PlanAgainstActuals, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: found.scenario,
      headline: (words) => words.actuals.headline(found),
      sections: (look) => [
        outturns(found, look),
        variances(found, look),
        boughtSection(found, look),
        repeatSection(found, look),
      ],
      sure: (words) => words.actuals.sure(found),
      notes: found.notes,
    },
    options,
  );
}

function columnsOf(found: PlanAgainstActuals, { words: { say } }: Look) {
  const lines = [...found.channels, found.total];
  return {
    names: {
      heading: '',
      align: 'left',
      cells: [
        ...found.channels.map(({ name }) => ({ text: shortened(channelLabel(found, name), LONGEST_NAME) })),
        { text: say('all channels') },
      ],
    } satisfies Column,
    column: (heading: string, cell: (line: ChannelOutturn) => Cell): Column => ({
      heading,
      align: 'right',
      cells: lines.map(cell),
    }),
  };
}

/** What was planned, to be expected and came. */
function outturns(found: PlanAgainstActuals, look: Look): Section {
  const { names, column } = columnsOf(found, look);
  return {
    title: `Plan and actuals of ${look.words.length({ ...found.scenario, periods: found.periods })}`,
    lines: table(
      [
        names,
        column(`media planned,\n${found.scenario.currency}`, ({ spend }) => ({ text: amount(spend.planned) })),
        column('spent', ({ spend }) => ({ text: amount(spend.actual) })),
        column('customers\nplanned', ({ customers }) => ({ text: rough(customers.planned, 'count') })),
        column('to be\nexpected', ({ band }) => ({ text: look.words.say(bandText(band)) })),
        column('came', ({ customers: { actual }, standing }) => counted({ actual, standing })),
        column('', ({ standing }) => ({ text: standing === 'within' ? '' : look.words.say(standing) })),
      ],
      { ...look, total: true },
    ),
  };
}

/** What media bought where that was counted, and the two parts of effectiveness. */
function boughtSection(found: PlanAgainstActuals, look: Look): Section | undefined {
  const lines = found.channels.flatMap(({ name, bought }) => (bought === undefined ? [] : [{ name, ...bought }]));
  if (lines.length === 0) return undefined;
  const { currency } = found.scenario;
  const kind = found.of === 'revenue' ? 'money' : 'count';
  const column = (heading: string, cell: (line: (typeof lines)[number]) => Cell): Column => ({
    heading,
    align: 'right',
    cells: lines.map(cell),
  });
  const change = (value: number): Cell => ({ text: signed(rough(value, kind)), style: value < 0 ? 'bad' : 'good' });
  return {
    title: `What media bought, and what became of it${kind === 'money' ? `, ${currency}` : ''}`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: lines.map(({ name }) => ({ text: shortened(channelLabel(found, name), LONGEST_NAME) })),
        },
        column('bought', ({ stage }) => ({ text: look.words.say(`${stage}s`) })),
        column('to be\nexpected', ({ band }) => ({ text: look.words.say(bandText(band)) })),
        column('came', counted),
        column('', ({ standing }) => ({ text: standing === 'within' ? '' : look.words.say(standing) })),
        column('effectiveness:\nfor the money', ({ effectiveness }) => change(effectiveness.buying)),
        column('effectiveness:\nof those bought', ({ effectiveness }) => change(effectiveness.conversion)),
      ],
      look,
    ),
  };
}

/** Whether customers come back, where that was counted. */
function repeatSection(found: PlanAgainstActuals, look: Look): Section | undefined {
  const lines = found.channels.flatMap(({ name, repeats }) => (repeats === undefined ? [] : [{ name, ...repeats }]));
  if (lines.length === 0) return undefined;
  return {
    title: 'Further orders of customers won in the plan',
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: lines.map(({ name }) => ({ text: shortened(channelLabel(found, name), LONGEST_NAME) })),
        },
        {
          heading: 'to be\nexpected',
          align: 'right',
          cells: lines.map(({ band }) => ({ text: look.words.say(bandText(band)) })),
        },
        { heading: 'came', align: 'right', cells: lines.map(counted) },
        {
          heading: '',
          align: 'right',
          cells: lines.map(({ standing }) => ({ text: standing === 'within' ? '' : look.words.say(standing) })),
        },
      ],
      look,
    ),
  };
}

/** What came, marked where it lies outside its range. */
function counted({ actual, standing }: Pick<CountOutturn, 'actual' | 'standing'>): Cell {
  return {
    text: exact(actual, 'count'),
    style: standing === 'below' ? 'bad' : standing === 'above' ? 'good' : 'strong',
  };
}

/** Why it came otherwise than planned. */
function variances(found: PlanAgainstActuals, look: Look): Section {
  const { names, column } = columnsOf(found, look);
  const kind = found.of === 'revenue' ? 'money' : 'count';
  const change = (value: number | undefined): Cell =>
    value === undefined ? { text: '' } : { text: signed(rough(value, kind)), style: value < 0 ? 'bad' : 'good' };
  return {
    title:
      found.of === 'revenue'
        ? `Why revenue differs from plan, ${found.scenario.currency}`
        : 'Why customers differ from plan',
    lines: table(
      [
        names,
        column('volume:\nother spend', ({ variance }) => change(variance.volume)),
        column('effectiveness:\nwhat it brought', ({ variance }) => change(variance.effectiveness)),
        ...(found.of === 'revenue' ? [column('price:\nwhat they paid', ({ variance }) => change(variance.price))] : []),
        column('in all', ({ variance }) => change(variance.total)),
      ],
      { ...look, total: true },
    ),
  };
}
