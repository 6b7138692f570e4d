import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Optimization, Report } from '../../src/domain.ts';
import { reportText } from '../../src/report/text.ts';
import { displayWidth } from '../../src/report/text/display-width.ts';
import { estimate, limitOf, report, simulation, without } from './sample.ts';

const infeasible: Optimization = {
  status: 'infeasible',
  proven: true,
  conflict: [
    { limit: limitOf('total budget', 'budget.total', { least: 40_000, most: 40_000 }), side: 'least' },
    ...[1, 2, 3, 4].map((t) => ({
      limit: limitOf(`search, period ${t}, at most`, 'channels.search.limits.max', { most: 3000 }),
      side: 'most' as const,
    })),
    {
      limit: limitOf('stores, whole plan, at most', 'channels.stores.limits.total.max', { most: 9_000 }),
      side: 'most',
    },
  ],
  repairs: [
    { limit: limitOf('total budget', 'budget.total', { least: 40_000 }), side: 'least', kind: 'change', by: -19_000 },
    {
      limit: limitOf('search, period 1, at most', 'channels.search.limits.max', { most: 3000 }),
      side: 'most',
      kind: 'change',
      by: 4750,
    },
  ],
};

const unbounded: Optimization = { status: 'unbounded', channel: 'stores' };

const all: readonly (readonly [string, Report])[] = [
  ['a recommendation', report],
  ['a simulation', simulation],
  ['limits that cannot hold together', without(infeasible)],
  ['a gain without end', without(unbounded)],
];

describe.each(all)('the text of %s', (_, sample) => {
  it.each([80, 90, 100])('keeps to %d columns', (width) => {
    const lines = reportText(sample, { width }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  });

  it('ends with a line end and has no spaces at the ends of lines', () => {
    const text = reportText(sample);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/[ \u00a0]\n/);
    expect(text).not.toContain('\u00a0');
  });

  it('has the same letters with colours', () => {
    const seen = new Set<string>();
    const coloured = reportText(sample, {
      paint: (style, text) => {
        seen.add(style);
        return `<${style}>${text}</${style}>`;
      },
    });
    const stripped = coloured.replaceAll(/<\/?(?:plain|strong|faint|good|bad|accent)>/g, '');
    const trimmed = stripped.split('\n').map((line) => line.trimEnd());
    expect(trimmed.join('\n')).toBe(reportText(sample));
    expect(seen).toContain('strong');
  });
});

describe('the text of a recommendation', () => {
  it('reads as it was approved', async () => {
    await expect(reportText(report)).toMatchFileSnapshot('recommendation.txt');
  });

  it('says first what the plan earns more, how surely, and with which money', () => {
    const [, , first, , ...rest] = reportText(report).split('\n');
    expect(first).toBe("  The recommended plan is expected to earn 8,267 ± 21 EUR more profit than today's.");
    const next = rest.slice(0, 4).join(' ').replaceAll(/ +/g, ' ');
    expect(next).toContain('In 90 % of cases the difference is between -1,200 and 17,700 EUR');
    expect(next).toContain('the chance that it is better is 93.17 % ± 0.18.');
    expect(next).toContain(
      'Expected profit: 26,480 ± 40 EUR instead of 18,210 ± 40, with the same 40,000 EUR of media.',
    );
  });

  it('shows the spend by period only when it is not flat', () => {
    const flat = report.plans.map((plan) => ({
      ...plan,
      channels: plan.channels.map((channel) => ({
        ...channel,
        byPeriod: { ...channel.byPeriod, spend: [1, 1, 1, 1] },
      })),
    }));
    expect(reportText(report)).toContain('Spend by week');
    expect(reportText({ ...report, plans: flat })).not.toContain('Spend by week');
  });

  it('counts customers for a thousand of money, since one brings few', () => {
    const { optimization } = report;
    if (optimization === undefined || !('plan' in optimization)) throw new Error('the sample has a plan');
    const goal = { maximize: 'customers' as const };
    const byCustomers = {
      ...optimization,
      goal: 'customers' as const,
      binding: [{ ...optimization.binding[0]!, worth: 0.0123 }],
    };
    const text = reportText({ ...report, scenario: { ...report.scenario, goal }, optimization: byCustomers });
    expect(text).toMatch(/1,000 EUR more room +adds customers/);
    expect(text).toMatch(/Total budget +whole plan +if raised +12\n/);
  });
});

describe('the text of limits that cannot hold together', () => {
  const text = reportText(without(infeasible));

  it('names them once each, with the periods, and with what the planner calls the channels', () => {
    expect(text).toContain('«total budget»: at least 40,000 EUR');
    expect(text).toContain('«Search, at most» (weeks 1-4): at most 3,000 EUR');
    expect(text).toContain('«线下门店, whole plan, at most»: at most 9,000 EUR');
  });

  it('says which single changes would do', () => {
    expect(text).toContain('lower «total budget» by 19,000 EUR, to 21,000');
    expect(text).toContain('raise «Search, at most» by 4,750 EUR in every week, to 7,750');
  });

  it("still shows today's plan, and speaks of no search", () => {
    expect(text).toContain("Today's plan, EUR over 4 weeks");
    expect(text).not.toContain('search has not seen');
  });
});

describe('other texts', () => {
  it('say for which channel a gain has no end', () => {
    expect(reportText(without(unbounded))).toMatch(/ever more spend in «线下门店» pays without end/);
  });

  it('end with what the caller adds', () => {
    expect(reportText(report, { further: [{ title: 'Next', lines: ['  more'] }] })).toMatch(/\n\nNext\n {2}more\n$/);
  });
});

describe('whatever the figures are', () => {
  it('no text shows what is no number, and the lines keep to the width', () => {
    const size = fc.oneof(
      fc.constantFrom(0, -0, 1e-12, 0.5, 1, 999.9995, 1e6, 1e13, -1e6),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    );
    const anyEstimate = fc
      .tuple(size, fc.constantFrom(0, 1e-9, 0.01, 3, 1e5))
      .map(([value, se]) => estimate(value, se));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const label = fc.string({ unit: fc.constantFrom('a', '电', ' ', '👍', '\u001b', '\n', '\u202e'), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(anyEstimate, { minLength: 8, maxLength: 8 }), share, label, (estimates, chance, name) => {
        const [profit, change, customers, roas, marginal, back, cac, worst] = estimates as [
          ...ReturnType<typeof estimate>[],
        ] & { length: 8 };
        const plans = report.plans.map((plan) => ({
          ...plan,
          metrics: {
            ...plan.metrics,
            profit: { ...plan.metrics['profit']!, mean: profit!, worstMean: worst! },
          },
          chanceOfLoss: estimate(chance, 0.001),
          ratios: { roas: roas!, cacCash: cac! },
          channels: plan.channels.map((channel) => ({
            ...channel,
            customers: customers!,
            roas: roas!,
            marginalRoas: marginal!,
            marginalProfit: back!,
          })),
        }));
        const differences = report.differences.map((difference) => ({
          ...difference,
          mean: change!,
          interval: [change!.value, change!.value] as const,
          chanceBetter: estimate(chance, 0),
        }));
        const channels = report.scenario.channels.map((channel) => ({ ...channel, label: name }));
        const text = reportText({ ...report, plans, differences, scenario: { ...report.scenario, name, channels } });
        expect(text).not.toMatch(/NaN|Infinity|undefined|null|-0(?![\d.])|e\+/);
        expect(text).not.toMatch(/[\u001b\u202e]/);
        expect(text.split('\n').filter((line) => displayWidth(line) > 100)).toEqual([]);
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
