import type { Frontier, FrontierPlan, FrontierPoint } from '../../domain.ts';
import { chanceFigure, figure } from '../numbers/estimate.ts';
import { amount, exact, NOTHING, percent, short } from '../numbers/exact.ts';
import { frontierCaveats, frontierHeadline, frontierWords, pointSign } from '../sentences/frontier.ts';
import { channelLabel } from '../sentences/names.ts';
import { noises } from '../sentences/proof.ts';
import { lengthText } from '../sentences/words.ts';
import { shortened } from './display-width.ts';
import { laidOut, type Page, type Section } from './page.ts';
import { noPaint } from './paint.ts';
import { plain } from './plain.ts';
import { scatter, type Mark } from './scatter.ts';
import { table, type Cell, type Column } from './table.ts';
import { topLines } from './top.ts';
import { wrapItems } from './wrap.ts';

export interface FrontierTextOptions extends Partial<Pick<Page, 'width' | 'paint'>> {
  /** Sections of the caller's after all others. */
  readonly further?: readonly Section[];
}

type Look = Pick<Page, 'width' | 'paint'>;

const USUAL_WIDTH = 100;
const SMALLEST_WIDTH = 80;
const LONGEST_NAME = 24;

/** A frontier for people, as text that ends with a line end. */
export function frontierText(
  frontier: Frontier,
  { width, paint = noPaint, further = [] }: FrontierTextOptions = {},
): string {
  const look: Look = { paint, width: Math.max(SMALLEST_WIDTH, width ?? USUAL_WIDTH) };
  const rows = rowsOf(frontier);
  const notes = frontier.notes.map(plain);
  const sections: readonly Section[] = [
    ...(rows.length > 1
      ? [picture(frontier, rows, look), figures(frontier, rows, look), plans(frontier, rows, look)]
      : []),
    {
      title: 'How sure this is',
      lines: wrapItems([...frontierCaveats(frontier), ...(isUncertain(rows) ? [noises] : [])], look.width),
    },
    ...(notes.length === 0 ? [] : [{ title: 'Notes', lines: wrapItems(notes, look.width) }]),
    ...further,
  ];
  const lines = [...topLines(frontier.scenario, frontierHeadline(frontier), look), ...laidOut(sections, paint)];
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
}

/** One plan of the tables: a point of the frontier, or a plan beside it. */
interface Row {
  readonly sign: string;
  readonly name: string;
  readonly plan: Omit<FrontierPlan, 'name'>;
  readonly point?: Extract<FrontierPoint, { readonly status: 'found' }>;
}

const POINT_NAMES = {
  bold: 'boldest',
  cautious: 'most cautious',
  'your budget': 'your budget',
  'most profit': 'most profit',
} as const;
const BESIDE = {
  today: { sign: 't', name: 'today' },
  'pro rata': { sign: 'p', name: "today's split" },
} as const;

function rowsOf({ points, beside }: Frontier): readonly Row[] {
  return [
    ...points.flatMap((point, k): Row[] =>
      point.status === 'found'
        ? [{ sign: pointSign(k), name: point.names.map((name) => POINT_NAMES[name]).join(', '), plan: point, point }]
        : [],
    ),
    ...beside.map((plan): Row => ({ ...BESIDE[plan.name], plan })),
  ];
}

function isUncertain(rows: readonly Row[]): boolean {
  return rows.some(({ plan }) => plan.mean.standardError > 0);
}

/** What lies on the axis to the right. */
function across({ by }: Frontier, { worstMean, totalSpend }: Row['plan']): number {
  return by === 'risk' ? worstMean.value : totalSpend;
}

function picture(frontier: Frontier, rows: readonly Row[], { width, paint }: Look): Section {
  const { mean, kind, worst } = frontierWords(frontier);
  const unit = kind === 'money' ? `, ${frontier.scenario.currency}` : '';
  const right = frontier.by === 'risk' ? `mean of the ${worst}` : 'budget';
  const place = ({ plan }: Row) => ({ x: across(frontier, plan), y: plan.mean.value });
  const beside = rows.filter(({ point }) => point === undefined).map(({ sign, name }) => `${sign} ${name}`);
  return {
    title: `${upperFirst(mean)}${unit}, by ${right} (${['1, 2, … best plans', ...beside].join('; ')})`,
    lines: scatter({
      marks: rows.map((row): Mark => ({ ...place(row), sign: row.sign, style: styleOf(row) })),
      line: rows.filter(({ point }) => point !== undefined).map(place),
      width,
      label: short,
      paint,
    }),
  };
}

function styleOf({ point, plan }: Row): Mark['style'] {
  if (point === undefined) return 'bad';
  return plan.beatenBy === undefined ? 'accent' : 'faint';
}

/** What each plan leads to. */
function figures(frontier: Frontier, rows: readonly Row[], { width, paint }: Look): Section {
  const { mean, kind, worst } = frontierWords(frontier);
  const column = (heading: string, cell: (row: Row) => Cell): Column => ({
    heading,
    align: 'right',
    cells: rows.map(cell),
  });
  const byRisk = frontier.by === 'risk';
  const money = kind === 'money' ? `, ${frontier.scenario.currency}` : '';
  return {
    title: `What to expect${money}`,
    lines: table(
      [
        { heading: '', align: 'left', cells: rows.map(nameCell) },
        ...(byRisk
          ? [
              column(`${worst},\nat least`, ({ point }) => ({
                text: point?.level === undefined ? '' : exact(point.level, kind),
                style: 'faint',
              })),
            ]
          : []),
        column(mean.replace(' ', '\n'), ({ plan }) => ({ ...figure(plan.mean, kind), style: 'strong' })),
        column(`mean of\n${worst}`, ({ plan }) => figure(plan.worstMean, kind)),
        column('chance\nof a loss', ({ plan }) => chanceFigure(plan.chanceOfLoss, frontier.draws.judging)),
        column('spend', ({ plan }) => ({ text: amount(plan.totalSpend) })),
        column('from the best,\nat most', ({ point }) => ({ text: point === undefined ? '' : gapText(point.search) })),
        ...(rows.some(({ plan }) => plan.beatenBy !== undefined)
          ? [
              column('beaten\nby', ({ plan }) => ({
                text: plan.beatenBy === undefined ? '' : pointSign(plan.beatenBy),
                style: 'bad',
              })),
            ]
          : []),
      ],
      { width, paint },
    ),
  };
}

/** How far the plan can be from the best on the draws of its search. */
function gapText({ gap, gapKind }: Extract<FrontierPoint, { readonly status: 'found' }>['search']): string {
  if (gapKind === 'none' || !Number.isFinite(gap)) return 'not proven';
  return percent(Math.ceil(gap * 1e4 - 1e-9) / 1e4, 2);
}

/** Who gets how much in each. */
function plans(frontier: Frontier, rows: readonly Row[], { width, paint }: Look): Section {
  const { channels, currency } = frontier.scenario;
  const totals = rows.map(({ plan }) => plan.spend.map((periods) => periods.reduce((sum, each) => sum + each, 0)));
  return {
    title: `The plans, ${currency} over ${lengthText(frontier.scenario)}`,
    lines: table(
      [
        { heading: '', align: 'left', cells: rows.map(nameCell) },
        ...channels.map(({ name }, c): Column => ({
          heading: shortened(channelLabel(frontier, name), LONGEST_NAME),
          align: 'right',
          cells: totals.map((each) => ({ text: each[c] === undefined ? NOTHING : amount(each[c]) })),
        })),
      ],
      { width, paint },
    ),
  };
}

function nameCell({ sign, name }: Row): Cell {
  return { text: `${sign} ${name}`.trimEnd() };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
