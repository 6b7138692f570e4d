import type { Scenario, TotalName } from '../../src/domain.ts';
import { drawsOf } from '../support/one-draw.ts';
import { simulateDraw } from './simulator.ts';

export interface Disagreement {
  readonly draw: number;
  readonly figure: string;
  readonly engine: number;
  readonly oracle: number;
}

export interface Comparison {
  readonly disagreements: readonly Disagreement[];
  /** Totals of the draws that were compared, as the oracle has them. */
  readonly totals: readonly Readonly<Record<TotalName, number>>[];
}

/** A share of the largest term: sums of a few hundred terms lose 1e-13, and a missing term is far above. */
const ROUNDING = 1e-9;

/** Every figure of today's plan that the engine and the oracle have differently, by more than rounding. */
export function compareWithOracle(scenario: Scenario, draws: number, stresses: readonly string[] = []): Comparison {
  const spend = Object.fromEntries(Object.entries(scenario.channels).map(([name, { plan }]) => [name, plan]));
  const found: Disagreement[] = [];
  const totals = drawsOf(scenario, draws, stresses).map((engine, draw) => {
    const oracle = simulateDraw(scenario, spend, engine.draw, stresses);
    const compare = (figure: string, ours: number, theirs: number, size: number) => {
      // Written so that a figure that is not a number disagrees.
      if (!(Math.abs(ours - theirs) <= ROUNDING * size)) found.push({ draw, figure, engine: ours, oracle: theirs });
    };
    const { revenue, cost, customers, leads, hours } = oracle.totals;
    const money = Math.abs(revenue) + Math.abs(cost);
    for (const name of Object.keys(oracle.totals) as TotalName[]) {
      const size = inMoney.has(name) ? money : Math.abs(oracle.totals[name]) + leads;
      compare(name, engine.totals[name], oracle.totals[name], size);
    }
    for (const [name, theirs] of Object.entries(oracle.channels)) {
      const ours = engine.channels[name]!;
      compare(`media of ${name}`, ours.media, theirs.media, money);
      compare(`cost of ${name}`, ours.cost, theirs.cost, money);
      compare(`people of ${name}`, ours.peopleCost, theirs.peopleCost, money);
      compare(`leads of ${name}`, ours.leads, theirs.leads, leads);
      compare(`hours of ${name}`, ours.hours, theirs.hours, hours);
      theirs.profit.forEach((_, t) => {
        const at = `of ${name} in period ${t + 1}`;
        compare(`customers ${at}`, ours.customers[t]!, theirs.customers[t]!, customers);
        compare(`revenue ${at}`, ours.revenue[t]!, theirs.revenue[t]!, money);
        compare(`profit ${at}`, ours.profit[t]!, theirs.profit[t]!, money);
        compare(`carried customers ${at}`, ours.carryIn.customers[t]!, theirs.carryIn.customers[t]!, customers);
        compare(`carried profit ${at}`, ours.carryIn.profit[t]!, theirs.carryIn.profit[t]!, money);
      });
    }
    return oracle.totals;
  });
  return { disagreements: found, totals };
}

const inMoney: ReadonlySet<TotalName> = new Set([
  'spend',
  'cost',
  'revenue',
  'margin',
  'profit',
  'peopleCost',
  'outsideTarget',
  'carryInProfit',
  'tailProfit',
]);
