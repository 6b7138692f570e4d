import { expect, it } from 'vitest';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { changed, errorsOf, smallest } from './fixtures.ts';

const withTiers = (tiers: string) => changed(smallest, '{ cpc: 0.8 }', `{ cpc: 0.8, tiers: ${tiers} }`);

it('reads discounts for much money, and what they buy', () => {
  const { scenario } = readScenario(withTiers('[{ above: 50k, discount: 10% }, { above: 80k, discount: 20% }]'));
  expect(scenario.channels['search']!.price!.tiers).toEqual([
    { above: 50_000, discount: 0.1 },
    { above: 80_000, discount: 0.2 },
  ]);
  expect(compile(scenario).channels[0]!.tiers).toEqual([
    { above: 50_000, factor: 1 / 0.9 },
    { above: 80_000, factor: 1.25 },
  ]);
});

it.each([
  ['[{ above: 80k, discount: 10% }, { above: 80k, discount: 20% }]', '[1].above', 'more than 80,000'],
  ['[{ above: 80k, discount: 10% }, { above: 50k, discount: 20% }]', '[1].above', 'more than 80,000'],
  ['[{ above: 80k, discount: 10 }]', '[0].discount', '10'],
  ['[{ above: 80k, discount: 100% }]', '[0].discount', '100%'],
  ['[{ above: 0, discount: 10% }]', '[0].above', 'more than 0'],
  ['[{ above: 5k, upto: 9k, discount: 10% }]', '[0].upto', 'not a field'],
])('refuses the discounts %s', (tiers, at, says) => {
  const [issue] = errorsOf(withTiers(tiers));
  expect(issue!.path).toBe(`channels.search.price.tiers${at}`);
  expect(`${issue!.message} ${issue!.advice}`).toContain(says);
});
