/** What a scorecard says, in sentences. */
import type { CriterionScore, Scorecard, ScreenedChannel } from '../../screen/scorecard.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { amount, exact, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { plain } from '../plain.ts';
import type { Headline } from './headline.ts';
import { channelLabel, MOST_CHANNELS_NAMED } from './names.ts';
import { listText } from './words.ts';

/** Criteria that the file tells, in words; the planner's own go by their names. */
const CRITERIA: Readonly<Record<string, string>> = {
  cost: 'cost of a customer',
  time: 'time per customer',
  value: 'worth of a customer',
  return: 'profit per unit spent',
  conversion: 'conversion',
  precision: 'targeting precision',
};

export function criterionLabel(name: string): string {
  return Object.hasOwn(CRITERIA, name) ? CRITERIA[name]! : plain(name);
}

export function screenHeadline(card: Scorecard): Headline {
  const [best, second] = card.channels;
  const name = (channel: ScreenedChannel) => channelLabel(card, channel.name);
  if (best?.score === undefined)
    return { first: 'No channel has a score: nothing is known of any criterion.', rest: [] };
  const behind = second?.score === undefined ? '' : behindText(name(second), best.score, second.score);
  const share = (from: 'data' | 'typed') => percent(shareFrom(card, from), 0);
  return {
    first: `${name(best)} scores highest, ${scoreText(best.score)} of 5${behind}.`,
    rest: [
      `The chance that it has the highest score, over what is uncertain in the file, is ${inline(chanceFigure(best.first, card.draws.judging))}.`,
      `By weight, ${share('data')} of the scorecard are told from the file, ${share('typed')} were typed.`,
      ...missingText(card),
    ],
  };
}

/** How far the second is behind, in the digits that are shown. */
function behindText(name: string, best: number, score: number): string {
  if (scoreText(score) === scoreText(best)) return `, hardly before ${name}`;
  return `, before ${name} with ${scoreText(score)}`;
}

function missingText(card: Scorecard): readonly string[] {
  const gaps = unknownIn(card).map(
    ({ criterion, channels }) =>
      `${criterionLabel(criterion)} of ${listText(channels.map((name) => channelLabel(card, name)))}`,
  );
  if (gaps.length === 0) return [];
  return [
    `Nothing is known of ${listText(gaps)}: scores are over the rest. Type a score from 1 to 5 under \`screening.channels\`.`,
  ];
}

/** The part of the scorecard, by weight and over all channels, that is from there. */
export function shareFrom({ criteria, channels }: Scorecard, from: CriterionScore['from']): number {
  const sum = channels.reduce(
    (all, { scores }) =>
      all + scores.reduce((own, score, k) => (score.from === from ? own + criteria[k]!.share : own), 0),
    0,
  );
  return sum / channels.length;
}

/** Criteria of which nothing is known for some channels. */
export function unknownIn({
  criteria,
  channels,
}: Scorecard): readonly { readonly criterion: string; readonly channels: readonly string[] }[] {
  return criteria.flatMap(({ name: criterion }, k) => {
    const without = channels.filter(({ scores }) => scores[k]!.from === 'missing').map(({ name }) => name);
    return without.length === 0 ? [] : [{ criterion, channels: without }];
  });
}

export function scoreText(score: number): string {
  return score.toFixed(1);
}

/** A value that the file tells, in the unit of its criterion. */
export function valueText(name: string, value: number): string {
  if (name === 'conversion' || name === 'precision') return percent(value, value < 0.1 ? 2 : 0);
  return rough(value, name === 'return' ? 'ratio' : 'money');
}

/** Least and most that a channel is looked at with; undefined for few channels, of which each can be named. */
export function spanOfMany({ channels }: Scorecard): readonly [string, string] | undefined {
  if (channels.length <= MOST_CHANNELS_NAMED) return undefined;
  const spends = channels.map(({ spend }) => spend);
  return [amount(Math.min(...spends)), amount(Math.max(...spends))];
}

export function screenCaveats(card: Scorecard): readonly string[] {
  const { currency } = card.scenario;
  const spends =
    spanOfMany(card)?.join(' to ') ??
    listText(card.channels.map((channel) => `${channelLabel(card, channel.name)} ${amount(channel.spend)}`));
  return [
    'Data are scored between the worst channel (1) and the best (5), so a score compares these channels and says nothing by itself. Typed scores are opinions.',
    `Each channel is looked at alone: with what it gets today, or an even share of all money where it gets nothing (${spends}\u00a0${currency}).`,
    `A scorecard chooses what to try, not how much to spend: that is for the best plan to say. Data are from ${exact(card.draws.judging, 'count')} draws.`,
  ];
}
