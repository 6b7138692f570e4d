/** What a comparison says, in sentences. */
import type { Bridge, Candidate, Cause, Comparison } from '../../compare/comparison.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { exact } from '../numbers/exact.ts';
import { plain } from '../plain.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { noises } from './proof.ts';
import { about, between, size, sum } from './sum.ts';
import { goalWords, listText, moreOf } from './words.ts';

/** Which candidate is expected to bring most, and which noise does not tell from it. */
export function bestOf({ candidates, alike, differences }: Comparison): {
  readonly best: number;
  readonly others: readonly number[];
  /** Whether all bring the same in every draw. */
  readonly isSame: boolean;
} {
  const best = candidates.reduce((most, { mean }, k) => (mean.value > candidates[most]!.mean.value ? k : most), 0);
  const tied = alike.find((set) => set.includes(best) && set.length > 1) ?? [];
  return {
    best,
    others: tied.filter((k) => k !== best),
    isSame: differences.every(({ mean }) => mean.value === 0 && mean.standardError === 0),
  };
}

export function compareHeadline(comparison: Comparison): Headline {
  const { candidates, draws } = comparison;
  const { best, others, isSame } = bestOf(comparison);
  const { verb, noun, kind } = goalWords(comparison.figure.maximize);
  const name = (k: number) => quoted(comparison, k);
  if (isSame) {
    return {
      first: `${listText(candidates.map((_, k) => name(k)))} bring the same ${noun} whatever happens.`,
      rest: [],
    };
  }
  const first =
    others.length > 0
      ? `${name(best)} is expected to ${verb} the most ${noun}, but simulation noise does not tell it from ${listText(others.map(name))}.`
      : `${name(best)} is expected to ${verb} the most ${noun}.`;
  const { chanceBest, regret } = candidates[best]!;
  const cost = `choosing it costs ${sum(regret, kind, comparison.scenario.currency)} on average against knowing beforehand which will be best`;
  const chance = `The chance that it turns out best is ${inline(chanceFigure(chanceBest, draws.judging))}; ${cost}.`;
  return { first, rest: [...differenceTexts(comparison), chance] };
}

/** The first candidate against each of the others, at most three. */
function differenceTexts(comparison: Comparison): readonly string[] {
  const { noun, kind } = goalWords(comparison.figure.maximize);
  const { currency } = comparison.scenario;
  return comparison.differences
    .filter(({ a }) => a === 0)
    .slice(0, 3)
    .map(({ a, b, mean, range, chanceBetter, verdict }) => {
      const [before, after] = [quoted(comparison, a), quoted(comparison, b)];
      const chance = inline(chanceFigure(chanceBetter, comparison.draws.judging));
      if (verdict === 'cannot be told apart') return `${after} and ${before} cannot be told apart in expected ${noun}.`;
      const less = mean.value < 0;
      // A loss is told as so much less: both ends turn.
      const span = between(less ? [-range[1], -range[0]] : range, kind, currency);
      return `${after} brings ${size(mean, kind, currency)} ${moreOf(comparison.figure.maximize, mean.value)} than ${before} on average, in 90\u00a0% of cases ${span}; the chance that it is better is ${chance}.`;
    });
}

/** How far the figures are to be trusted. */
export function compareCaveats({ draws, candidates, level, differences }: Comparison): readonly string[] {
  const pairs = differences.length;
  return [
    `${candidates.length === 2 ? 'Both' : `All ${candidates.length}`} plans are judged on the same ${exact(draws.judging, 'count')} draws, so what they share cancels in differences.`,
    pairs === 1
      ? `The two are told apart where the ${exact(level * 100, 'ratio')}\u00a0% interval of their difference leaves out 0.`
      : `${pairs} pairs are looked at. Two plans are told apart only where an interval leaves out 0 that is widened so that all ${pairs} hold together with ${exact(level * 100, 'ratio')}\u00a0% (Bonferroni).`,
    noises,
  ];
}

/** `media prices and rates of search`. */
export function causeText(comparison: Comparison, cause: Cause): string {
  if (cause.kind === 'plan') return 'spend of all channels';
  if (cause.kind === 'section') return SECTIONS[cause.section] ?? cause.section;
  const name = channelLabel(comparison, cause.channel);
  return cause.kind === 'spend' ? `spend in ${name}` : `beliefs about ${name}`;
}

const SECTIONS: Readonly<Record<string, string>> = {
  value: 'worth of a customer',
  baseline: 'customers without spend',
  season: 'season',
  events: 'events',
  correlations: 'what moves together',
  assumptions: 'named assumptions',
  currencies: 'rates of currencies',
  segments: 'segments',
  resources: "people's time and cost",
};

/** How a bridge was made. */
export function bridgeNote({ draws, orders }: Bridge, judging: number): string {
  const over =
    orders === 'all'
      ? 'Each part is the mean over all orders in which the causes can be told, so none is favoured, and the parts add up.'
      : `Each part is the mean over ${orders} orders drawn at random, and the parts add up; the ± holds that choice too.`;
  return draws === judging ? over : `${over} Made on the first ${exact(draws, 'count')} draws.`;
}

/** Revenue by price, volume and mix in one sentence. */
export function revenueText(comparison: Comparison, { revenue }: Bridge): readonly string[] {
  if (revenue === undefined) return [];
  const { from, to, volume, mix, price } = revenue;
  const part = (value: number, what: string) =>
    `${value < 0 ? '-' : '+'}${about(Math.abs(value), 'money', comparison.scenario.currency)} by ${what}`;
  const change = about(Math.abs(to - from), 'money', comparison.scenario.currency);
  return [
    `Revenue of the channels ${to < from ? 'falls' : 'rises'} by ${change}: ${part(volume, 'number of customers')}, ${part(mix, 'which channels they come from')}, ${part(price, 'revenue per customer')}.`,
  ];
}

/** What a candidate is called. */
export function candidateName({ name }: Candidate): string {
  return plain(name);
}

/** The same in a sentence. */
export function quoted({ candidates }: Comparison, k: number): string {
  return `«${candidateName(candidates[k]!)}»`;
}
