import { chinese } from '../../scenario/quantity/vocabulary.ts';
import { inWords } from '../../scenario/quantity/words.ts';
import { actualsAdvice, actualsCaveats, actualsHeadline } from '../chinese/actuals.ts';
import { assumptionLabel, assumptionValues } from '../chinese/assumptions.ts';
import {
  bridgeNote,
  candidateName,
  causeText,
  compareCaveats,
  compareHeadline,
  quoted,
  revenueText,
} from '../chinese/compare.ts';
import { financeCaveats, financeHeadline } from '../chinese/finance.ts';
import { frontierCaveats, frontierHeadline } from '../chinese/frontier.ts';
import { sayOnTerminal } from '../chinese/terminal.ts';
import { pilotsCaveats, pilotsHeadline, pilotText, seenText } from '../chinese/pilots.ts';
import { afterPast, leftText } from '../chinese/replan.ts';
import { criterionLabel, screenCaveats, screenHeadline } from '../chinese/screen.ts';
import { sensitivityCaveats, sensitivityHeadline, weakestSteps } from '../chinese/sensitivity.ts';
import { breakEvenTexts, reactionTexts, stressCaveats, stressHeadline } from '../chinese/stress.ts';
import { OWN_ACTION, stressTexts } from '../chinese/stresses.ts';
import { planText, voiCaveats, voiHeadline } from '../chinese/voi.ts';
import { addsWhat, horizonText, lengthText, periodsText } from '../chinese/words.ts';
import { short, tick, tight } from '../numbers/chinese.ts';
import { resultWordsZh } from './result-words-zh.ts';
import type { TextWords } from './text-words.ts';

/** Plain texts in Chinese. */
export const textWordsZh: TextWords = {
  result: resultWordsZh,
  say: sayOnTerminal,
  number: tight,
  short,
  tick,
  periods: periodsText,
  length: lengthText,
  horizon: (scenario) => `${horizonText(scenario)}，${scenario.currency}`,
  addsWhat,
  assumption: assumptionLabel,
  values: assumptionValues,
  replan: { afterPast, left: leftText },
  frontier: { headline: frontierHeadline, sure: frontierCaveats },
  compare: {
    headline: compareHeadline,
    sure: compareCaveats,
    candidate: candidateName,
    quoted,
    cause: causeText,
    revenue: revenueText,
    bridgeNote,
  },
  stress: {
    headline: stressHeadline,
    sure: stressCaveats,
    label: (result) => stressTexts(result).label,
    action: (test, result) => {
      const { label, action = '' } = stressTexts(result);
      const text = [...reactionTexts(test, result), action].join('');
      return text === '' ? undefined : `${label}：${text}`;
    },
    ownAction: OWN_ACTION,
    turns: breakEvenTexts,
  },
  sensitivity: { headline: sensitivityHeadline, sure: sensitivityCaveats, steps: weakestSteps },
  voi: { headline: voiHeadline, sure: voiCaveats, plan: planText },
  actuals: {
    headline(found) {
      const { first, rest } = actualsHeadline(found);
      return { first, rest: [...rest, ...actualsAdvice(found)] };
    },
    sure: actualsCaveats,
  },
  finance: { headline: financeHeadline, sure: financeCaveats },
  screen: { headline: screenHeadline, sure: screenCaveats, criterion: criterionLabel },
  lessons: { headline: pilotsHeadline, sure: pilotsCaveats, pilot: pilotText, seen: seenText },
  understood: ({ quantity, unit, currency }) => tight(inWords(quantity, unit, { words: chinese, currency })),
};
