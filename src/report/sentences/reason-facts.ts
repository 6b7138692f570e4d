import type { ChannelReason, LimitName, Report, WishResult } from '../../domain.ts';
import { amount, exact } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { goalUnit, isMeanOfOne } from './goal.ts';
import { groupLimits, type LimitGroup } from './limits.ts';

/** What the report's last plan gives a channel, as text; undefined for nothing. */
export function spendText({ plans, scenario: { currency } }: Report, { channel }: ChannelReason): string | undefined {
  const spend = plans.at(-1)!.channels.find(({ name }) => name === channel)?.spend ?? 0;
  return spend > 0 ? `${amount(spend)}\u00a0${currency}` : undefined;
}

/** Whether all money of the report's last plan is in this channel, so that no other has as good a use for it. */
export function isAlone({ plans }: Report, { channel, price }: ChannelReason): boolean {
  if (price === 0) return false;
  return plans.at(-1)!.channels.every(({ name, spend }) => spend > 0 === (name === channel));
}

/** What money brings in a channel and elsewhere. */
export interface MoneyFacts {
  /** The sum of which it is told: `1 CNY`, or where customers are counted, of which few come from one, `1,000 CNY`. */
  readonly sum: string;
  /** The first money in the channel, where what it brings is told on average over it: `5,000 CNY`. */
  readonly over?: string;
  /** `back`: so much comes back, the sum itself included; `figure`: so much of the goal's figure; `goal`: so much of a mix. */
  readonly brings: 'back' | 'figure' | 'goal';
  /** What a sum brings, by what a unit of money changes the goal: `1.38`. */
  readonly much: (perUnit: number) => string;
  /** Where the money could be instead: in other channels, or unspent. */
  readonly otherwise: 'elsewhere' | 'unspent';
}

/** Customers come from many units of money, money from one. */
const UNITS = { count: 1000, money: 1 } as const;

/** See {@link MoneyFacts}; undefined where the goal is to spend little, so that money is no means to more, or a chance. */
export function moneyFacts(
  { scenario: { goal, currency } }: Report,
  { price, over }: ChannelReason,
): MoneyFacts | undefined {
  const unit = goalUnit(goal);
  if (unit === 'spend' || unit === 'chance') return undefined;
  const units = UNITS[unit];
  const brings = !isMeanOfOne(goal) ? 'goal' : goal.maximize === 'profit' ? 'back' : 'figure';
  return {
    sum: `${amount(units)}\u00a0${currency}`,
    ...(over === undefined ? {} : { over: `${amount(over)}\u00a0${currency}` }),
    brings,
    much: (perUnit) =>
      brings === 'back' ? rough(1 + perUnit, 'ratio') : rough(perUnit * units, unit === 'count' ? 'count' : 'ratio'),
    otherwise: price === 0 ? 'unspent' : 'elsewhere',
  };
}

/** The draws that the worth of money in reasons is of; undefined where none tells it. */
export function drawsOfReasons(report: Report): string | undefined {
  const { optimization } = report;
  if (optimization === undefined || !('plan' in optimization)) return undefined;
  const told = (optimization.reasons ?? []).some(
    (each) => each.kind !== 'tie' && moneyFacts(report, each) !== undefined,
  );
  return told ? exact(optimization.searchDraws, 'count') : undefined;
}

/** A limit without the period, which a reason does not tell. */
export function limitOf(report: Report, { name, path, side }: LimitName): Omit<LimitGroup, 'worth'> {
  return groupLimits(report, [{ limit: { name, path, terms: [] }, side }])[0]!;
}

/** Whether a wish asks for a figure; worst cases that have a weight in the goal do not. */
export function asksForFigure(wish: WishResult['wish']): boolean {
  return !('risk' in wish) || wish.risk.atLeast !== undefined;
}
