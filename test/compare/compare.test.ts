import { describe, expect, it } from 'vitest';
import { compare } from '../../src/runs/compare.ts';
import { compareHeadline } from '../../src/report/sentences/compare.ts';
import { compareText } from '../../src/report/text/compare.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';

const engine = engineOfFile();

const base = `apportion: 1
name: Base
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 200 }
value: { orderValue: 100, grossMargin: 50% }
channels:
  search: { price: { cpc: 2 }, funnel: { clickToCustomer: 10% to 20% }, plan: 50 }
  social: { price: { cpc: 1 }, funnel: { clickToCustomer: 4% to 8% }, plan: 50 }
`;
const read = (text: string) => readScenario(text);
const few = { draws: 1024 };

describe('compare', () => {
  it('bridges linear scenarios by hand: price, worth and spend, whatever the order', async () => {
    // Everything certain and linear: profit = spend / cpc × rate × 100 × margin - spend.
    const certain = base.replace('10% to 20%', '10%').replace('4% to 8%', '5%');
    const dearer = certain
      .replace('name: Base', 'name: Dearer')
      .replace('cpc: 2', 'cpc: 2.5')
      .replace('grossMargin: 50%', 'grossMargin: 60%');
    const { bridges, candidates, differences } = await compare(
      engine,
      [
        { read: read(certain), plans: ['today'] },
        { read: read(dearer), plans: ['today'] },
      ],
      few,
    );
    // Search earns 100 / 2 × 0.1 × 50 - 100 = 150, social 100 × 0.05 × 50 - 100 = 150; then 4 × 60 - 100 and 5 × 60 - 100.
    expect(candidates.map(({ mean }) => mean.value)).toEqual([expect.closeTo(300, 9), expect.closeTo(340, 9)]);
    const [bridge] = bridges;
    const parts = Object.fromEntries(
      bridge!.causes.map(({ cause, change }) => [
        'channel' in cause ? cause.channel : 'section' in cause ? cause.section : cause.kind,
        change.value,
      ]),
    );
    // Price alone -50, after the margin -60: -55. Margin alone +50 in each channel, after the price +40 in search: 95.
    expect(parts).toEqual({ search: expect.closeTo(-55, 9), value: expect.closeTo(95, 9) });
    expect(differences[0]).toMatchObject({ a: 0, b: 1, verdict: 'better' });
    expect(bridge!.revenue).toMatchObject({
      from: expect.closeTo(1000, 9),
      to: expect.closeTo(900, 9),
      price: expect.closeTo(0, 9),
    });
  });

  it('tells in the headline what choosing costs as the table does, with its noise', async () => {
    // A unit of money brings 5 to 10 % of a customer in search and 4 to 8 % in social: either split may turn out best.
    const rather = base.replace(/(search.*)plan: 50/, '$1plan: 80').replace(/(social.*)plan: 50/, '$1plan: 20');
    const found = await compare(
      engine,
      [
        { read: read(base), plans: ['today'] },
        { read: read(rather), plans: ['today'] },
      ],
      few,
    );
    const { regret } = found.candidates[1]!;
    expect(regret.standardError).toBeGreaterThan(0);
    const told = compareHeadline(found).rest.at(-1)!.replaceAll('\u00a0', ' ');
    const [, costs] = /costs (.* ± .*) EUR on average/.exec(told) ?? [];
    expect(compareText(found).replaceAll('\u00a0', ' ')).toContain(`  ${costs}`);
  });

  it('closes every bridge to what it leads to', async () => {
    const other = base
      .replace('name: Base', 'name: Other')
      .replace('10% to 20%', '12% to 18%')
      .replace('social', 'video')
      .replace('plan: 50 }\n  v', 'plan: 70 }\n  v');
    const found = await compare(
      engine,
      [
        { read: read(base), plans: ['today'] },
        { read: read(other), plans: ['today'] },
      ],
      few,
    );
    const [{ from, to, causes }] = found.bridges as [(typeof found.bridges)[number]];
    expect(causes.reduce((sum, { change }) => sum + change.value, from.value)).toBeCloseTo(to.value, 8);
    expect(from.value).toBeCloseTo(found.candidates[0]!.mean.value, 8);
    expect(to.value).toBeCloseTo(found.candidates[1]!.mean.value, 8);
  });

  it('cannot tell a plan from itself, and says so', async () => {
    const same = { search: [50, 50], social: [50, 50] };
    const found = await compare(engine, [{ read: read(base), plans: ['today', { name: 'again', spend: same }] }], few);
    expect(found.alike).toEqual([[0, 1]]);
    expect(found.candidates.map(({ chanceBest, regret }) => [chanceBest.value, regret.value])).toEqual([
      [0.5, 0],
      [0.5, 0],
    ]);
    expect(found.bridges).toEqual([]);
    expect(compareText(found)).toContain('Cannot be told apart');
    expect(compareHeadline(found)).toEqual({
      first: '«today» and «again» bring the same profit whatever happens.',
      rest: [],
    });
  });

  it('takes what differs by rounding for the same', async () => {
    const spend = { search: [50, 50], social: [50.000_000_000_1, 50] };
    const found = await compare(engine, [{ read: read(base), plans: ['today', { name: 'again', spend }] }], few);
    expect(compareHeadline(found).first).toBe('«today» and «again» bring the same profit whatever happens.');
    expect(found.candidates.map(({ chanceBest, regret }) => [chanceBest.value, regret.value])).toEqual([
      [0.5, 0],
      [0.5, 0],
    ]);
    expect(found.bridges).toEqual([]);
    // A cent is another plan.
    const apart = { search: [50, 50], social: [50.01, 50] };
    const [first] = (
      await compare(engine, [{ read: read(base), plans: ['today', { name: 'more', spend: apart }] }], few)
    ).differences;
    expect(first!.mean.value).not.toBe(0);
  });

  it('explains a free plan by the spend of each channel', async () => {
    const spend = { search: [80, 80], social: [20, 20] };
    const found = await compare(engine, [{ read: read(base), plans: ['today', { name: 'bold', spend }] }], few);
    expect(found.bridges[0]!.causes.map(({ cause }) => cause)).toEqual([
      { kind: 'spend', channel: 'search' },
      { kind: 'spend', channel: 'social' },
    ]);
    const text = compareText(found);
    expect(text).toContain('Why «bold» differs from «today»');
    expect(text).toContain('spend in search');
  });

  it('refuses currencies side by side, one plan alone, and plans that do not fit', async () => {
    const dollars = base.replace('EUR', 'USD');
    await expect(
      compare(engine, [
        { read: read(base), plans: ['today'] },
        { read: read(dollars), plans: ['today'] },
      ]),
    ).rejects.toThrow('cannot set EUR beside USD');
    await expect(compare(engine, [{ read: read(base), plans: ['today'] }])).rejects.toThrow('at least two plans');
    const short = { name: 'short', spend: { search: [1], social: [1, 1] } };
    await expect(compare(engine, [{ read: read(base), plans: ['today', short] }])).rejects.toThrow(
      '2 amounts of search',
    );
  });
});
