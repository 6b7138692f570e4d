import { describe, expect, it } from 'vitest';
import { cohortsOf, judgedCohorts, type Cohort } from '../../src/importers/exports/cohorts.ts';
import { importExports } from '../../src/importers/exports.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { dayCalled, dayNumber } from '../../src/scenario/calendar.ts';
import { textFile } from './exports-files.ts';

/** Weeks of a hundred, of whom so many became something. */
const weeks = (...hits: readonly number[]): readonly Cohort[] =>
  hits.map((own, week) => ({ first: 7 * week, hits: own, of: 100 }));
const times = (count: number, hits: number) => Array.from({ length: count }, () => hits);

describe('the last weeks', () => {
  it('are too young where their share lies below that of older ones by more than chance, and rises with age', () => {
    // 200 of 1,000 before: (0.2 - 0.06) / √(0.16 (1/1000 + 1/200)) = 4.5 standard errors; within the tail,
    // (0.1 - 0.02) / √(0.06 × 0.94 (1/100 + 1/100)) = 2.4.
    expect(judgedCohorts(weeks(...times(10, 20), 10, 2))).toEqual({
      tail: { from: 70, weeks: 2, young: { hits: 12, of: 200 }, older: { hits: 200, of: 1000 } },
    });
    // One week of 9: (0.2 - 0.09) / √(0.16 (1/1000 + 1/100)) = 2.6 could be chance; of 7, 3.1 is not.
    expect(judgedCohorts(weeks(...times(10, 20), 9))).toEqual({});
    expect(judgedCohorts(weeks(...times(10, 20), 7)).tail?.weeks).toBe(1);
  });

  it('are left out as far as the share rises, in several steps', () => {
    // The last three lie (0.2923 - 0.0633) / √(0.2069 (1/1300 + 1/300)) = 7.9 standard errors below, four 7.7 and two
    // 7.2; the one before them 2.1 below 30 in 100, which may be chance.
    const { tail } = judgedCohorts(weeks(...times(12, 30), 20, 12, 6, 1));
    expect(tail).toMatchObject({ weeks: 3, older: { hits: 380, of: 1300 } });
  });

  it('that are as low in their older part as in their younger are a change, and count', () => {
    // (0.2 - 0.08) / √(0.16 (1/1000 + 1/400)) = 5.1, but 16 of 200 in both halves.
    expect(judgedCohorts(weeks(...times(10, 20), ...times(4, 8)))).toEqual({
      drift: { from: 70, before: { hits: 200, of: 1000 }, after: { hits: 32, of: 400 } },
    });
  });

  it('may lie above: the share has changed, where its halves differ by more than chance', () => {
    // 0.1 / √(0.16/800 + 0.21/800) = 4.6.
    expect(judgedCohorts(weeks(...times(8, 20), ...times(8, 30)))).toEqual({
      drift: { from: 56, before: { hits: 160, of: 800 }, after: { hits: 240, of: 800 } },
    });
    // 0.06 / √(0.16/800 + 0.1924/800) = 2.9.
    expect(judgedCohorts(weeks(...times(8, 20), ...times(8, 26)))).toEqual({});
  });

  it('of few weeks, of none who became something, and of all tell nothing', () => {
    expect(judgedCohorts([])).toEqual({});
    expect(judgedCohorts(weeks(...times(7, 20), 0))).toEqual({});
    expect(judgedCohorts(weeks(...times(20, 0)))).toEqual({});
    expect(judgedCohorts(weeks(...times(20, 100)))).toEqual({});
  });

  it('are hardly ever taken for young where nothing changes', () => {
    // Binomial counts from a generator that is written here: mulberry32.
    let state = 20_260_701;
    const uniform = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const binomial = (of: number, share: number) => Array.from({ length: of }, uniform).filter((u) => u < share).length;
    const found = { tail: 0, drift: 0 };
    for (let history = 0; history < 400; history += 1) {
      const cohorts = Array.from({ length: 26 }, (_, week) => ({ first: 7 * week, hits: binomial(70, 0.3), of: 70 }));
      const { tail, drift } = judgedCohorts(cohorts);
      if (tail !== undefined) found.tail += 1;
      if (drift !== undefined) found.drift += 1;
    }
    // One in a hundred, and four standard errors of that.
    expect(found.tail).toBeLessThan(4 + 4 * Math.sqrt(400 * 0.01 * 0.99));
    expect(found.drift).toBeLessThan(4 + 4 * Math.sqrt(400 * 0.01 * 0.99));
  });

  it('hold those who began in them, and nobody without a day', () => {
    // A Tuesday, the Sunday of the week before the last, and a Monday.
    const days = ['2026-01-13', '2026-01-04', '2026-01-12'].map(dayNumber);
    const all = [{ day: days[0]!, is: true }, { day: days[1]!, is: false }, { day: days[2]!, is: false }, { is: true }];
    expect(cohortsOf(all, ({ is }) => is)).toEqual([
      { first: dayNumber('2025-12-29'), hits: 0, of: 1 },
      { first: dayNumber('2026-01-12'), hits: 1, of: 2 },
    ]);
  });
});

describe('an import', () => {
  const START = dayNumber('2026-01-05'); // a Monday
  /** A hundred leads a week, of whom so many of each week are converted. */
  const leads = (...hits: readonly number[]) =>
    textFile(
      'leads.csv',
      'Record Id,Lead Owner,Is Converted,Lead Source,Created Time\n' +
        hits
          .flatMap((own, week) =>
            Array.from(
              { length: 100 },
              (_, k) =>
                `${week}-${k},x,${k < own},${k % 2 === 0 ? 'Web' : 'Fair'},${dayCalled(START + 7 * week + (k % 7))}\n`,
            ),
          )
          .join(''),
    );

  it('counts no leads that have not had the time, says so, and where it leaves them out', async () => {
    const { scenario, findings } = await importExports([leads(...times(10, 20), 10, 2)]);
    expect(findings.filter(({ code }) => code === 'IMMATURE_TAIL').map(({ text }) => text)).toEqual([
      'Leads were converted in 12 of 200 cases (6%) of the last 2 weeks (since 2026-03-16), and in 200 of 1,000 cases (20%) before: the difference is larger than chance. The last have not had the time, it seems, and do not count in this share. If something has changed since, it is lower than told here.',
    ]);
    // Ten weeks of fifty leads of each source, ten of whom were converted: every second of the first twenty.
    expect(scenario.match(/(?<=funnel: \{ )leadToCustomer: \d+ of \d+/g)).toEqual([
      'leadToCustomer: 100 of 500',
      'leadToCustomer: 100 of 500',
    ]);
    const { channels } = readScenario(scenario).scenario;
    for (const { source } of Object.values(channels)) {
      expect(source).toContain('without what began on 2026-03-16 or later, which has not had the time');
    }
  });

  it('counts all where the share has changed, and says so', async () => {
    const { scenario, findings } = await importExports([leads(...times(8, 20), ...times(8, 30))]);
    expect(findings.filter(({ code }) => code === 'DRIFT').map(({ text }) => text)).toEqual([
      'Leads were converted in 160 of 800 cases (20%) before 2026-03-02, and in 240 of 800 cases (30%) from then on: the difference is larger than chance. Both count together. Look into what has changed: the plan is made for times like all of these.',
    ]);
    expect(scenario).not.toContain('has not had the time');
  });
});

describe('clicks', () => {
  /** A thousand clicks a week for sixteen weeks, of which as many became conversions as are told. */
  const ads = (first: string, conversions: (week: number) => number) =>
    textFile(
      'ads.csv',
      'Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions\n' +
        Array.from(
          { length: 112 },
          (_, d) =>
            `${dayCalled(dayNumber(first) + d)},a,USD,${d % 2 === 0 ? 50 : 150},9000,1000,${conversions(Math.floor(d / 7))}\n`,
        ).join(''),
    );

  // Weeks begin on the day of the week on which the history does.
  it.each([
    ['2026-01-05', '2026-03-02'],
    ['2026-01-07', '2026-03-04'],
    ['2026-01-10', '2026-03-07'],
  ])('that become less than they did are told, by channel, in weeks from %s on', async (first, changed) => {
    const { findings } = await importExports([ads(first, (week) => (week < 8 ? 20 : 10))]);
    // 8 weeks of 7 × 20 of 7,000, then of 7 × 10.
    expect(findings.filter(({ code }) => code === 'DRIFT').map(({ text }) => text)).toEqual([
      `Google Ads: click → customer was 1,120 of 56,000 cases (2%) before ${changed}, and 560 of 56,000 cases (1%) from then on: the difference is larger than chance. Both count together. Look into what has changed: the plan is made for times like all of these.`,
    ]);
    const alike = await importExports([ads(first, (week) => (week % 2 === 0 ? 20 : 10))]);
    expect(alike.findings.map(({ code }) => code)).not.toContain('DRIFT');
  });
});
