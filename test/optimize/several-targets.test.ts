/** Several targets on the same figure: all of them are kept, in whatever order they are written. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario, Target } from '../../src/domain.ts';
import { reportText } from '../../src/report/text.ts';
import { optimize } from '../../src/runs/run.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const HALF = 10_000;

/** Customers of 1 each: e x / (1 + x / 10,000), where e is anything from 4 to 8; an hour for each hundred. */
const asking = (targets: readonly Target[], own: Partial<Scenario> = {}): Scenario =>
  scenario(
    {
      only: channel({
        efficiency: uniform(4, 8),
        response: {
          curve: 'michaelis-menten',
          parameters: { halfSaturation: certain(HALF) },
          points: [],
          of: 'customers',
        },
        plan: [1000],
        hours: { team: { perCustomer: certain(0.01) } },
      }),
    },
    { budget: { atMost: 100_000 }, resources: { team: {} }, goal: { maximize: 'revenue' }, targets, ...own },
  );

async function solve(of: Scenario) {
  const report = await optimize(engine, { scenario: of, echo: [] }, { searchDraws: 1024, draws: 1024 });
  const found = report.optimization!;
  if (!('plan' in found)) throw new Error(found.status);
  return { report, found, spent: found.plan.spend[0]![0]! };
}

/** The e that so large a share of draws have. */
const atChance = (probability: number) => 8 - 4 * probability;

/** The most spend with which each is kept, by hand. */
const CASES: readonly (readonly [string, readonly (readonly [Target, number])[]])[] = [
  [
    'marginal ROAS',
    [2, 3].map((atLeast) => [{ metric: 'marginalRoas', atLeast }, HALF * (Math.sqrt(6 / atLeast) - 1)]),
  ],
  [
    'the chance of a marginal ROAS',
    [
      { atLeast: 2, probability: 0.6 },
      { atLeast: 1.6, probability: 0.95 },
    ].map(({ atLeast, probability }) => [
      { metric: 'marginalRoas', atLeast, probability },
      HALF * (Math.sqrt(atChance(probability) / atLeast) - 1),
    ]),
  ],
  [
    'marginal ROAS and its chance',
    [
      [{ metric: 'marginalRoas', atLeast: 2 }, HALF * (Math.sqrt(6 / 2) - 1)],
      [{ metric: 'marginalRoas', atLeast: 1.8, probability: 0.9 }, HALF * (Math.sqrt(atChance(0.9) / 1.8) - 1)],
    ],
  ],
  ['ROAS', [3, 4].map((atLeast) => [{ metric: 'roas', atLeast }, HALF * (6 / atLeast - 1)])],
  [
    'the chance of a ROAS',
    [
      { atLeast: 3, probability: 0.6 },
      { atLeast: 2.5, probability: 0.95 },
    ].map(({ atLeast, probability }) => [
      { metric: 'roas', atLeast, probability },
      HALF * (atChance(probability) / atLeast - 1),
    ]),
  ],
  ['cost of a customer', [0.3, 0.25].map((atMost) => [{ metric: 'cacCash', atMost }, HALF * (6 * atMost - 1)])],
  ['hours', [300, 200].map((atMost) => [{ metric: 'hours', atMost }, 1 / (6 / (100 * atMost) - 1 / HALF)])],
  ['spend', [9000, 7000].map((atMost) => [{ metric: 'spend', atMost }, atMost])],
];

const inBothOrders = CASES.flatMap(([name, [a, b]]) => [
  [`${name}, the easier one first`, a!, b!] as const,
  [`${name}, the easier one last`, b!, a!] as const,
]);

describe('two targets on the same figure', () => {
  it.each(inBothOrders)('are both kept: %s', async (_, [one, mostOfOne], [other, mostOfOther]) => {
    const { found, report, spent } = await solve(asking([one, other]));
    // Neither lets as much be spent as the other.
    expect(Math.abs(mostOfOne - mostOfOther)).toBeGreaterThan(0.05 * HALF);
    const most = Math.min(mostOfOne, mostOfOther);
    // The gap that is allowed, 5e-4 of the goal, is 4 times as much of spend at most; a chance is that of 1,024 draws, evenly spread.
    expect(Math.abs(spent - most)).toBeLessThan(0.004 * (HALF + most));
    expect(found.wishes).toHaveLength(2);
    for (const target of [one, other]) {
      const told = found.wishes.find(({ wish }) => 'target' in wish && wish.target === target)!;
      expect(told.asked).toBe(target.probability ?? target.atLeast ?? target.atMost);
      const sign = target.atMost === undefined ? 1 : -1;
      expect(sign * told.reached).toBeGreaterThanOrEqual(sign * told.asked * (1 - sign * 1e-6));
    }
    expect(reportText(report)).not.toContain('judged, not sought');
  });
});
