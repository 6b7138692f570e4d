/** What pilots have changed, in sentences. */
import type { CountedNumber, LessonsOfPilot, MovedNumber, PilotLessons } from '../../pilots/pilot-lessons.ts';
import { showExactly, showRoughly } from '../../scenario/quantity/shown.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { amount, exact } from '../numbers/exact.ts';
import { assumptionLabel } from './assumptions.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { about, isClear } from './sum.ts';
import { goalWords, listText, planName } from './words.ts';

export function pilotsHeadline(found: PilotLessons): Headline {
  const [first, ...rest] = found.pilots.flatMap((lessons) => sentencesOf(found, lessons));
  return { first: first!, rest: [...rest, ...alongSentence(found)] };
}

/** So many numbers that move along are named, and the others counted. */
export const NAMED = 3;

function alongSentence(found: PilotLessons): readonly string[] {
  const { along } = found;
  if (along.length === 0) return [];
  const named = along.slice(0, NAMED).map((number) => movedText(number, assumptionLabel(found, number.path)));
  const others = along.length - named.length;
  const all = others > 0 ? [...named, `${others} more`] : named;
  return [`What moves with these numbers, as the file says, has moved with them: ${listText(all)}.`];
}

function sentencesOf(found: PilotLessons, { channel, moved, against }: LessonsOfPilot): readonly string[] {
  const name = channelLabel(found, channel);
  const learned =
    moved.length === 0
      ? `The pilot in ${name} changes no number of the file.`
      : `The pilot in ${name} moved ${listText(moved.map((number) => movedText(number, ownLabel(found, number))))}.`;
  if (against === undefined) return [learned];
  const chance = (estimate: typeof against.chance.after) => inline(chanceFigure(estimate, found.draws.judging));
  const other = channelLabel(found, against.channel);
  return [
    learned,
    `The chance that the next ${amount(found.next)}\u00a0${found.scenario.currency} bring more in ${name} than in ${other}, where they bring least in ${planName(found.plan.name).inText}, is ${chance(against.chance.after)}; before the pilot it was ${chance(against.chance.before)}.`,
  ];
}

/** Without the channel, which the sentence names. */
function ownLabel(found: PilotLessons, { path }: MovedNumber): string {
  const label = assumptionLabel(found, path);
  return label.slice(label.indexOf(': ') + 1).trim();
}

/** `click to customer from 1.2 %–2.1 % to 1.5 %–1.9 %`. */
function movedText(number: MovedNumber, label: string): string {
  const { before, after } = rangesOf(number);
  return `${label} from ${before} to ${after}`;
}

/** Both ranges as text, in digits that tell them apart; a chance is one number. */
export function rangesOf(
  { before, after, unit }: MovedNumber,
  range: (from: string, to: string) => string = (from, to) => `${from}\u00a0– ${to}`,
): { readonly before: string; readonly after: string } {
  if (before.range[0] === before.range[1]) {
    const [one, other] = showRoughly([before.median, after.median], Math.abs(after.median - before.median), unit);
    return { before: one!, after: other! };
  }
  const narrower = Math.min(before.range[1] - before.range[0], after.range[1] - after.range[0]);
  const [a, b, c, d] = showRoughly([...before.range, ...after.range], narrower, unit);
  return { before: range(a!, b!), after: range(c!, d!) };
}

/** `44 of 210`, or what was measured. */
export function seenText({ seen, unit }: CountedNumber): string {
  if (seen.kind === 'counted') return `${exact(seen.successes, 'count')} of ${exact(seen.trials, 'count')}`;
  return showRoughly([seen.value], seen.value * seen.spread, unit)[0]!;
}

/** `4,000 EUR over 4 weeks`. */
export function pilotText(
  { scenario: { unit } }: PilotLessons,
  { currency, pilot: { spend, periods, days } }: LessonsOfPilot,
): string {
  const long =
    periods !== undefined
      ? ` over ${periods} ${unit}${periods === 1 ? '' : 's'}`
      : days !== undefined
        ? ` over ${days} day${days === 1 ? '' : 's'}`
        : '';
  return `${showExactly(spend, 'money')}\u00a0${currency}${long}`;
}

/** What the next money brings on average in the channel of a pilot, beyond noise, and in the channel where it brings least. */
export interface ClearGain {
  readonly channel: string;
  readonly here: number;
  readonly other: string;
  readonly there: number;
}

export function clearGains({ pilots }: PilotLessons): readonly ClearGain[] {
  return pilots.flatMap(({ channel, brings, against }) =>
    against === undefined || !isClear(brings.after)
      ? []
      : [{ channel, here: brings.after.value, other: against.channel, there: against.brings.after.value }],
  );
}

export function pilotsCaveats(found: PilotLessons): readonly string[] {
  const { kind, noun } = goalWords(found.figure.maximize);
  const { currency } = found.scenario;
  return [
    ...clearGains(found).map(
      ({ channel, here, other, there }) =>
        `${channelLabel(found, channel)}: the next ${amount(found.next)}\u00a0${currency} bring ${about(here, kind, currency)} ${noun} on average, in ${channelLabel(found, other)} ${about(there, kind, currency)}.`,
    ),
    'Ranges hold 90\u00a0%. Rates are learned from what was counted at both ends of a step; a price as a measurement that may be off by the drift that the file states, 10\u00a0% without it, and by the luck of counting.',
    ...(found.along.length === 0
      ? []
      : [
          'What moves along was not counted: it follows what was, as strongly as the file says under `correlations`, and no more.',
        ]),
    'A pilot tells how those it reached behave. Whether as many can be reached with more money, the response curve says; a pilot does not change it.',
    `Chances are from ${exact(found.draws.judging, 'count')} draws, before and after on the same ones.`,
  ];
}
