import type { Scorecard, ScreenedChannel } from '../../screen/scorecard.ts';
import { chanceFigure } from '../numbers/estimate.ts';
import { NOTHING, percent } from '../numbers/exact.ts';
import { channelLabel } from '../sentences/names.ts';
import { scoreText, valueText } from '../sentences/screen.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;

/** A scorecard, as text that ends with a line end. */
export function screenText(card: Scorecard, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: card.scenario,
      headline: (words) => words.screen.headline(card),
      sections: (look) => [scoreSection(card, look), dataSection(card, look)],
      sure: (words) => words.screen.sure(card),
      notes: card.notes,
    },
    options,
  );
}

function column(card: Scorecard, heading: string, cell: (channel: ScreenedChannel) => Cell): Column {
  return { heading, align: 'right', cells: card.channels.map(cell) };
}

function names(card: Scorecard): Column {
  return {
    heading: '',
    align: 'left',
    cells: card.channels.map(({ name }) => ({ text: shortened(channelLabel(card, name), LONGEST_NAME) })),
  };
}

/** What a criterion is called, over two lines if it has two words. */
function headingOf(criterion: string, { words }: Look): string {
  return words.screen.criterion(criterion).replace(' ', '\n');
}

/** Scores by criterion; typed ones say so. */
function scoreSection(card: Scorecard, look: Look): Section {
  return {
    title: 'Scores from 1 to 5',
    lines: table(
      [
        names(card),
        column(card, 'score', ({ score }) => ({
          text: score === undefined ? NOTHING : scoreText(score),
          style: 'strong',
        })),
        column(card, 'highest\nin', ({ first }) => chanceFigure(first, card.draws.judging)),
        ...card.criteria.map(({ name, share }, k) =>
          column(card, `${headingOf(name, look)}\n${percent(share, 0)}`, ({ scores }) => {
            const score = scores[k]!;
            if (score.from === 'missing') return { text: NOTHING };
            return { text: score.from === 'typed' ? look.words.say(`typed ${score.score}`) : scoreText(score.score) };
          }),
        ),
      ],
      look,
    ),
  };
}

/** The numbers behind the scores that the file tells. */
function dataSection(card: Scorecard, look: Look): Section | undefined {
  const told = card.criteria.flatMap(({ name }, k) =>
    card.channels.some(({ scores }) => scores[k]!.from === 'data') ? [{ name, k }] : [],
  );
  if (told.length === 0) return undefined;
  return {
    title: `What the file says, money in ${card.scenario.currency}`,
    lines: table(
      [
        names(card),
        ...told.map(({ name, k }) =>
          column(card, headingOf(name, look), ({ scores }) => {
            const score = scores[k]!;
            return { text: score.from === 'data' ? valueText(name, score.value) : NOTHING };
          }),
        ),
      ],
      look,
    ),
  };
}
