import { describe, expect, it } from 'vitest';
import { jsonText, reportJson } from '../../src/report/json.ts';
import { limitOf, report, simulation, without } from './sample.ts';

describe('a report as JSON', () => {
  it('gives every number back as it was', () => {
    const back = JSON.parse(reportJson(report));
    expect(back.plans).toEqual(JSON.parse(JSON.stringify(report.plans)));
    expect(jsonText([0.1 + 0.2, 5e-324, 1.7976931348623157e308])).toContain('0.30000000000000004');
  });

  it('has lists for typed arrays and limits without their terms', () => {
    const { optimization } = JSON.parse(reportJson(report));
    expect(optimization.plan.spend[0]).toEqual([4000, 4100, 4500, 5000]);
    expect(optimization.binding[0]).toEqual({
      name: 'total budget',
      path: 'budget.total',
      side: 'most',
      value: 40_000,
      worth: 0.1089,
    });
  });

  it('shortens limits that cannot hold together as well', () => {
    const limit = limitOf('tv, at most', 'channels.tv.limits.total.max', { most: 5 });
    const conflict = [{ limit, side: 'most' as const }];
    const text = reportJson(
      without({
        status: 'infeasible',
        proven: true,
        conflict,
        repairs: [{ limit, side: 'most', kind: 'change', by: 3 }],
      }),
    );
    expect(JSON.parse(text).optimization).toEqual({
      status: 'infeasible',
      proven: true,
      conflict: [{ name: 'tv, at most', path: 'channels.tv.limits.total.max', side: 'most', value: 5 }],
      repairs: [
        {
          name: 'tv, at most',
          path: 'channels.tv.limits.total.max',
          side: 'most',
          value: 5,
          to: 8,
          kind: 'change',
          by: 3,
        },
      ],
    });
  });

  it('is the same bytes each time and ends with a line end', () => {
    expect(reportJson(report)).toBe(reportJson(structuredClone(report)));
    expect(reportJson(simulation)).toMatch(/\}\n$/);
  });
});
