/** What a stress test says, in sentences. */
import type { Estimate } from '../../domain.ts';
import type { Reaction, ReverseStress, StressResult, StressTest, TornadoBar } from '../../stress/stress-test.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { amount, exact, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { plain } from '../plain.ts';
import { assumptionLabel, assumptionAmounts } from './assumptions.ts';
import type { Headline } from './headline.ts';
import { groupLimits } from './limits.ts';
import { channelLabel } from './names.ts';
import { noises } from './proof.ts';
import { about, isClear, size } from './sum.ts';
import { upperFirst } from './upper-first.ts';
import { goalWords, listText } from './words.ts';

export function stressHeadline(test: StressTest): Headline {
  const [worst] = test.stresses;
  const plan = planText(test);
  const base = `${upperFirst(plan)} is expected to ${verbOf(test, test.baseline.mean.value)} without stress.`;
  const rest = [
    ...(test.reverse === undefined ? [] : reverseTexts(test, test.reverse)),
    ...(test.stresses.length === 0 ? [] : [turnedText(test)]),
  ];
  if (worst === undefined) return { first: base, rest };
  const { kind } = goalWords(test.figure.maximize);
  const { currency } = test.scenario;
  const [name, count] = [`«${plain(worst.label)}»`, test.stresses.length];
  const mean = worst.outcome.mean.value;
  const left = mean < 0 ? `a loss of ${about(-mean, kind, currency)}` : about(mean, kind, currency);
  const lost = `${size(worst.change.mean, kind, currency)}, and leaves ${left}`;
  if (worst.change.mean.value >= 0) {
    const none = count === 1 ? `${name} does not cost` : `None of ${count} stresses costs`;
    return { first: `${none} ${plan} anything.`, rest: [base, ...rest] };
  }
  const first =
    count === 1
      ? `${name} costs ${plan} ${lost}.`
      : `The worst of ${count} stresses for ${plan} is ${name}: it costs ${lost}.`;
  return { first, rest: [base, ...rest] };
}

/** Which stresses turn the expected figure into a loss. */
function turnedText({ stresses, baseline, figure }: StressTest): string {
  if (figure.maximize !== 'profit' || baseline.mean.value < 0) {
    return 'What each stress costs is told on the same draws as the plan without it.';
  }
  const lossy = stresses.filter(({ outcome }) => outcome.mean.value < 0).map(({ label }) => `«${plain(label)}»`);
  return lossy.length === 0
    ? 'Under none of them is a loss to be expected on average.'
    : `A loss is to be expected on average under ${listText(lossy)}.`;
}

function planText({ plan }: StressTest): string {
  return plan.name === 'today' ? "today's plan" : 'the recommended plan';
}

function verbOf(test: StressTest, value: number): string {
  const { verb, noun, kind } = goalWords(test.figure.maximize);
  const much = about(Math.abs(value), kind, test.scenario.currency);
  if (value < 0) return `lose ${much}`;
  return kind === 'money' ? `${verb} ${much} of ${noun}` : `${verb} ${much} ${noun}`;
}

/** The most likely way to miss the level. */
export function reverseTexts(
  test: StressTest,
  { level, chance, middle, point, alone }: ReverseStress,
): readonly string[] {
  const { kind, noun } = goalWords(test.figure.maximize);
  const to = `${exact(level, kind)}${kind === 'money' ? `\u00a0${test.scenario.currency}` : ''}`;
  const how = `The chance that ${noun} falls to ${to} or below is ${rareChance(chance, test.draws.judging)}.`;
  if (middle <= level) return [`Even with every assumption at its median, ${noun} is no more than ${to}. ${how}`];
  if (point === undefined) {
    return [`No way was found in which ${noun} falls to ${to}: it lies beyond what your ranges hold. ${how}`];
  }
  const main = point.factors.slice(0, MOST_FACTORS).map((factor) => factorText(test, factor));
  const [single] = alone;
  return [
    how,
    `The most likely way there: ${listText(main)}, all together.`,
    single === undefined
      ? 'No assumption alone would do it, with everything else at its median.'
      : `Alone, ${assumptionLabel(test, single.id)} would do it${single.value === undefined ? '' : ` at ${assumptionAmounts(test, single.id, [single.value, single.usual!])[0]}`}, which has a chance of ${smallChance(single.chance)}.`,
  ];
}

/** A chance that may be far smaller than draws alone could tell: `about 1 in 52,000`. */
function rareChance(chance: Estimate, draws: number): string {
  const odds = rareOdds(chance, draws);
  return odds === undefined ? inline(chanceFigure(chance, draws)) : `about 1\u00a0in\u00a0${odds}`;
}

/** Once in how many cases something happens, roughly; undefined where percent say it. */
export function rareOdds({ value }: Estimate, draws: number): string | undefined {
  return value > 0 && value * draws < FEW ? rough(1 / value, 'count') : undefined;
}

/** With fewer draws of a kind than these, percents have too many zeros to be read. */
const FEW = 50;
const MOST_FACTORS = 4;

function factorText(
  test: StressTest,
  { id, value, usual, score }: NonNullable<ReverseStress['point']>['factors'][number],
): string {
  const label = assumptionLabel(test, id);
  if (value === undefined || usual === undefined) {
    return `${label} ${exact(Math.abs(score), 'ratio')} standard deviations ${score < 0 ? 'down' : 'up'}`;
  }
  const [there, before] = assumptionAmounts(test, id, [value, usual]);
  return `${label} ${there} instead of ${before}`;
}

/** A chance without noise, such as that of one assumption. */
export function smallChance(chance: number): string {
  if (chance < 0.0001) return `<\u00a0${percent(0.0001, 2)}`;
  return percent(chance, chance < 0.01 ? 2 : chance < 0.1 ? 1 : 0);
}

/** What reacting would bring back and what it does. */
export function reactionText(test: StressTest, result: StressResult): readonly string[] {
  const { reaction } = result;
  return reaction === undefined ? [] : [told(test, reaction, result)];
}

function told(test: StressTest, reaction: Reaction, { change }: StressResult): string {
  if (reaction.status === 'none') return `Reacting: ${NO_REACTION[reaction.reason]}.`;
  const { kind } = goalWords(test.figure.maximize);
  const { currency } = test.scenario;
  const { regained, moves, binding, totalSpend } = reaction;
  if (!isWorthTelling(regained, change)) return 'Reacting: no other plan is clearly better then.';
  const share = change.mean.value < 0 ? ` (${percent(regained.value / -change.mean.value, 0)} of the loss)` : '';
  const main = moves
    .filter(({ from, to }) => Math.abs(to - from) > SMALL_MOVE * (test.plan.totalSpend || 1))
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .slice(0, MOST_MOVES)
    .map(({ channel, from, to }) => `${channelLabel(test, channel)} from ${amount(from)} to ${amount(to)}`);
  const spend =
    Math.abs(totalSpend - test.plan.totalSpend) > SMALL_MOVE * test.plan.totalSpend
      ? `, with ${amount(totalSpend)}\u00a0${currency} in all`
      : '';
  const held =
    binding.length === 0
      ? ''
      : ` It is held by ${listText(groupLimits(test, binding).map(({ name }) => `«${name}»`))}.`;
  const how = main.length === 0 ? 'by spreading money over time anew' : `by moving ${listText(main)}`;
  return `Reacting brings back ${size(regained, kind, currency)}${share}, ${how}${spend}.${held}`;
}

/** A smaller share of the loss would be told as 0 %. */
const LEAST_REGAINED = 0.005;

/** Whether what reacting brings back is beyond noise, and more than nothing beside what is lost. */
export function isWorthTelling(regained: Estimate, change: StressResult['change']): boolean {
  return isClear(regained) && regained.value > 0 && regained.value >= LEAST_REGAINED * -change.mean.value;
}

/** Why there is no plan to react with. */
const NO_REACTION: Readonly<Record<Extract<Reaction, { readonly status: 'none' }>['reason'], string>> = {
  infeasible: 'no plan keeps all limits then',
  unreachable: 'no plan reaches all that you ask for then, targets and worst cases included',
  unbounded: 'ever more spend would pay then, for nothing limits it',
};

/** Moves below this share of all money are not worth a word. */
const SMALL_MOVE = 0.005;
const MOST_MOVES = 3;

/** Values at which something turns. */
export function breakEvenTexts(test: StressTest, bars: readonly TornadoBar[]): readonly string[] {
  const { noun } = goalWords(test.figure.maximize);
  return bars.flatMap(({ id, ends, breakEvens }) =>
    breakEvens.map(({ of, value, to, chance }) => {
      const [shown] = assumptionAmounts(test, id, [value, ...ends]);
      const what = {
        figure: `expected ${noun} ${TURNS[to]}`,
        'gain over today': `${BETTER[to]} the better one on average`,
      }[of];
      return `${upperFirst(assumptionLabel(test, id))}: ${what} at ${shown} (chance ${smallChance(chance)}).`;
    }),
  );
}

const TURNS = { bad: 'turns to a loss', good: 'is no longer a loss' } as const;
const BETTER = { bad: "today's plan becomes", good: 'this plan becomes' } as const;

export function stressCaveats({ draws, tornado, plan, stresses }: StressTest): readonly string[] {
  const reacts = stresses.some(({ reaction }) => reaction !== undefined);
  const judged =
    stresses.length === 0 ? 'The plan is judged on' : 'The plan with and without each stress is judged on the same';
  const bars =
    tornado.bars.length === 0 ? '' : `; bars of single assumptions on ${exact(tornado.draws, 'count')} of them`;
  return [
    `${judged} ${exact(draws.judging, 'count')} draws${bars}.`,
    ...(stresses.length === 0
      ? []
      : [
          'Stresses are what-ifs: nothing here says how likely they are, but for how far out their result lies among the cases without them.',
        ]),
    ...(reacts
      ? [
          'Reacting counts from the start of the plan: it is what knowing beforehand is worth, and the most that reacting later can be.',
        ]
      : []),
    ...(plan.name === 'recommended' && !reacts ? ['The recommended plan was made for the world without stress.'] : []),
    noises,
  ];
}
