import type { Plan, Scenario, TotalName } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { outcomeOf } from '../../src/simulate/outcome/outcome.ts';

export interface DrawOutcome {
  /** Every assumption by its path. */
  readonly draw: ReadonlyMap<string, number>;
  readonly totals: Readonly<Record<TotalName, number>>;
  readonly channels: Readonly<Record<string, ChannelInDraw>>;
}

/** Lists are by period, plan first, then tail. */
export interface ChannelInDraw {
  readonly customers: readonly number[];
  readonly revenue: readonly number[];
  readonly profit: readonly number[];
  readonly carryIn: { readonly customers: readonly number[]; readonly profit: readonly number[] };
  readonly media: number;
  readonly cost: number;
  readonly peopleCost: number;
  readonly leads: number;
  readonly hours: number;
}

/** What today's plan leads to in the first draw: all there is to know of a scenario without anything uncertain. */
export function firstDraw(scenario: Scenario, stresses: readonly string[] = []): DrawOutcome {
  return drawsOf(scenario, 1, stresses)[0]!;
}

/** What today's plan leads to, draw by draw. */
export function drawsOf(scenario: Scenario, draws: number, stresses: readonly string[] = []): readonly DrawOutcome[] {
  const model = compile(scenario, stresses);
  const plan: Plan = todaysPlan(model);
  const prepared = prepareDraws(model, { seed: 'by hand', method: 'plain', draws }, false);
  return [...conditionsIn(prepared, { first: 0, count: draws })].flatMap((conditions) => {
    const { count, rows } = conditions.block;
    const { totals, channels } = outcomeOf(model, evaluate(model, plan, conditions));
    return Array.from({ length: count }, (_, i): DrawOutcome => {
      const byPeriod = (values: Float64Array | undefined) =>
        Array.from({ length: model.periods + model.tail }, (_, t) => values?.[t * count + i] ?? 0);
      const inDraw = channels.map((channel, c): [string, ChannelInDraw] => [
        model.channels[c]!.name,
        {
          customers: byPeriod(channel.customers),
          revenue: byPeriod(channel.revenue),
          profit: byPeriod(channel.profit),
          carryIn: { customers: byPeriod(channel.before?.customers), profit: byPeriod(channel.before?.profit) },
          media: channel.media[i]!,
          cost: channel.cost[i]!,
          peopleCost: channel.peopleCost[i]!,
          leads: channel.leads[i]!,
          hours: channel.hours[i]!,
        },
      ]);
      const names = Object.keys(totals) as TotalName[];
      return {
        draw: new Map(model.assumptions.map(({ id }, k) => [id, rows[k]![i]!])),
        totals: Object.fromEntries(names.map((name) => [name, totals[name][i]!])) as Record<TotalName, number>,
        channels: Object.fromEntries(inDraw),
      };
    });
  });
}
