import { section, yesOrNo } from './leaf.ts';
import { amount, amounts } from './number.ts';

export const budget = section('How much may be spent on media; fees and people come on top.', {
  total: amount('Currency to be spent over the plan, all of it.').exactOptional(),
  atLeast: amount('Currency that is spent over the plan at least.').exactOptional(),
  atMost: amount('Currency that may be spent over the plan at most.').exactOptional(),
  perPeriod: amounts(
    'Currency to be spent in every period, or a list with one number for each period.',
  ).exactOptional(),
  perPeriodAtMost: amounts(
    'Currency that may be spent in every period at most, or a list with one number for each; also beside another kind.',
  ).exactOptional(),
  flexible: yesOrNo('True: spend as much as pays, up to `atMost` where that is given.').exactOptional(),
});

/** Kinds of budget of which a file has one; fields of one kind may stand together. */
export const budgetKinds = [['total'], ['perPeriod'], ['atMost', 'atLeast', 'flexible']] as const;
