import type { GoalMetric } from '../../../src/domain.ts';
import { roughRange } from '../../../src/report/numbers/rough.ts';
import {
  assumptionAmounts,
  assumptionLabel,
  assumptionName,
  assumptionValues,
} from '../../../src/report/sentences/assumptions.ts';
import { OWN_ACTION } from '../../../src/report/sentences/own-stresses.ts';
import { sensitivityCaveats, sensitivityHeadline, weakestSteps } from '../../../src/report/sentences/sensitivity.ts';
import {
  breakEvenTexts,
  reactionText,
  reverseTexts,
  stressCaveats,
  stressHeadline,
} from '../../../src/report/sentences/stress.ts';
import { upperFirst } from '../../../src/report/sentences/upper-first.ts';
import { goalWords } from '../../../src/report/sentences/words.ts';
import type { StressWords } from '../stress-words.ts';

const noun = (maximize: GoalMetric) => goalWords(maximize).noun;
const inUnit = (currency: string) => (currency === '' ? '' : `, ${currency}`);

export const stressWords: StressWords = {
  choose: 'What to ask',
  questions: {
    tornado: {
      tab: 'One by one',
      title: 'What if one assumption is wrong?',
      about:
        'Moves each assumption alone to its low and its high end, and finds where a profit turns to a loss or the plan stops being the better one.',
      ask: 'Move each assumption',
    },
    stresses: {
      tab: 'What may happen',
      title: 'What if the world changes?',
      about:
        'Puts the plan through common stresses and those of your file: what each costs, what reacting brings back, and what to do.',
      ask: 'Put it under stress',
    },
    reverse: {
      tab: 'How it fails',
      title: 'What would make it fail?',
      about: 'Finds the most likely way in which the plan falls to a level that you name.',
      ask: 'Find the way',
    },
    influence: {
      tab: 'Sources',
      title: 'Where does the uncertainty come from?',
      about: 'Shares the uncertainty of the outcome out among the assumptions, alone and together with others.',
      ask: 'Find the sources',
    },
  },
  plan: { title: 'Which plan', names: { today: 'Today’s plan', recommended: 'Best plan' } },
  assumption: assumptionName,
  values: assumptionValues,
  amounts: assumptionAmounts,
  tornado: {
    title: (maximize) => `What one assumption alone does to ${noun(maximize)}`,
    caption: (maximize, currency) =>
      `Expected ${noun(maximize)}${inUnit(currency)}. Hollow: the assumption at its low end; filled: at its high end`,
    headline(test) {
      const [bar] = test.tornado.bars;
      if (bar === undefined) return 'Nothing in the file is uncertain, so no assumption can be moved.';
      const { noun: what, kind } = goalWords(test.figure.maximize);
      const [low, high] = roughRange(bar.means, kind);
      const unit = kind === 'money' ? `\u00a0${test.scenario.currency}` : '';
      const [from, to] = assumptionAmounts(test, bar.id, bar.ends);
      return `${upperFirst(assumptionLabel(test, bar.id))} moves expected ${what} most: ${low}${unit} at ${from}, ${high}${unit} at ${to}.`;
    },
    base: 'as you believe',
    note: 'Low and high are the 10\u00a0% and 90\u00a0% points of each range; all others stay as you believe them.',
    columns: ['Assumption', 'Low', 'High', 'Expected at low', 'Expected at high', 'Turns at'],
    turns: 'Where it turns',
    breakEvens: (test) => breakEvenTexts(test, test.tornado.bars),
    sure: stressCaveats,
  },
  stresses: {
    title: () => 'What each stress costs',
    caption: (maximize, currency) => `Change of expected ${noun(maximize)}${inUnit(currency)}, with the plan as it is`,
    react: 'Search what reacting would bring back',
    reactHint: 'Finds the best plan again under each stress, which takes a while.',
    headline: stressHeadline,
    label: ({ label }) => label,
    about: ({ about }) => about,
    action: ({ action }) => action,
    ownAction: OWN_ACTION,
    reaction: reactionText,
    without: 'Without stress',
    reacted: 'Ring: after reacting.',
    note: 'Each stress is a what-if on the same draws as the plan without it.',
    columns: [
      'Stress',
      'Expected',
      'Change',
      'Mean of the worst tenth',
      'Chance of a loss',
      'As bad without it',
      'After reacting',
    ],
    todo: 'What to do',
    sure: stressCaveats,
  },
  reverse: {
    level: (maximize, currency) => `${upperFirst(noun(maximize ?? 'profit'))} falls to${inUnit(currency)}`,
    levelHint: 'Zero asks how money is lost; a target asks how it is missed.',
    levelWrong: 'Give a number, such as 50,000.',
    sentences: reverseTexts,
    title: 'The most likely way there',
    caption: 'Share of the way that each assumption goes; its usual value and where it has to be',
    note: 'Of all ways there, this one is the least unlikely: all of it together.',
    columns: ['Assumption', 'Usually', 'There', 'Share of the way'],
    alone: {
      title: 'What would do it alone',
      caption: 'All else at its median',
      columns: ['Assumption', 'Usually', 'At', 'Chance'],
    },
    sure: stressCaveats,
  },
  influence: {
    title: (maximize) => `What makes ${noun(maximize)} uncertain`,
    caption: () => 'Share of the variance, with what others do together with it. Line: simulation noise (95\u00a0%)',
    headline: sensitivityHeadline,
    alone: 'Ring: the share of the assumption alone.',
    note: 'Knowing an assumption for sure would take its share alone away.',
    columns: [
      'Assumption',
      'With others',
      'Alone',
      'Rank correlation',
      'Expected in its lowest tenth',
      'In its highest tenth',
    ],
    fair: 'Fair share',
    steps: 'The step of each funnel to look at first',
    weakestSteps,
    sure: sensitivityCaveats,
  },
};
