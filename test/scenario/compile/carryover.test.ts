import { describe, expect, it } from 'vitest';
import type { Carryover, Channel, Scenario } from '../../../src/domain.ts';
import { compile } from '../../../src/scenario/compile/compile.ts';
import { certain, channel, scenario, uniform } from '../../support/scenario.ts';

const geometric = (retention: number): Carryover => ({
  curve: 'geometric',
  parameters: { retention: certain(retention) },
  normalize: true,
});

const delayed = (retention: number, peak: number, lags?: number): Carryover => ({
  curve: 'delayed',
  parameters: { retention: certain(retention), peak: certain(peak) },
  normalize: true,
  ...(lags === undefined ? {} : { lags }),
});

function compiled(carryovers: readonly Carryover[], tail?: number, unit: Scenario['horizon']['unit'] = 'week') {
  return compile(
    scenario(Object.fromEntries(carryovers.map((carryover, k) => [`c${k}`, channel({ carryover })])), {
      horizon: { periods: 1, unit, ...(tail === undefined ? {} : { tail }) },
    }),
  );
}

const none: Carryover = { curve: 'none', parameters: {}, normalize: true };

describe('the tail', () => {
  it('ends when less than 0.1 % of the effect is left', () => {
    // 0.5^10 = 0.00098 is left after 9 periods; 0.8^31 = 0.00099 after 30
    expect(compiled([geometric(0.5)]).tail).toBe(9);
    expect(compiled([geometric(0.8)]).tail).toBe(30);
  });

  it('is that of the channel that lasts longest, and each channel’s own', () => {
    const { tail, channels } = compiled([none, geometric(0.8), geometric(0.5)]);
    expect(tail).toBe(30);
    expect(channels.map((one) => one.tail)).toEqual([0, 30, 9]);
  });

  it('looks at the longest-lasting draws but one in twenty', () => {
    const carryover = { ...geometric(0), parameters: { retention: uniform(0.2, 0.5) } };
    // The 95 % quantile is 0.485: ln 0.001 / ln 0.485 = 9.55
    expect(compiled([carryover]).tail).toBe(9);
  });

  it('ends with the window of lags', () => {
    expect(compiled([{ ...geometric(0.8), lags: 4 }]).tail).toBe(4);
  });

  it('is as long as the file says, but not longer than the effect', () => {
    const { tail, channels } = compiled([geometric(0.5), geometric(0.8)], 20);
    expect(tail).toBe(20);
    expect(channels.map((one) => one.tail)).toEqual([9, 20]);
    expect(compiled([geometric(0.8)], 0).tail).toBe(0);
  });

  it('may be longer than two years of weeks when the file says so', () => {
    // Retention of 0.98 a day: 0.98^342 = 0.001
    const { channels } = compiled([geometric(0.98)], 365, 'day');
    expect(channels[0]!.tail).toBe(341);
  });

  it('is cut after 104 periods without a word in the file, and the report says so', () => {
    const { tail, notes } = compiled([geometric(0.98), geometric(0.5)], undefined, 'day');
    expect(tail).toBe(104);
    expect(notes).toEqual([
      'c0: what spend brings more than 104 days after the plan is left out; `horizon.tail` says how long to count.',
    ]);
    expect(compiled([geometric(0.98)], 50, 'day').notes).toEqual([]);
  });

  it('counts what curves bring without spend, and the report says so', () => {
    const lasting = { carryover: geometric(0.5), plan: [0] };
    const withFloor = (floor: number) =>
      channel({
        ...lasting,
        response: {
          curve: 'adbudg',
          parameters: { halfSaturation: certain(9), slope: certain(2), floor: certain(floor) },
          points: [],
          of: 'customers',
        },
      });
    const noted = (own: Channel, tail?: number) =>
      compile(
        scenario({ shop: own }, { horizon: { periods: 2, unit: 'week', ...(tail === undefined ? {} : { tail }) } }),
        [],
      ).notes;
    expect(noted(withFloor(0.1), 3)).toEqual([
      'shop: what its curve brings without any spend counts in 3 weeks after the plan, too, as long as spend goes on to work there; `horizon.tail: 0` leaves them out.',
    ]);
    expect(noted(withFloor(0.1), 0)).toEqual([]);
    expect(noted(withFloor(0))).toEqual([]);
  });

  it('of an effect without end is cut there, too', () => {
    expect(compiled([geometric(1)]).tail).toBe(104);
  });
});

describe('a carry-over without a longest lag', () => {
  it('ends where its effect does, unless it fades at a constant rate', () => {
    const [fading, late] = compiled([geometric(0.5), delayed(0.5, 2)]).channels;
    expect(fading!.carryover.lags).toBeUndefined();
    // 0.5^((l - 2)²) adds up to 2.127; lag 5 and later have 0.5^9 = 0.00195 of it, 0.09 %
    expect(late!.carryover.lags).toBe(late!.tail);
    expect(late!.tail).toBe(4);
  });

  it('keeps the lags that the file gives', () => {
    expect(compiled([delayed(0.5, 2, 12)]).channels[0]!.carryover.lags).toBe(12);
  });
});

describe('periods depend on each other', () => {
  const lasting = (carryover: Carryover) => compiled([carryover]).channels[0]!.lasting;

  it('where any effect comes later than its spend, however little', () => {
    expect(lasting(geometric(0.5))).toBe(true);
    expect(lasting(geometric(0.0005))).toBe(true);
    expect(lasting({ ...geometric(0), parameters: { retention: uniform(0, 1e-4) } })).toBe(true);
    expect(lasting(delayed(0.5, 1))).toBe(true);
  });

  it('and do not where none can', () => {
    expect(lasting(none)).toBe(false);
    expect(lasting(geometric(0))).toBe(false);
    expect(lasting({ ...geometric(0.5), lags: 0 })).toBe(false);
    expect(lasting(delayed(0, 0))).toBe(false);
  });
});
