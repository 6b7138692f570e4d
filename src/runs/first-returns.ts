import type { ChannelSummary, Model, Plan, PlanSummary } from '../domain.ts';
import { worthDraws } from './draws.ts';
import type { Inquiry, Simulator } from '../optimize/asks.ts';
import { firstStep, isSteep } from '../optimize/explain/first-money.ts';
import { costlyChannels } from '../optimize/use-costs.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { channelsUsed } from '../simulate/outcome/evaluate.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { simulatorOn } from './simulator.ts';

const PROFIT = { weights: { profit: 1 } };
const REVENUE = { weights: { revenue: 1 } };

/**
 * Summaries of plans with what it takes to begin with channels that get nothing: what using them costs at all; and, where the
 * slope at nothing is that of a speck of money, marginal returns on average over the first money instead, as reasons tell
 * them (see `firstMoney`). Both on the first of the draws that plans are judged on.
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
    const empty = plan.spend.flatMap((spend, c) =>
      spend.subarray(model.settled).some((amount) => amount > 0) ? [] : [c],
    );
    const first = await firstReturns(simulator, model, plan, empty, summaries[p]!.channels);
    const channels = await withUseCosts(simulator, model, plan, empty, first);
    told.push({ ...summaries[p]!, channels });
  }
  return told;
}

/** The same with what using each of these channels takes from profit, what its people do not do elsewhere included. */
async function withUseCosts(
  simulator: Simulator,
  model: Model,
  plan: Plan,
  empty: readonly number[],
  summaries: readonly ChannelSummary[],
): Promise<readonly ChannelSummary[]> {
  const used = channelsUsed(plan);
  const isCostly = costlyChannels(model);
  const costly = empty.filter((c) => isCostly[c]! && !used[c]!);
  if (costly.length === 0) return summaries;
  const profits = async (also: number | undefined) => {
    const inquiry = { world: 0, plan, used: used.map((yes, c) => yes || c === also) };
    return (await simulator.figures(inquiry, [PROFIT], [true]))[0]!.values!;
  };
  const before = await profits(undefined);
  const channels = [...summaries];
  for (const c of costly) {
    const after = await profits(c);
    channels[c] = { ...channels[c]!, useCost: meanOf(after.map((value, i) => before[i]! - value)) };
  }
  return channels;
}

async function firstReturns(
  simulator: Simulator,
  model: Model,
  plan: Plan,
  empty: readonly number[],
  summaries: readonly ChannelSummary[],
): Promise<readonly ChannelSummary[]> {
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
