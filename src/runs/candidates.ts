/** Plans between which one would choose if one knew more. */
import type { Model, Plan, Scenario } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { judgingDraws } from './draws.ts';
import type { Row } from '../domain/row.ts';
import { totalSpend } from '../optimize/plans.ts';
import { recommendation } from './recommendation.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';

/** Channels for which plans of their own are searched: those whose effect is the most uncertain in money. */
const MOST_CHANNELS = 6;
/** Lowest and highest part of the draws that a plan is made for. */
const PART = 0.25;
/** The search need not be finer than what information is worth, and begins at a good plan. */
const GAP = 0.01;
const SEARCH_DRAWS = 256;
const DRAWS = 2048;
/** Plans that differ by less than this share of all money are the same. */
const SAME = 1e-3;

/**
 * The recommended plan, and for each of the most uncertain channels the best plan of a world in which it brings as little as in the
 * quarter of draws where it does worst, and as much as where it does best. All keep the limits of the scenario.
 */
export async function candidatePlans(
  engine: Engine,
  scenario: Scenario,
  model: Model,
  recommended: Plan,
  options: RunOptions,
): Promise<readonly Plan[]> {
  const draws = { ...judgingDraws(options), draws: Math.min(DRAWS, judgingDraws(options).draws) };
  const alone = model.channels.map((_, channel) => aloneIn(model, recommended, channel));
  const figure = { weights: { margin: 1 }, ofPlanOnly: true } as const;
  const margins = await byDraw(engine, model, alone, figure, draws, options);
  const effects = margins.flatMap((row, channel) => {
    const found = spreadOf(row);
    return found === undefined ? [] : [{ channel, ...found }];
  });
  const chosen = effects.toSorted((a, b) => b.size - a.size).slice(0, MOST_CHANNELS);
  const plans: Plan[] = [recommended];
  const search = {
    ...options,
    gap: Math.max(GAP, options.gap ?? 0),
    searchDraws: Math.min(SEARCH_DRAWS, options.searchDraws ?? SEARCH_DRAWS),
  };
  for (const { channel, factors } of chosen) {
    for (const [k, factor] of factors.entries()) {
      const found = await recommendation(engine, scenario, withEffect(model, channel, factor), search, recommended);
      if (!('plan' in found)) continue;
      const name = `for ${k === 0 ? 'little' : 'much'} from ${model.channels[channel]!.name}`;
      if (plans.every((other) => differs(other, found.plan))) plans.push({ ...found.plan, name });
    }
  }
  return plans;
}

/** A plan with nothing but one channel's spend; what it would get on average where the plan leaves it out. */
export function aloneIn(model: Model, plan: Plan, channel: number): Plan {
  const own = plan.spend[channel]!;
  const even = totalSpend(plan) / (model.channels.length * model.periods);
  const used = own.some((amount) => amount > 0);
  return {
    name: model.channels[channel]!.name,
    spend: model.channels.map((_, c) =>
      c === channel ? (used ? own : new Float64Array(model.periods).fill(even)) : new Float64Array(model.periods),
    ),
  };
}

/** Means of the lowest and highest part over the mean, and how much money lies between them. */
function spreadOf(row: Row): { readonly factors: readonly [number, number]; readonly size: number } | undefined {
  const sorted = row.toSorted();
  const count = Math.max(1, Math.round(sorted.length * PART));
  const mean = (part: Row) => part.reduce((sum, value) => sum + value, 0) / part.length;
  const [all, low, high] = [mean(sorted), mean(sorted.subarray(0, count)), mean(sorted.subarray(-count))];
  if (!(all > 0 && low > 0 && high > low)) return undefined;
  return { factors: [low / all, high / all], size: high - low };
}

/** Another world has other chances: what is wished of them in this one says nothing there. */
function withEffect(model: Model, channel: number, factor: number): Model {
  return {
    ...model,
    targets: model.targets.filter(({ probability }) => probability === undefined),
    channels: model.channels.map((each, c) =>
      c === channel ? { ...each, unitsPerCurrency: each.unitsPerCurrency * factor } : each,
    ),
  };
}

function differs(a: Plan, b: Plan): boolean {
  let [moved, all] = [0, 0];
  a.spend.forEach((spend, c) =>
    spend.forEach((amount, t) => {
      moved += Math.abs(amount - b.spend[c]![t]!);
      all += amount;
    }),
  );
  return moved > SAME * all;
}
