import type { InformationValue, PilotOfChannel } from '../../information/information-value.ts';
import { figure } from '../numbers/estimate.ts';
import { rough } from '../numbers/rough.ts';
import { channelLabel } from '../sentences/names.ts';
import { goalWords } from '../sentences/words.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { spendByPlan } from './spend-by-plan.ts';
import { table, type Cell } from './table.ts';

const MOST_ASSUMPTIONS = 10;
const LONGEST_LABEL = 44;

/** The value of information for people, as text that ends with a line end. */
export function voiText(found: InformationValue, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: found.scenario,
      headline: (words) => words.voi.headline(found),
      sections: (look) => [
        channelSection(found, look),
        ...found.pilots.map((pilot) => pilotSection(found, pilot, look)),
        assumptionSection(found, look),
        planSection(found, look),
        spendByPlan(
          found.scenario,
          found.plans.map(({ spend }, k) => ({ cell: planCell(found, k, look), spend })),
          look,
        ),
      ],
      sure: (words) => words.voi.sure(found),
      notes: found.notes,
    },
    options,
  );
}

function unitOf({ figure: { maximize }, scenario }: InformationValue): string {
  return goalWords(maximize).kind === 'money' ? `, ${scenario.currency}` : ', customers';
}

function channelSection(found: InformationValue, look: Look): Section | undefined {
  if (found.channels.length === 0) return undefined;
  const { kind } = goalWords(found.figure.maximize);
  return {
    title: `What knowing all about a channel would be worth${unitOf(found)}`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: [
            { text: look.words.say('everything at once') },
            ...found.channels.map(({ channel }) => ({ text: shortened(channelLabel(found, channel), LONGEST_LABEL) })),
          ],
        },
        {
          heading: 'worth',
          align: 'right',
          cells: [figure(found.perfect, kind), ...found.channels.map(({ value }) => figure(value, kind))],
        },
      ],
      look,
    ),
  };
}

function pilotSection(found: InformationValue, { channel, sizes, best }: PilotOfChannel, look: Look): Section {
  const { kind } = goalWords(found.figure.maximize);
  const money = kind === 'money';
  return {
    title: `Pilots in ${channelLabel(found, channel)}, ${found.scenario.currency}`,
    lines: table(
      [
        {
          heading: `${found.scenario.unit}s`,
          align: 'right',
          cells: sizes.map(({ periods }) => ({ text: String(periods) })),
        },
        { heading: 'media', align: 'right', cells: sizes.map(({ spend }) => ({ text: rough(spend, 'money') })) },
        {
          heading: 'customers',
          align: 'right',
          cells: sizes.map(({ customers }) => ({ text: rough(customers, 'count') })),
        },
        { heading: 'costs', align: 'right', cells: sizes.map(({ cost }) => figure(cost, 'money')) },
        { heading: 'is worth', align: 'right', cells: sizes.map(({ value }) => figure(value, kind)) },
        ...(money
          ? [
              {
                heading: 'worth\nless cost',
                align: 'right' as const,
                cells: sizes.map(({ net }, k) => ({
                  text: rough(net, kind),
                  style: k === best ? ('good' as const) : ('plain' as const),
                })),
              },
            ]
          : []),
      ],
      look,
    ),
  };
}

function assumptionSection(found: InformationValue, look: Look): Section | undefined {
  const shown = found.assumptions.slice(0, MOST_ASSUMPTIONS);
  if (shown.length === 0) return undefined;
  const { kind } = goalWords(found.figure.maximize);
  return {
    title: `What knowing one assumption would be worth${unitOf(found)}`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: shown.map(({ id }) => ({ text: shortened(look.words.assumption(found, id), LONGEST_LABEL) })),
        },
        { heading: 'worth', align: 'right', cells: shown.map(({ value }) => figure(value, kind)) },
      ],
      look,
    ),
  };
}

function planSection(found: InformationValue, look: Look): Section {
  const { kind, noun } = goalWords(found.figure.maximize);
  return {
    title: 'Plans to choose from',
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: found.plans.map((_, k) => planCell(found, k, look)),
        },
        { heading: `expected\n${noun}`, align: 'right', cells: found.plans.map(({ mean }) => figure(mean, kind)) },
        ...(found.after === undefined
          ? []
          : [
              {
                heading: 'after\nthe pilot',
                align: 'right' as const,
                cells: found.after.means.map((mean) => figure(mean, kind)),
              },
            ]),
      ],
      look,
    ),
  };
}

function planCell(found: InformationValue, k: number, look: Look): Cell {
  return { text: shortened(look.words.voi.plan(found, k), LONGEST_LABEL) };
}
