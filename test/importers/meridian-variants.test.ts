import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meridian } from '../../src/importers/meridian.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { reportOf, rowsOf } from './report.ts';

function imported(html: string) {
  const { scenario, notes } = meridian.convert(html);
  return { ...readScenario(scenario), notes: notes.join('\n') };
}

describe('kinds of Meridian reports', () => {
  it('keeps the total of a fixed budget and maximizes revenue', () => {
    const { scenario } = imported(reportOf([...rowsOf('a'), ...rowsOf('b')]));
    expect(scenario.budget).toEqual({ total: 200 });
    expect(scenario.goal).toEqual({ maximize: 'revenue' });
  });

  it('leaves a flexible budget free and maximizes profit', () => {
    const { scenario, notes } = imported(reportOf(rowsOf('a'), { kind: 'Flexible' }));
    expect(scenario.budget).toEqual({ flexible: true });
    expect(scenario.goal).toEqual({ maximize: 'profit' });
    expect(notes).toContain('does not name');
  });

  it('counts a KPI without a value in money as customers', () => {
    const { scenario, notes } = imported(reportOf(rowsOf('a'), { outcome: 'Incremental KPI', kind: 'Flexible' }));
    expect(scenario.channels['a']!.response.of).toBe('customers');
    expect(scenario.goal).toEqual({ maximize: 'customers' });
    expect(scenario.budget).toEqual({ total: 121 }); // what Meridian came to
    expect(notes).toContain('220 of the incremental KPI for 121');
  });

  it('knows the currency by its symbol or code, and says when it does not', () => {
    expect(imported(reportOf(rowsOf('a'), { currency: '€' })).scenario.currency).toBe('EUR');
    expect(imported(reportOf(rowsOf('a'), { currency: 'CN¥' })).scenario.currency).toBe('CNY');
    expect(imported(reportOf(rowsOf('a'), { currency: 'CHF' })).scenario.currency).toBe('CHF');
    const unknown = imported(reportOf(rowsOf('a'), { currency: '¤' }));
    expect(unknown.scenario.currency).toBe('USD');
    expect(unknown.notes).toContain('USD is an assumption');
  });

  it('takes a curve without an interval, or with one that misses its mean, as certain', () => {
    const { scenario, notes } = imported(
      reportOf([...rowsOf('none', { ci_lo: null, ci_hi: null }), ...rowsOf('off', { ci_lo: 1e9, ci_hi: 2e9 })]),
    );
    expect(scenario.channels['none']!.response.parameters).toEqual({});
    expect(scenario.channels['off']!.response.parameters).toEqual({});
    expect(notes).toContain(
      'Taken as certain, as the report has no interval for them that goes with the mean: none, off.',
    );
  });

  it('keeps an S-shaped curve as it is and says what cannot be done with it', () => {
    const rows = rowsOf('reach').map((row) => ({ ...row, mean: (row.spend as number) * (row.spend as number) }));
    const { scenario, notes } = imported(reportOf(rows));
    const points = scenario.channels['reach']!.response.points;
    expect(points).toContainEqual([25, 625]);
    expect(points).toContainEqual([121, 14641]);
    expect(notes).toContain('none can be proven best');
  });

  it('keeps bounds in the unit of the curve, past spend, which need not be that of today', () => {
    // Past spend is 100 and the plan's today is 40 % of that, as for a new and smaller budget.
    const rows = rowsOf('a', { lower_bound: 0.28, upper_bound: 0.52 }).map((row) =>
      row.spend_level === null ? row : { ...row, spend: 40, mean: 126.49 },
    );
    const { limits, plan } = imported(reportOf(rows)).scenario.channels['a']!;
    expect(plan).toEqual([40]);
    expect(limits).toEqual({ min: 28, max: 52 });
  });
});

describe('names of channels', () => {
  /** Without intervals, which take time to fit. */
  const certain = (name: string) => rowsOf(name, { ci_lo: null, ci_hi: null });

  it('become names that a scenario may have, with the report’s own as label', () => {
    const names = [
      'Paid.Search',
      'a: "b" # c',
      "it's, {x}",
      '电商平台',
      '123',
      'null',
      '- x',
      '*',
      '__proto__',
      ' a\tb\n',
    ];
    const { scenario } = imported(reportOf(names.flatMap((name) => certain(name))));
    const found = Object.entries(scenario.channels).map(([name, channel]) => channel.label ?? name);
    expect(found.toSorted()).toEqual(names.map((name) => name.trim().replaceAll(/\s+/g, ' ')).toSorted());
  });

  it('stay different when they become alike', () => {
    const { scenario } = imported(reportOf(['a.b', 'a*b', 'a-b', 'a..b'].flatMap((name) => certain(name))));
    expect(Object.keys(scenario.channels)).toEqual(['a-b', 'a-b-2', 'a-b-3', 'a-b-4']);
  });

  it('of any characters give a file that reads', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), (names) => {
        const { scenario } = imported(reportOf(names.flatMap((one) => certain(one))));
        expect(Object.keys(scenario.channels).length).toBe(names.length);
      }),
      { seed: 20260821, numRuns: 25 },
    );
  });
});
