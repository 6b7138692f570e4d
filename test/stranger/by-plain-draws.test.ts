import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/domain.ts';
import { finance } from '../../src/runs/finance.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { stress } from '../../src/runs/stress.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';

const textOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
/** python3 test/stranger/plain_draws.py > test/stranger/plain-draws.json */
const expected = JSON.parse(textOf('plain-draws.json')) as Readonly<Record<string, readonly [number, number]>>;
const PLAIN_DRAWS = 4_000_000;
const DRAWS = 65_536;

const engine = engineOfFile();
const found = new Map<string, Estimate | number>();

beforeAll(async () => {
  const reading = readScenario(textOf('outdoor.yaml'));
  const options = { draws: DRAWS };
  const [plan] = (await simulate(engine, reading, options)).plans;
  const { metrics, chanceOfLoss, carryInProfit, tailProfit, channels } = plan!;
  const books = await finance(engine, reading, {}, options);
  const shocked = await stress(engine, reading, { names: ['value-falls'], singles: false }, options);
  const profit = metrics['profit']!;
  const quantile = (wanted: number) => profit.quantiles.find(({ probability }) => probability === wanted)!.estimate;
  const { cash, concentration, contingency } = books;
  const figures: readonly (readonly [string, Estimate | number])[] = [
    ['mean', profit.mean],
    ['5 % quantile', quantile(0.05)],
    ['median', quantile(0.5)],
    ['95 % quantile', quantile(0.95)],
    ['mean of worst tenth', profit.worstMean],
    ['chance of a loss', chanceOfLoss],
    ['20 % quantile', contingency.level],
    ['customers', metrics['customers']!.mean],
    ['revenue', metrics['revenue']!.mean],
    ['hours', metrics['hours']!.mean],
    ['lost leads', metrics['lostLeads']!.mean],
    ['profit of carry-in', carryInProfit],
    ['profit of tail', tailProfit],
    ['Herfindahl of revenue', concentration.revenue!],
    ['cash in month 3', cash.path[2]!],
    ['cash in month 6', cash.path[5]!],
    ['deepest cash', cash.deepest.mean],
    ['search closed', concentration.largest!.closed],
    ['search fails', concentration.largest!.fails],
    ['worth less', shocked.stresses[0]!.change.mean],
    ...channels.flatMap(({ name, customers, profit: own, roas, cacCash, cacFull, marginalRoas, marginalProfit }, c) => {
      const of: Readonly<Record<string, Estimate | number>> = {
        customers,
        profit: own,
        'worth of a customer': books.channels[c]!.valuePerCustomer!,
        ROAS: roas!,
        CAC: cacCash!,
        'CAC with hours': cacFull!,
        'marginal ROAS': marginalRoas!,
        'marginal profit': marginalProfit!,
      };
      return Object.entries(of).map(([figure, value]) => [`${name}: ${figure}`, value] as const);
    }),
  ];
  for (const [name, figure] of figures) found.set(name, figure);
});

describe('plain Monte Carlo of a program written from the documentation alone gives the same', () => {
  it.each(Object.keys(expected))('%s', (name) => {
    const [value, error] = expected[name]!;
    const figure = found.get(name)!;
    // A figure that tells no error of its own is known no worse than from as many plain draws.
    const own = typeof figure === 'number' ? error * Math.sqrt(PLAIN_DRAWS / DRAWS) : figure.standardError;
    const difference = Math.abs((typeof figure === 'number' ? figure : figure.value) - value);
    // Four standard errors of the difference: one in 16,000 lies farther out.
    expect(difference).toBeLessThanOrEqual(4 * Math.hypot(error, own));
  });
});
