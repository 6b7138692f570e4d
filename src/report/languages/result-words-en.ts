import {
  noSingleRepair,
  notFoundAdvice,
  repairText,
  togetherText,
  unboundedAdvice,
} from '../sentences/conflict-words.ts';
import { farFromTodayTexts } from '../sentences/far-from-today.ts';
import { freeBudget } from '../sentences/free-budget.ts';
import { headline } from '../sentences/headline.ts';
import { firstMoneyTexts } from '../sentences/last-unit.ts';
import { nameInTable } from '../sentences/limits.ts';
import { nextUnitTexts } from '../sentences/next-unit.ts';
import { concentrationTexts } from '../sentences/concentration-worth.ts';
import { resourceTexts } from '../sentences/resource-worth.ts';
import { noPlan } from '../sentences/no-plan.ts';
import { draws, noises, proof } from '../sentences/proof.ts';
import { rangesNote, rangesTitle } from '../sentences/ranges.ts';
import { reasonNotes, reasonText } from '../sentences/reasons.ts';
import { stabilityTexts } from '../sentences/stability.ts';
import { beyondReachAdvice, wishAsked, wishName, wishRemarks } from '../sentences/wish-words.ts';
import { addsWhat, horizonText, periodsText } from '../sentences/words.ts';
import type { ResultWords } from './result-words.ts';

/** A report in English; its sentences are those of the command line. */
export const resultWordsEn: ResultWords = {
  code: 'en',
  say: {
    headline,
    noPlan,
    proof,
    stability: stabilityTexts,
    farFromToday: farFromTodayTexts,
    freeBudget,
    draws,
    noises,
    number: (text) => text,
  },
  today: (amount) => `today ${amount}`,
  figures: {
    title: 'Key figures',
    inCurrency: (name, currency) => `${name}, ${currency}`,
    expected: {
      profit: 'Expected profit',
      revenue: 'Expected revenue',
      margin: 'Expected margin',
      customers: 'Expected customers',
    },
    spend: 'Media spend',
    chance: 'Chance of reaching the goal',
    chanceBetter: 'Chance that it is better than today',
    worst: 'Mean profit of the worst tenth',
    chanceOfLoss: 'Chance of a loss',
    gap: { proven: 'Proven gap to the best', numerical: 'Gap to the best', none: 'Gap to the best' },
    noGap: 'not proven',
    inPoints: (name) => `${name}, percentage points`,
    atMost: (share) => `≤ ${share}`,
  },
  plan: {
    title: 'The plan',
    caption: (scenario) => `Media spend in ${scenario.currency} over ${horizonText(scenario)}`,
    channel: 'Channel',
    today: 'Today',
    recommended: 'Recommended',
    nearest: 'Nearest',
    change: 'Change',
    nextUnit: (currency) => `1 ${currency} more brings back`,
    cac: 'Cost of a customer (CAC)',
    nextUnitNote: 'The next unit brings back profit and its own cost: above 1 it pays.',
    firstMoney: firstMoneyTexts,
    cacNote: 'CAC is cash, without people’s time.',
    total: 'All channels',
    same: 'same',
    new: 'new',
    stopped: 'stopped',
  },
  reasons: { title: 'Why each channel gets what it gets', text: reasonText, notes: reasonNotes },
  ranges: {
    title: rangesTitle,
    caption: (scenario) =>
      `What each channel may get, in ${scenario.currency} over ${horizonText(scenario)}. Band: nearly as good; line: the plan.`,
    plan: 'Plan',
    from: 'From',
    to: 'To',
    picture: 'Range',
    describe: (plan, from, to) => `${plan} in the plan; from ${from} to ${to} is nearly as good.`,
    note: rangesNote,
  },
  targets: {
    title: 'Targets and risk',
    caption: 'What is asked of the plan, and what it reaches on fresh draws',
    wish: 'What',
    asked: 'Asked',
    name: wishName,
    askedFor: wishAsked,
    verdict: 'Reached?',
    verdicts: { reached: 'reached', missed: 'missed', 'too close to call': 'too close to call' },
    remarks: wishRemarks,
    close: 'Too close to call: what is asked lies within the simulation noise.',
  },
  limits: {
    title: 'What holds the plan back',
    limit: 'Limit',
    name: nameInTable,
    where: 'In',
    wholePlan: 'whole plan',
    periods: periodsText,
    change: 'If',
    raised: 'raised',
    lowered: 'lowered',
    adds: 'Adds',
    meets: 'Limits where more room would help',
    worth: (scenario, units) => `${units} ${scenario.currency} more room ${addsWhat(scenario)}`,
    to: (from, to) => `${from} to ${to}`,
    nextUnits: (report, { binding }) => nextUnitTexts(report, binding),
    concentration: concentrationTexts,
    resources: resourceTexts,
  },
  conflict: {
    title: 'These limits cannot hold together',
    titleOfNext: 'Apart from that, these cannot hold together either',
    together: togetherText,
    repairs: (count) =>
      count === 1 ? 'This change would make a plan possible' : 'Any one of these changes would make a plan possible',
    repairsOfOne: (count) =>
      count === 1 ? 'This change would end this clash' : 'Any one of these changes would end this clash',
    repair: repairText,
    notFound: notFoundAdvice,
    noSingleRepair,
    repairTogether: (changes, isLeast) =>
      `No single change is known to make a plan possible; these together do: ${changes.join('; ')}.` +
      (isLeast ? '' : ' They were found by a search: smaller ones may do as well.'),
    advice: 'What to do',
    unbounded: unboundedAdvice,
    beyondReach: (report, found) => beyondReachAdvice(found, report),
  },
  sure: 'How sure this is',
  budget: 'The budget',
  notes: 'Notes',
};
