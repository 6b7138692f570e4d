import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';

const file = (search: string, social: string, sections = '') =>
  `apportion: 1
name: Two
currency: EUR
horizon: { periods: 4 }
budget: { total: 10k }
value: { orderValue: 50 }
channels:
  search: { ${search} }
  social: { ${social} }
${sections}`;

const said = (text: string) =>
  readScenario(text).warnings.map(({ line, path, message }) => `${line} ${path} ${message}`);

const CURVE = 'efficiency: 2%, response: { curve: exponential, scale: 5k }';
const ENDLESS =
  'has no `response` and no limit: every unit of money brings as much as the first, so a plan may give it all';

describe('a channel without a curve', () => {
  it('is told of where nothing limits it', () => {
    expect(said(file(CURVE, 'efficiency: 2%'))).toEqual([`9 channels.social ${ENDLESS}`]);
  });

  it('is told of once, with all others', () => {
    expect(said(file('efficiency: 2%', 'efficiency: 3%'))).toEqual([
      `8 channels.search ${ENDLESS.replace(':', ', like `social`:')}`,
    ]);
  });

  it.each([
    ['the curve is said to be a line', 'efficiency: 2%, response: { curve: linear }', ''],
    ['spend is limited', 'efficiency: 2%, limits: { max: 5k }', ''],
    ['its share is limited', 'efficiency: 2%, limits: { share: { max: 40% } }', ''],
    ['its change is limited', 'efficiency: 2%, plan: 1k, limits: { change: { max: 10% } }', ''],
    ['a group is limited', 'efficiency: 2%', 'groups: { paid: { channels: [search, social], total: { max: 9k } } }'],
  ])('is not told of where %s', (_, social, sections) => {
    expect(said(file(CURVE, social, sections))).toEqual([]);
  });
});
