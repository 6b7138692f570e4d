import { describe, expect, it } from 'vitest';
import { CURRENT_VERSION, migrate, migrations, type Migration } from '../../src/scenario/migrations.ts';

const steps: ReadonlyMap<number, Migration> = new Map<number, Migration>([
  [1, ({ money, ...rest }) => ({ ...rest, budget: money })],
  [2, ({ budget, ...rest }) => ({ ...rest, budget: { total: budget } })],
]);

describe('migration', () => {
  it('has a step from every version before the current one', () => {
    expect([...migrations.keys()]).toEqual(Array.from({ length: CURRENT_VERSION - 1 }, (_, at) => at + 1));
  });

  it('leaves a file of the current version as it is', () => {
    const file = { apportion: 1, name: 'A' };
    expect(migrate(file)).toEqual({ ok: true, value: file });
  });

  it('takes an old file through every version, without changing it', () => {
    const old = Object.freeze({ apportion: 1, money: 5 });
    const migrated = migrate(old, { current: 3, steps });
    expect(migrated).toEqual({ ok: true, value: { apportion: 3, budget: { total: 5 } } });
    expect(old).toEqual({ apportion: 1, money: 5 });
  });

  it('refuses a file of a newer version', () => {
    expect(migrate({ apportion: 2 })).toMatchObject({ ok: false, fault: { path: ['apportion'] } });
    expect(migrate({ apportion: 4 }, { current: 3, steps })).toMatchObject({ ok: false });
  });

  it.each([undefined, null, '1', 0, -1, 1.5, NaN, [1]])(
    'takes version %s for the current one and says so',
    (apportion) => {
      expect(migrate({ apportion, name: 'A' })).toMatchObject({
        ok: true,
        value: { apportion: 1, name: 'A' },
        fault: {},
      });
    },
  );
});
