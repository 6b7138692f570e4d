import type { ChannelSummary, Model, Plan, PlanSummary } from '../domain.ts';
import { worthDraws } from './draws.ts';
import type { Inquiry, Simulator } from '../optimize/asks.ts';
import { firstStep, isSteep } from '../optimize/explain/first-money.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { channelsUsed } from '../simulate/outcome/evaluate.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { simulatorOn } from './simulator.ts';

const PROFIT = { weights: { profit: 1 } };
const REVENUE = { weights: { revenue: 1 } };

/**
 * Summaries of plans with marginal returns that a planner can use of channels that get nothing: where the slope at nothing is
 * that of a speck of money, an average over the first money instead, as reasons tell it (see `firstMoney`), on the first
 * of the draws that plans are judged on.
 */
export async function withFirstReturns(
  engine: Engine,
  model: Model,
  plans: readonly Plan[],
  summaries: readonly PlanSummary[],
  options: RunOptions,
): Promise<readonly PlanSummary[]> {
  const simulator = simulatorOn(engine, [model], worthDraws(options), false);
  const told: PlanSummary[] = [];
  for (const [p, plan] of plans.entries()) {
    const channels = await firstReturns(simulator, model, plan, summaries[p]!.channels);
    told.push({ ...summaries[p]!, channels });
  }
  return told;
}

async function firstReturns(
  simulator: Simulator,
  model: Model,
  plan: Plan,
  summaries: readonly ChannelSummary[],
): Promise<readonly ChannelSummary[]> {
  const empty = plan.spend.flatMap((spend, c) =>
    spend.subarray(model.settled).some((amount) => amount > 0) ? [] : [c],
  );
  const step = firstStep(model, plan.spend);
  if (empty.length === 0 || step === 0) return summaries;
  const used = channelsUsed(plan);
  const withStep = (changed: readonly number[]): Inquiry => ({
    world: 0,
    plan: {
      name: plan.name,
      spend: plan.spend.map((spend, c) =>
        changed.includes(c) ? spend.map((amount, t) => (t < model.settled ? amount : step)) : spend,
      ),
    },
    used,
  });
  const slopes = await revenueSlopes(simulator.few ?? simulator, withStep(empty), model);
  const steep = empty.filter((c) => isSteep(summaries[c]!.marginalRoas?.value ?? 0, slopes[c]!));
  if (steep.length === 0) return summaries;
  const ask = async (inquiry: Inquiry) =>
    (await simulator.figures(inquiry, [PROFIT, REVENUE], [true, true])).map(({ values }) => values!);
  const before = await ask(withStep([]));
  const channels: ChannelSummary[] = [...summaries];
  for (const c of steep) {
    const after = await ask(withStep([c]));
    const over = step * (model.periods - model.settled);
    const [marginalProfit, marginalRoas] = after.map((values, f) =>
      meanOf(values.map((value, i) => (value - before[f]![i]!) / over)),
    );
    channels[c] = { ...channels[c]!, marginalRoas: marginalRoas!, marginalProfit: marginalProfit!, marginalOver: over };
  }
  return channels;
}

/** Mean revenue of the next unit of money by channel, spread evenly over the periods to come. */
async function revenueSlopes(simulator: Simulator, inquiry: Inquiry, model: Model): Promise<readonly number[]> {
  const [answer] = await simulator.figures(inquiry, [REVENUE], [false]);
  const { gradient } = answer!.sums;
  return model.channels.map(
    (_, c) =>
      gradient
        .subarray(c * model.periods + model.settled, (c + 1) * model.periods)
        .reduce((all, slope) => all + slope, 0) /
      ((model.periods - model.settled) * simulator.draws),
  );
}
