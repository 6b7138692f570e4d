import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';

const CURVE = 'efficiency: 2%, response: { curve: exponential, scale: 5k }';
const said = (...channels: readonly string[]) =>
  readScenario(`apportion: 1
name: Same
currency: EUR
horizon: { periods: 4 }
budget: { total: 10k }
value: { orderValue: 50 }
channels:
${channels.map((channel) => `  ${channel}\n`).join('')}`).warnings.map(({ line, message }) => `${line} ${message}`);

const SAME = 'is called the same as `search`, as a reader sees it';

describe('channels that are called the same', () => {
  it.each([
    ['case', 'Search'],
    ['width', 'ｓｅａｒｃｈ'],
  ])('are told of where they differ in %s only', (_, name) => {
    expect(said(`search: { ${CURVE} }`, `${name}: { ${CURVE} }`)).toEqual([`9 ${SAME}`]);
  });

  it('are told of by what a reader sees, which may tell them apart', () => {
    expect(said(`search: { ${CURVE} }`, `b: { label: Search, ${CURVE} }`)).toEqual([`9 ${SAME}`]);
    expect(said(`search: { label: Google, ${CURVE} }`, `Search: { ${CURVE} }`)).toEqual([]);
  });
});
