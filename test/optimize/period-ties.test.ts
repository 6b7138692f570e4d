/** Money that would do as well at another time. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, ChannelReason, Scenario } from '../../src/domain.ts';
import { explained } from '../../src/runs/explain.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

async function reasonsOf(
  channels: Scenario['channels'],
  own: Partial<Scenario> = {},
): Promise<readonly ChannelReason[]> {
  return (await foundOf(channels, own)).reasons!;
}

/** @param leftOpen  so much more than the goal of the plan the search is taken to have left open */
async function foundOf(channels: Scenario['channels'], own: Partial<Scenario> = {}, leftOpen = 0) {
  const model = compile(
    scenario(channels, {
      horizon: { periods: 4, unit: 'week' },
      budget: { total: 100 },
      goal: { maximize: 'customers' },
      ...own,
    }),
  );
  const options = { searchDraws: 256, draws: 256, gap: 1e-6 };
  const ground = searchGround(engine, [model], options);
  const searched = await search(engine, model, options, { ground });
  if (!('plan' in searched)) throw new Error(searched.status);
  const open = { ...searched, upperBound: searched.upperBound + leftOpen };
  const { found } = await explained(engine, model, open, ground, options);
  if (!('plan' in found)) throw new Error(found.status);
  return found;
}

/** Four times today's 25, so that a search has nowhere to go from but by what the rest brings. */
const weekly = (own: Partial<Channel>) => channel({ plan: [25, 25, 25, 25], ...own });

describe('when money is spent', () => {
  it('matters little for a pulse that any week would serve', async () => {
    // 100 at once is where an S-curve with half its ceiling at 79.37 = 100 / 2^(1/3) has its best average.
    const [reason] = await reasonsOf({
      a: weekly({
        response: {
          curve: 'hill',
          parameters: { halfSaturation: certain(100 / Math.cbrt(2)), slope: certain(3) },
          points: [],
          of: 'customers',
        },
      }),
    });
    const { when } = reason!;
    expect(when).toMatchObject({ anyOf: true });
    expect(when!.amount).toBeCloseTo(100, 3);
    expect([...when!.from, ...when!.to].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    expect(when!.to).toHaveLength(3);
  });

  it('matters little where returns do not diminish', async () => {
    const [reason] = await reasonsOf({ a: weekly({ efficiency: certain(2) }) });
    expect(reason).toHaveProperty('when');
  });

  it('matters where returns diminish', async () => {
    const [reason] = await reasonsOf({
      a: weekly({
        response: { curve: 'exponential', parameters: { scale: certain(50) }, points: [], of: 'customers' },
      }),
    });
    expect(reason).not.toHaveProperty('when');
  });

  it('matters where one week brings more than others', async () => {
    const [reason] = await reasonsOf({ a: weekly({ season: { kind: 'list', values: [1, 1.2, 1, 1] } }) });
    expect(reason).not.toHaveProperty('when');
  });

  it('matters where one week brings more than others, however much a search left open', async () => {
    const a = weekly({ season: { kind: 'list', values: [1, 1.2, 1, 1] } });
    const [reason] = (await foundOf({ a }, {}, 1000)).reasons!;
    expect(reason).not.toHaveProperty('when');
  });

  it('is not said to matter little where a limit leaves no choice', async () => {
    const [reason] = await reasonsOf({ a: weekly({ limits: { pattern: 'today' } }) });
    expect(reason).not.toHaveProperty('when');
  });
});

describe('a tie between channels', () => {
  it('is none where one brings more, however much a search left open', async () => {
    // Of 5 that are moved, a twentieth of all money, 0.15 is lost, more than 0.05 % of 203.
    const channels = {
      a: channel({ plan: [50], efficiency: certain(2.03) }),
      b: channel({ plan: [50], efficiency: certain(2) }),
    };
    const one = { horizon: { periods: 1, unit: 'week' }, mostChannels: 2 } as const;
    expect((await foundOf(channels, one, 1000)).reasons!.map(({ kind }) => kind)).not.toContain('tie');
  });

  it('is none where moving the money would break a minimum if used', async () => {
    // Of 100, a may take 50 and b 60: with 48 as the least of a, neither has 5 to give to the other.
    const one = { horizon: { periods: 1, unit: 'week' } } as const;
    const channels = (minIfUsed: number) => ({
      a: channel({ plan: [48], limits: { minIfUsed, max: 50 } }),
      b: channel({ plan: [52], limits: { max: 60 } }),
    });
    expect((await reasonsOf(channels(40), one)).map(({ kind }) => kind)).toEqual(['tie', 'tie']);
    expect((await reasonsOf(channels(48), one)).map(({ kind }) => kind)).not.toContain('tie');
  });
});

describe('whole weeks', () => {
  const pulse = weekly({
    response: {
      curve: 'hill',
      parameters: { halfSaturation: certain(50 / Math.cbrt(2)), slope: certain(3) },
      points: [],
      of: 'customers',
    },
  });

  it('may be exchanged where nothing says which of them gets what', async () => {
    // Two pulses of 50, and two weeks of nothing.
    expect((await foundOf({ a: pulse })).exchangeable).toEqual([1, 2, 3, 4]);
  });

  it('may be exchanged of all channels only where they go together', async () => {
    // b gets half of a in every week: neither can move alone, but both can.
    const together = { ratios: { r: { of: 'b', to: 'a', min: 0.5, max: 0.5, perPeriod: true } } };
    const found = await foundOf({ a: pulse, b: pulse }, { ...together, budget: { total: 150 } });
    expect(found.exchangeable).toEqual([1, 2, 3, 4]);
    expect(found.reasons!.every((reason) => !('when' in reason))).toBe(true);
  });

  it('may not where one of them brings more', async () => {
    const better = { ...pulse, season: { kind: 'list', values: [1, 1.5, 1.5, 1] } } as const;
    // The two pulses lie in the better weeks, of which neither differs from the other.
    expect((await foundOf({ a: better })).exchangeable).toBeUndefined();
    // However little a search can prove, a third less in a week is a loss.
    expect((await foundOf({ a: better }, {}, 1000)).exchangeable).toBeUndefined();
  });

  it('may not where a limit is about one of them, but the others may', async () => {
    const held = { ...pulse, limits: { max: [0, 100, 100, 100] } };
    expect((await foundOf({ a: held })).exchangeable).toEqual([2, 3, 4]);
  });

  it('are not told to be alike where they are', async () => {
    const even = weekly({
      response: { curve: 'exponential', parameters: { scale: certain(50) }, points: [], of: 'customers' },
    });
    expect((await foundOf({ a: even })).exchangeable).toBeUndefined();
  });
});
