import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { small } from '../e2e/texts.ts';

const switchedOff = small.replace('  social:\n', '  social:\n    off: true\n');

describe('a channel that is switched off', () => {
  const { scenario } = readScenario(
    switchedOff.replace(
      /plan: 50k\n$/,
      'plan: 50k\n    limits: { min: 20k, share: { max: 40% } }\n    carryIn: [9k]\n',
    ),
  );

  it('spends nothing today, and may spend nothing in a plan', () => {
    const { plan, limits, carryIn } = scenario.channels['social']!;
    expect({ plan, limits, carryIn }).toEqual({ plan: [0], limits: { fixed: 0 }, carryIn: [] });
    expect('off' in scenario.channels['social']!).toBe(false);
  });

  it('keeps its beliefs, so that what refers to it still holds, and leaves others alone', () => {
    const { scenario: on } = readScenario(small);
    expect(scenario.channels['social']!.price).toEqual(on.channels['social']!.price);
    expect(scenario.channels['search']).toEqual(on.channels['search']);
  });

  it('is on again with `off: false`', () => {
    expect(readScenario(switchedOff.replace('off: true', 'off: false')).scenario).toEqual(readScenario(small).scenario);
  });
});
