import type { Scorecard, ScreenedChannel } from '../../screen/scorecard.ts';
import { chanceFigure } from '../numbers/estimate.ts';
import { NOTHING, percent } from '../numbers/exact.ts';
import { channelLabel } from '../sentences/names.ts';
import { criterionLabel, screenCaveats, screenHeadline, scoreText, valueText } from '../sentences/screen.ts';
import { shortened } from './display-width.ts';
import type { Section } from './page.ts';
import { sheetText, type Look, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;

/** A scorecard, as text that ends with a line end. */
export function screenText(card: Scorecard, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: card.scenario,
      headline: screenHeadline(card),
      sections: (look) => [scoreSection(card, look), dataSection(card, look)],
      sure: screenCaveats(card),
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

/** Scores by criterion; typed ones say so. */
function scoreSection(card: Scorecard, { width, paint }: Look): Section {
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
          column(card, `${criterionLabel(name).replace(' ', '\n')}\n${percent(share, 0)}`, ({ scores }) => {
            const score = scores[k]!;
            if (score.from === 'missing') return { text: NOTHING };
            return { text: score.from === 'typed' ? `typed ${score.score}` : scoreText(score.score) };
          }),
        ),
      ],
      { width, paint },
    ),
  };
}

/** The numbers behind the scores that the file tells. */
function dataSection(card: Scorecard, { width, paint }: Look): Section | undefined {
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
          column(card, criterionLabel(name).replace(' ', '\n'), ({ scores }) => {
            const score = scores[k]!;
            return { text: score.from === 'data' ? valueText(name, score.value) : NOTHING };
          }),
        ),
      ],
      { width, paint },
    ),
  };
}
