import type { Estimate } from '../../domain.ts';
import type { FinanceView } from '../../finance/finance-view.ts';
import type { FinanceFigureWords } from '../../report/languages/finance-words.ts';
import { chanceFigure, figure, type Figure } from '../../report/numbers/estimate.ts';
import { exact, percent } from '../../report/numbers/exact.ts';
import { rough } from '../../report/numbers/rough.ts';
import { cashBackAfter, financedAtMost, heldBack } from '../../report/sentences/finance.ts';
import type { NumberFormat } from '../sheets/sheet.ts';

/** One of the figures that finance asks for first. */
export interface FinanceFigure {
  readonly name: string;
  readonly shown: Figure;
  /** The same in full; absent where there is none, such as a payback that never comes. */
  readonly value?: number;
  /** Absent where it is not known. */
  readonly standardError?: number;
  readonly format: NumberFormat;
}

/**
 * What the plan is worth, how bad it may be, what to hold back, when it has paid back, and what it needs meanwhile.
 *
 * @param number  a number as English writes it, in the typography of the language
 */
export function financeFigures(
  view: FinanceView,
  words: FinanceFigureWords,
  number: (text: string) => string,
): readonly FinanceFigure[] {
  const { presentValue, downside, carryInProfit, contingency, payback, cash, draws } = view;
  const { currency, unit } = view.scenario;
  const chance = number(percent(view.chance, 0));
  const estimated = (name: string, estimate: Estimate): FinanceFigure => ({
    name,
    shown: figure(estimate, 'money'),
    ...estimate,
    format: 'money',
  });
  const money = (name: string, value: number, shown: string): FinanceFigure => ({
    name,
    shown: { text: shown },
    value,
    format: 'money',
  });
  const periods = (name: string, value: number | undefined): FinanceFigure => ({
    name,
    shown: { text: value === undefined ? words.never : exact(value, 'count') },
    ...(value === undefined ? {} : { value }),
    format: 'count',
  });
  const held = heldBack(view);
  const back = cashBackAfter(cash.path);
  return [
    estimated(words.value(currency), presentValue),
    ...(carryInProfit.value === 0 ? [] : [estimated(words.carryIn(currency), carryInProfit)]),
    ...(downside === undefined
      ? []
      : [
          money(words.atLeast(chance, currency), contingency.level, held.level),
          estimated(words.worst(currency), downside.worstMean),
          {
            name: words.chanceOfLoss,
            shown: chanceFigure(downside.chanceOfLoss, draws.judging),
            ...downside.chanceOfLoss,
            format: 'share' as const,
          },
          money(words.reserve(chance, currency), Math.max(0, contingency.reserve), held.reserve),
          money(words.apart(currency), contingency.apart, rough(contingency.apart, 'money')),
        ]),
    {
      name: words.payback(unit),
      shown: payback === undefined ? { text: words.never } : figure(payback, 'ratio'),
      ...payback,
      format: 'count',
    },
    estimated(words.financing(currency), cash.deepest.mean),
    ...(downside === undefined
      ? []
      : [money(words.financingMost(chance, currency), cash.deepest.atMost, financedAtMost(view))]),
    ...(back === 0 ? [] : [periods(words.cashBack(unit), back)]),
  ];
}
