import type { Model, Plan } from '../../domain.ts';

/** One unit of spend by channel, spread over periods to come as the plan spreads its spend; evenly where it spends nothing. */
export function nextUnit(model: Pick<Model, 'periods' | 'settled'>, { spend }: Plan): readonly Float64Array[] {
  return spend.map((byPeriod) => {
    const total = byPeriod.subarray(model.settled).reduce((sum, amount) => sum + amount, 0);
    return byPeriod.map((amount, t) => {
      if (t < model.settled) return 0;
      return total > 0 ? amount / total : 1 / (model.periods - model.settled);
    });
  });
}

/** Channels in which the plan spends anything in periods to come: of others nobody asks what the next unit brings. */
export function spentFromNow(model: Pick<Model, 'settled'>, { spend }: Plan): readonly boolean[] {
  return spend.map((byPeriod) => byPeriod.subarray(model.settled).some((amount) => amount > 0));
}
