import { describe, expect, it } from 'vitest';
import type { PastFacts, Report } from '../../src/domain.ts';
import { reportJson } from '../../src/report/json.ts';
import { headline } from '../../src/report/sentences/headline.ts';
import { afterPast } from '../../src/report/sentences/replan.ts';
import { reportText } from '../../src/report/text.ts';
import { report, without } from './sample.ts';

const [one, other] = report.scenario.channels.map(({ name }) => name);

const past: PastFacts = {
  periods: 1,
  spent: 31_000,
  budget: { total: 100_000, left: 69_000 },
  channels: [
    { name: one!, spent: 21_000, planned: 15_000, plannedRest: 45_000, newRest: 20_000 },
    { name: other!, spent: 10_000, planned: 10_000, plannedRest: 30_000, newRest: 49_000 },
  ],
  exceeded: [],
};
const running: Report = { ...report, past };

const plainly = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a report of a running plan', () => {
  it('begins with what is past', () => {
    const { first } = afterPast(running, headline(running));
    expect(plainly(first)).toMatch(
      /^With 1 of 4 weeks gone and 31,000 of 100,000 EUR spent, the recommended plan is expected to earn /,
    );
    const { budget: _, ...free } = past;
    expect(plainly(afterPast({ ...report, past: free }, headline(report)).first)).toMatch(
      /^With 1 of 4 weeks gone and 31,000 EUR spent, the /,
    );
  });

  it('shows the rest as planned beside the recommended one, and what is left', () => {
    const lines = reportText(running).split('\n');
    const from = lines.findIndex((line) => line.startsWith('The rest of the plan (weeks 2-4, after week 1), EUR'));
    const section = lines.slice(from + 1, lines.indexOf('', from));
    const figures = section.filter((line) => /\d.* %$|same$/.test(line)).map((line) => line.match(/[-+]?[\d,]+/g));
    expect(figures).toEqual([
      ['15,000', '21,000', '45,000', '20,000', '-56'],
      ['10,000', '10,000', '30,000', '49,000', '+63'],
      ['25,000', '31,000', '75,000', '69,000', '-8', '0'],
    ]);
    expect(section.slice(-3)).toEqual([
      '  Of the budget 69,000 EUR are left for weeks 2-4.',
      '  Until now 6,000 EUR more was spent than planned (25,000).',
      "  Below, today's plan is what was spent until now, and the rest as it was planned.",
    ]);
  });

  it('says which limit the past exceeds before anything else', () => {
    const exceeded = [{ name: 'x, whole plan, at most', path: '', channels: [one!], most: 400_000, spent: 420_000 }];
    const total = { name: 'total budget', path: 'budget.total', channels: [one!, other!], most: 4, spent: 5 };
    const none = {
      ...without({ status: 'infeasible', proven: true, conflict: [], repairs: [] }),
      past: { ...past, exceeded },
    };
    const { first, rest } = afterPast(none, headline(none));
    expect(plainly(first)).toContain('spent, no plan can satisfy all limits.');
    expect(plainly(rest[0]!)).toMatch(/ has already spent 420,000 of its 400,000 EUR \(«x, whole plan, at most»\)\.$/);
    const all = { ...none, past: { ...past, budget: { total: 4, left: -1 }, exceeded: [total] } };
    expect(plainly(afterPast(all, headline(all)).rest[0]!)).toBe(
      'All channels together have already spent 5 of their 4 EUR («total budget»).',
    );
    expect(reportText(all)).toContain('Of the budget nothing is left for weeks 2-4: it is overspent by 1 EUR.');
  });

  it('tells programs which periods are past', () => {
    expect(JSON.parse(reportJson(running)).past).toEqual(past);
    expect(JSON.parse(reportJson(report))).not.toHaveProperty('past');
  });

  it('is that of any plan where nothing is past', () => {
    const begun = { ...report, past: { ...past, periods: 0 } };
    expect(reportText(begun)).toBe(reportText(report));
  });
});
