import type { StressResult, StressTest, TornadoBar } from '../../stress/stress-test.ts';
import { changeFigure, chanceFigure, figure } from '../numbers/estimate.ts';
import { percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { smallChance } from '../sentences/stress.ts';
import { goalWords } from '../sentences/words.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';
import { wrap, wrapItems } from './wrap.ts';

const LONGEST_LABEL = 38;
const MOST_BARS = 12;
/** Columns of a bar to each side of its middle. */
const HALF_BAR = 16;

/** A stress test for people, as text that ends with a line end. */
export function stressText(test: StressTest, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: test.scenario,
      headline: (words) => words.stress.headline(test),
      sections: (look) => [
        stressTable(test, look),
        actions(test, look),
        tornadoSection(test, look),
        spiderSection(test, look),
        turningPoints(test, look),
        aloneSection(test, look),
      ],
      sure: (words) => words.stress.sure(test),
      notes: test.notes,
    },
    options,
  );
}

/** What each stress does to the plan, beside the plan without it. */
function stressTable(test: StressTest, look: Look): Section | undefined {
  if (test.stresses.length === 0) return undefined;
  const { noun, kind } = goalWords(test.figure.maximize);
  const { judging } = test.draws;
  const { baseline } = test;
  const column = (heading: string, first: Cell, cell: (result: StressResult) => Cell): Column => ({
    heading,
    align: 'right',
    cells: [first, ...test.stresses.map(cell)],
  });
  return {
    title: `What stress does to ${test.plan.name === 'today' ? "today's plan" : 'the recommended plan'}${kind === 'money' ? `, ${test.scenario.currency}` : ''}`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: [
            { text: look.words.say('without stress'), style: 'strong' },
            ...test.stresses.map((result) => ({ text: shortened(look.words.stress.label(result), LONGEST_LABEL) })),
          ],
        },
        column(`expected\n${noun}`, { ...figure(baseline.mean, kind), style: 'strong' }, ({ outcome }) =>
          figure(outcome.mean, kind),
        ),
        column('change', { text: '' }, ({ change }) => ({
          ...changeFigure(change.mean, kind),
          style: change.mean.value < 0 ? 'bad' : 'good',
        })),
        column('mean of\nworst tenth', figure(baseline.worstMean, kind), ({ outcome }) =>
          figure(outcome.worstMean, kind),
        ),
        ...(baseline.chanceOfLoss === undefined
          ? []
          : [
              column('chance\nof a loss', chanceFigure(baseline.chanceOfLoss, judging), ({ outcome }) =>
                chanceFigure(outcome.chanceOfLoss!, judging),
              ),
            ]),
        column('as bad or worse\nwithout it', { text: '' }, ({ standing }) => chanceFigure(standing, judging)),
      ],
      look,
    ),
  };
}

/** What can be done about each: what reacting brings, and the practice. */
function actions(test: StressTest, look: Look): Section | undefined {
  if (test.stresses.length === 0) return undefined;
  const words = look.words.stress;
  const ofEach = test.stresses.flatMap((result) => words.action(test, result) ?? []);
  const ofOwn = test.stresses.some(({ own }) => own) ? [words.ownAction] : [];
  return { title: 'What to do', lines: wrapItems([...ofEach, ...ofOwn], look.width) };
}

/** Each assumption at its low and high end, as a picture. */
function tornadoSection(test: StressTest, look: Look): Section | undefined {
  const { kind, noun } = goalWords(test.figure.maximize);
  const { mean, bars } = test.tornado;
  const shown = bars.filter(({ means: [low, high] }) => low !== high).slice(0, MOST_BARS);
  if (shown.length === 0) return undefined;
  const most = Math.max(...shown.flatMap(({ means }) => means.map((each) => Math.abs(each - mean))));
  return {
    title: `Which assumption moves expected ${noun} most, each alone at its low and high end`,
    lines: [
      ...table(
        [
          {
            heading: '',
            align: 'left',
            cells: shown.map(({ id }) => ({ text: shortened(look.words.assumption(test, id), LONGEST_LABEL) })),
          },
          {
            heading: 'from',
            align: 'right',
            cells: shown.map(({ id, ends }) => ({ text: look.words.values(id, ends)[0]! })),
          },
          {
            heading: 'to',
            align: 'right',
            cells: shown.map(({ id, ends }) => ({ text: look.words.values(id, ends)[1]! })),
          },
          {
            heading: `${noun}\nfrom`,
            align: 'right',
            cells: shown.map(({ means }) => ({ text: rough(means[0], kind) })),
          },
          { heading: '\nto', align: 'right', cells: shown.map(({ means }) => ({ text: rough(means[1], kind) })) },
          { heading: '', align: 'left', cells: shown.map((bar) => spanBar(bar, mean, most)) },
        ],
        look,
      ),
      ...wrap(
        look.words.say(
          'Low and high are the 10\u00a0% and 90\u00a0% points of each range; all others stay as you believe them.',
        ),
        look.width,
      ),
    ],
  };
}

/** From the smaller mean to the larger one, with a line where nothing is held. */
function spanBar({ means }: TornadoBar, mean: number, most: number): Cell {
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const columns = (value: number) => Math.min(HALF_BAR, Math.round((Math.max(0, value) / most) * HALF_BAR));
  const [left, right] = [columns(mean - low), columns(high - mean)];
  return { text: `${' '.repeat(HALF_BAR - left)}${'░'.repeat(left)}│${'█'.repeat(right)}` };
}

/** The strongest assumptions as each moves through its range. */
function spiderSection(test: StressTest, look: Look): Section | undefined {
  const { noun, kind } = goalWords(test.figure.maximize);
  const shown = test.tornado.bars.filter(({ steps, means: [low, high] }) => steps.length > 2 && low !== high);
  const probabilities = shown[0]?.steps.filter((_, k) => k % 2 === 0).map(({ probability }) => probability) ?? [];
  if (shown.length === 0) return undefined;
  return {
    title: `Expected ${noun} as each of these moves through its range`,
    lines: table(
      [
        {
          heading: 'at its',
          align: 'left',
          cells: shown.map(({ id }) => ({ text: shortened(look.words.assumption(test, id), LONGEST_LABEL) })),
        },
        ...probabilities.map((probability, k) => ({
          heading: `${percent(probability, 0)} point`,
          align: 'right' as const,
          cells: shown.map(({ steps }) => ({ text: rough(steps[2 * k]!.mean, kind) })),
        })),
      ],
      look,
    ),
  };
}

function turningPoints(test: StressTest, look: Look): Section | undefined {
  const texts = look.words.stress.turns(test, test.tornado.bars);
  return texts.length === 0 ? undefined : { title: 'Where it turns', lines: wrapItems(texts, look.width) };
}

/** What would do alone, in a reverse stress test. */
function aloneSection(test: StressTest, look: Look): Section | undefined {
  const alone = test.reverse?.alone.filter(({ value }) => value !== undefined) ?? [];
  if (alone.length === 0) return undefined;
  const cell = (at: 0 | 1) =>
    alone.map(({ id, value, usual }) => ({ text: look.words.values(id, [value!, usual!])[at]! }));
  return {
    title: 'What would do it alone',
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: alone.map(({ id }) => ({ text: shortened(look.words.assumption(test, id), LONGEST_LABEL) })),
        },
        { heading: 'at', align: 'right', cells: cell(0) },
        { heading: 'instead of', align: 'right', cells: cell(1) },
        { heading: 'chance', align: 'right', cells: alone.map(({ chance }) => ({ text: smallChance(chance) })) },
      ],
      look,
    ),
  };
}
