import { inWords } from '../../scenario/quantity/words.ts';
import { short, tick } from '../numbers/short.ts';
import { actualsAdvice, actualsCaveats, actualsHeadline } from '../sentences/actuals.ts';
import { assumptionName, assumptionValues } from '../sentences/assumptions.ts';
import {
  bridgeNote,
  candidateName,
  causeText,
  compareCaveats,
  compareHeadline,
  quoted,
  revenueText,
} from '../sentences/compare.ts';
import { financeCaveats, financeHeadline } from '../sentences/finance.ts';
import { frontierCaveats } from '../sentences/frontier-caveats.ts';
import { frontierHeadline } from '../sentences/frontier.ts';
import { pilotsCaveats, pilotsHeadline, pilotText, seenText } from '../sentences/pilots.ts';
import { OWN_ACTION } from '../sentences/own-stresses.ts';
import { afterPast, leftText } from '../sentences/replan.ts';
import { criterionLabel, screenCaveats, screenHeadline } from '../sentences/screen.ts';
import { sensitivityCaveats, sensitivityHeadline, weakestSteps } from '../sentences/sensitivity.ts';
import { breakEvenTexts, reactionText, stressCaveats, stressHeadline } from '../sentences/stress.ts';
import { planText, voiCaveats, voiHeadline } from '../sentences/voi.ts';
import { addsWhat, horizonText, lengthText, periodsText } from '../sentences/words.ts';
import { plain } from '../plain.ts';
import { resultWordsEn } from './result-words-en.ts';
import type { TextWords } from './text-words.ts';

/** Plain texts in English. */
export const textWordsEn: TextWords = {
  result: resultWordsEn,
  say: (text) => text,
  number: (text) => text,
  short,
  tick,
  periods: periodsText,
  length: lengthText,
  horizon: (scenario) => `${horizonText(scenario)}, ${scenario.currency}`,
  addsWhat,
  assumption: assumptionName,
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
    label: ({ label }) => plain(label),
    action(test, result) {
      const texts = [...reactionText(test, result), ...(result.action === undefined ? [] : [result.action])];
      return texts.length === 0 ? undefined : `${plain(result.label)}: ${texts.join(' ')}`;
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
  understood: ({ quantity, unit, currency }) => inWords(quantity, unit, { currency }),
};
