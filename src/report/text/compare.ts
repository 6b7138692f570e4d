import type { Bridge, Candidate, Comparison, PairDifference } from '../../compare/comparison.ts';
import { changeFigure, chanceFigure, figure } from '../numbers/estimate.ts';
import { amount } from '../numbers/exact.ts';
import { roughRange } from '../numbers/rough.ts';
import { goalWords } from '../sentences/words.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { signedBar } from './signed-bar.ts';
import { table, type Cell, type Column } from './table.ts';
import { wrap, wrapItems } from './wrap.ts';

const LONGEST_NAME = 30;
/** With more pairs than these only those with the first candidate are shown. */
const MOST_PAIRS = 6;
/** Columns of a bar to each side of its middle. */
const HALF_BAR = 12;

/** A comparison for people, as text that ends with a line end. */
export function compareText(comparison: Comparison, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: comparison.scenario,
      headline: (words) => words.compare.headline(comparison),
      sections: (look) => [
        outcomes(comparison, look),
        pairs(comparison, look),
        alikeSection(comparison, look),
        ...comparison.bridges.map((bridge) => bridgeSection(comparison, bridge, look)),
      ],
      sure: (words) => words.compare.sure(comparison),
      notes: comparison.notes,
    },
    options,
  );
}

/** What each candidate leads to. */
function outcomes(comparison: Comparison, look: Look): Section {
  const { noun, kind } = goalWords(comparison.figure.maximize);
  const { currency } = comparison.scenario;
  const column = (heading: string, cell: (candidate: Candidate) => Cell): Column => ({
    heading,
    align: 'right',
    cells: comparison.candidates.map(cell),
  });
  return {
    title: `What to expect${kind === 'money' ? `, ${currency}` : ''}`,
    lines: table(
      [
        { heading: '', align: 'left', cells: comparison.candidates.map((candidate) => nameCell(candidate, look)) },
        column('spend', ({ totalSpend }) => ({ text: amount(totalSpend) })),
        column(`expected\n${noun}`, ({ mean }) => ({ ...figure(mean, kind), style: 'strong' })),
        column('90\u00a0% of cases\nbetween', ({ range }) => ({
          text: look.words.say(roughRange(range, kind).join(' and ')),
        })),
        column('mean of\nworst tenth', ({ worstMean }) => figure(worstMean, kind)),
        column('chance\nof a loss', ({ chanceOfLoss }) => chanceFigure(chanceOfLoss, comparison.draws.judging)),
        column('chance of\nbeing best', ({ chanceBest }) => chanceFigure(chanceBest, comparison.draws.judging)),
        column('regret', ({ regret }) => figure(regret, kind)),
      ],
      look,
    ),
  };
}

function nameCell(candidate: Candidate, { words }: Look): Cell {
  return { text: shortened(words.compare.candidate(candidate), LONGEST_NAME) };
}

/** How candidates differ, draw by draw. */
function pairs(comparison: Comparison, look: Look): Section {
  const { kind } = goalWords(comparison.figure.maximize);
  const all = comparison.differences;
  const shown = all.length > MOST_PAIRS ? all.filter(({ a }) => a === 0) : all;
  const column = (heading: string, cell: (pair: PairDifference) => Cell): Column => ({
    heading,
    align: 'right',
    cells: shown.map(cell),
  });
  const name = (k: number) => nameCell(comparison.candidates[k]!, look);
  return {
    title: 'Differences, draw by draw',
    lines: table(
      [
        { heading: 'this', align: 'left', cells: shown.map(({ b }) => name(b)) },
        { heading: 'against', align: 'left', cells: shown.map(({ a }) => name(a)) },
        column('on average', ({ mean, verdict }) => ({
          ...changeFigure(mean, kind),
          style: verdict === 'better' ? 'good' : verdict === 'worse' ? 'bad' : 'faint',
        })),
        column('90\u00a0% of cases\nbetween', ({ range }) => ({
          text: look.words.say(roughRange(range, kind).join(' and ')),
        })),
        column('chance\nof better', ({ chanceBetter }) => chanceFigure(chanceBetter, comparison.draws.judging)),
        column('worst tenth\nchanges by', ({ worstMeanChange }) => changeFigure(worstMeanChange, kind)),
      ],
      look,
    ),
  };
}

/** Which candidates noise does not tell apart; undefined where all are told apart. */
function alikeSection(comparison: Comparison, look: Look): Section | undefined {
  const sets = comparison.alike.filter((set) => set.length > 1);
  if (sets.length === 0) return undefined;
  return {
    title: 'Cannot be told apart',
    lines: wrapItems(
      sets.map((set) => set.map((k) => look.words.compare.quoted(comparison, k)).join(', ')),
      look.width,
    ),
  };
}

/** What leads from one candidate to another. */
function bridgeSection(comparison: Comparison, bridge: Bridge, look: Look): Section {
  const { width, words } = look;
  const { noun, kind } = goalWords(comparison.figure.maximize);
  const causes = bridge.causes.toSorted((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value));
  const most = Math.max(...causes.map(({ change }) => Math.abs(change.value)));
  const end = (k: number): Cell => ({
    text: shortened(`${words.say(noun)}${words.say(', ')}${words.compare.candidate(comparison.candidates[k]!)}`, 48),
  });
  return {
    title: `Why ${words.compare.quoted(comparison, bridge.b)} differs from ${words.compare.quoted(comparison, bridge.a)}`,
    lines: [
      ...table(
        [
          {
            heading: '',
            align: 'left',
            cells: [
              end(bridge.a),
              ...causes.map(({ cause }) => ({ text: words.compare.cause(comparison, cause) })),
              end(bridge.b),
            ],
          },
          {
            heading: kind === 'money' ? comparison.scenario.currency : '',
            align: 'right',
            cells: [
              figure(bridge.from, kind),
              ...causes.map(({ change }) => changeFigure(change, kind)),
              { ...figure(bridge.to, kind), style: 'strong' },
            ],
          },
          {
            heading: '',
            align: 'left',
            cells: [{ text: '' }, ...causes.map(({ change }) => signedBar(change.value, most, HALF_BAR)), { text: '' }],
          },
        ],
        { ...look, total: true },
      ),
      ...words.compare.revenue(comparison, bridge).flatMap((text) => wrap(text, width)),
      ...wrap(words.compare.bridgeNote(bridge, comparison.draws.judging), width),
    ],
  };
}
