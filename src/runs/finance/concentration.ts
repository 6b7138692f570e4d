import type { ChannelSummary, Model, Plan, Scenario } from '../../domain.ts';
import { herfindahl } from '../../statistics/herfindahl.ts';
import type { Concentrations } from '../../finance/finance-view.ts';
import { compile } from '../../scenario/compile/compile.ts';
import { changeOf } from '../../simulate/summary/difference.ts';
import { shocked, times } from '../../stress/shocks.ts';
import { byDraw } from '../draw-by-draw.ts';
import { judgingDraws } from '../draws.ts';
import type { RunOptions } from '../run-options.ts';
import type { Engine } from '../engine.ts';

/** A factor so small that nothing comes of what is spent. */
const NOTHING = 1e-9;

/** How much of a plan depends on few channels, and what is lost with the largest of them, on the draws of the options. */
export async function concentrationOf(
  engine: Engine,
  scenario: Scenario,
  plan: Plan,
  channels: readonly ChannelSummary[],
  options: RunOptions,
): Promise<Concentrations> {
  const revenues = channels.map(({ revenue }) => revenue.value);
  const [spend, revenue] = [herfindahl(channels.map((channel) => channel.spend)), herfindahl(revenues)];
  const total = revenues.reduce((sum, value) => sum + Math.max(0, value), 0);
  const largest = channels.reduce((most, channel) => (channel.revenue.value > most.revenue.value ? channel : most));
  const shared = {
    ...(spend === undefined ? {} : { spend }),
    ...(revenue === undefined ? {} : { revenue }),
  };
  if (!(largest.revenue.value > 0)) return shared;
  const draws = judgingDraws(options);
  const stresses = options.stresses ?? [];
  const profits = (model: Model, plans: readonly Plan[]) =>
    byDraw(engine, model, plans, { weights: { profit: 1 } }, draws, options);
  const { name } = largest;
  const [before, closed] = await profits(compile(scenario, stresses), [plan, without(plan, channels.indexOf(largest))]);
  const failing = shocked(scenario, { multiply: [times(name, 'demand', NOTHING)] }).compile(stresses);
  const [fails] = await profits(failing, [plan]);
  return {
    ...shared,
    largest: {
      channel: name,
      share: largest.revenue.value / total,
      closed: changeOf(before!, closed!).mean,
      fails: changeOf(before!, fails!).mean,
    },
  };
}

/** The plan with nothing for a channel, so that nothing it costs is paid. */
function without(plan: Plan, channel: number): Plan {
  return { ...plan, spend: plan.spend.map((own, c) => (c === channel ? own.map(() => 0) : own)) };
}
