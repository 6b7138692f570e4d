import { chanceFigure } from '../../report/numbers/estimate.ts';
import { NOTHING, percent } from '../../report/numbers/exact.ts';
import type { ScreenWords } from '../../report/languages/screen-words.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { scoreText, valueText } from '../../report/sentences/screen.ts';
import type { CriterionScore, Scorecard, ScreenedChannel } from '../../screen/scorecard.ts';
import { text, type Column, type Section, type Table } from '../document.ts';

/** Channels by the scorecard of the file, the highest score first. */
export function screeningSection(card: Scorecard, words: ScreenWords): Section {
  const { first, rest } = words.headline(card);
  return {
    title: words.title,
    blocks: [
      { kind: 'sentences', sentences: [first, ...rest] },
      ...scorecardTables(card, words).map((table) => ({ kind: 'table' as const, table })),
      { kind: 'sentences', sentences: words.sure(card) },
    ],
  };
}

/** The scores, with those that were typed marked, and the numbers behind those that the file tells. */
export function scorecardTables(card: Scorecard, words: ScreenWords): readonly Table[] {
  const names = (channel: ScreenedChannel) => text(channelLabel(card, channel.name));
  const right = (heading: string): Column => ({ heading, align: 'right' });
  const told = card.criteria.flatMap(({ name }, k) =>
    card.channels.some(({ scores }) => scores[k]!.from === 'data') ? [{ name, k }] : [],
  );
  const scoreCell = (score: CriterionScore) => {
    if (score.from === 'missing') return text(NOTHING);
    return text(score.from === 'typed' ? `${words.from.typed} ${score.score}` : scoreText(score.score));
  };
  const scores: Table = {
    caption: words.scores,
    columns: [
      { heading: words.channel },
      right(words.score),
      right(words.first),
      ...card.criteria.map(({ name, share }) => right(words.weighed(words.criterion(name), percent(share, 0)))),
    ],
    rows: card.channels.map((channel) => [
      names(channel),
      text(channel.score === undefined ? NOTHING : scoreText(channel.score)),
      chanceFigure(channel.first, card.draws.judging),
      ...channel.scores.map(scoreCell),
    ]),
  };
  if (told.length === 0) return [scores];
  return [
    scores,
    {
      caption: words.data(card.scenario.currency),
      columns: [{ heading: words.channel }, ...told.map(({ name }) => right(words.criterion(name)))],
      rows: card.channels.map((channel) => [
        names(channel),
        ...told.map(({ name, k }) => {
          const score = channel.scores[k]!;
          return text(score.from === 'data' ? valueText(name, score.value) : NOTHING);
        }),
      ]),
    },
  ];
}
