import type { ChannelSummary, Estimate, Model, Plan, Scenario } from '../../domain.ts';
import { herfindahl } from '../../finance/concentration.ts';
import type { Concentrations } from '../../finance/finance-view.ts';
import { compile } from '../../scenario/compile/compile.ts';
import { changeOf } from '../../simulate/difference.ts';
import { shocked, times } from '../../stress/shocks.ts';
import { byDraw } from '../draw-by-draw.ts';
import { judgingDraws } from '../draws.ts';
import type { Engine, RunOptions } from '../run.ts';

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
  const profitIn = async (model: Model) =>
    (await byDraw(engine, model, [plan], { weights: { profit: 1 } }, draws, options))[0]!;
  const stresses = options.stresses ?? [];
  const before = await profitIn(compile(scenario, stresses));
  const changeIn = async (model: Model): Promise<Estimate> => changeOf(before, await profitIn(model)).mean;
  const { name } = largest;
  return {
    ...shared,
    largest: {
      channel: name,
      share: largest.revenue.value / total,
      closed: await changeIn(shocked(scenario, { switchOff: [name] }).compile(stresses)),
      fails: await changeIn(shocked(scenario, { multiply: [times(name, 'demand', NOTHING)] }).compile(stresses)),
    },
  };
}
