import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalCumulative } from '../../src/numeric/normal.ts';
import { pilotText } from '../../src/report/sentences/pilots.ts';
import { lessonWordsEn } from '../../src/report/languages/lesson-words-en.ts';
import { lessonWordsZh } from '../../src/report/languages/lesson-words-zh.ts';
import { pilotsText } from '../../src/report/text/pilots.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { pilots } from '../../src/runs/pilots.ts';
import { optimize } from '../../src/runs/run.ts';
import { enterFolder, run } from '../cli/in-process.ts';
import { inlineEngine } from '../support/engine.ts';

// Straight lines: the next money brings its efficiency, whatever was spent, so chances are those of two lognormal numbers.
const text = `apportion: 1
name: Two channels and a pilot
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 2000 }
value: { orderValue: 100 }
channels:
  old: { efficiency: 0.012 to 0.02, plan: 600 }
  good: { efficiency: 0.03 to 0.04, plan: 400 }
  new:
    efficiency: 0.005 to 0.03
    pilot: { spend: 5k, days: 10, customers: 100, priceDrift: 0.2 }
`;
const z = 1.6448536269514722;
const lognormal = (low: number, high: number) => ({
  mu: (Math.log(low) + Math.log(high)) / 2,
  sigma: Math.log(high / low) / (2 * z),
});
const [old, fresh] = [lognormal(0.012, 0.02), lognormal(0.005, 0.03)];
/** After 100 of 5,000: variance of the logarithm 0.2² + 1/100. */
const after = (() => {
  const [own, seen] = [1 / fresh.sigma ** 2, 1 / 0.05];
  return { mu: (own * fresh.mu + seen * Math.log(0.02)) / (own + seen), sigma: Math.sqrt(1 / (own + seen)) };
})();
const chanceOf = (a: typeof old) => normalCumulative((a.mu - old.mu) / Math.hypot(a.sigma, old.sigma));

describe('pilots of a file', () => {
  const engine = inlineEngine();
  afterAll(() => engine.close());

  it('tell the chance to beat the weakest channel with spend, before and after, as two lognormal numbers do', async () => {
    const found = await pilots(engine, readScenario(text), {}, { draws: 16_384 });
    const [lesson] = found.pilots;
    expect([found.next, lesson!.channel, lesson!.against!.channel]).toEqual([20, 'new', 'old']);
    const { before, after: now } = lesson!.against!.chance;
    for (const [found, truth] of [
      [before, chanceOf(fresh)],
      [now, chanceOf(after)],
    ] as const) {
      // Four standard errors, and what 16 replicates of 1,024 points leave of a step.
      expect(Math.abs(found.value - truth)).toBeLessThan(4 * found.standardError + 1e-3);
    }
    // 20 bring 20 × 100 × mean efficiency less 20.
    expect(lesson!.brings.after.value).toBeCloseTo(2000 * Math.exp(after.mu + after.sigma ** 2 / 2) - 20, 1);
    expect(lesson!.brings.before.value).toBeCloseTo(2000 * Math.exp(fresh.mu + fresh.sigma ** 2 / 2) - 20, 0);
  });

  it('tell every number before and after, with what was seen', async () => {
    const found = await pilots(engine, readScenario(text), {}, { draws: 256 });
    expect(found.pilots[0]!.moved).toEqual([
      {
        path: 'channels.new.efficiency',
        unit: 'number',
        seen: { kind: 'measured', value: 0.02, spread: expect.closeTo(Math.sqrt(0.05), 12) },
        before: {
          range: [expect.closeTo(0.005, 9), expect.closeTo(0.03, 9)],
          median: expect.closeTo(Math.exp(fresh.mu), 9),
        },
        after: {
          range: [
            expect.closeTo(Math.exp(after.mu - z * after.sigma), 9),
            expect.closeTo(Math.exp(after.mu + z * after.sigma), 9),
          ],
          median: expect.closeTo(Math.exp(after.mu), 9),
        },
      },
    ]);
  });

  it('are in the currency that the channel is bought in', async () => {
    // A dollar is half a euro: half the customers for each, and twice the dollars for the same pilot.
    const abroad = text
      .replace('channels:', 'currencies: { USD: 0.5 }\nchannels:')
      .replace('efficiency: 0.005 to 0.03', 'currency: USD\n    efficiency: 0.0025 to 0.015')
      .replace('spend: 5k', 'spend: $10k');
    const few = { draws: 256 };
    const [at, there] = [
      await pilots(engine, readScenario(text), {}, few),
      await pilots(engine, readScenario(abroad), {}, few),
    ];
    const chances = ({ pilots: [lesson] }: typeof at) => [
      lesson!.against!.chance.before.value,
      lesson!.against!.chance.after.value,
    ];
    expect(chances(there)).toEqual(chances(at));
    expect(there.pilots[0]!.brings.after.value).toBeCloseTo(at.pilots[0]!.brings.after.value, 9);
    expect(pilotText(there, there.pilots[0]!)).toBe('10,000\u00a0USD over 10 days');
  });

  it('move the plan by what moves along: money goes where the best efficiency is expected now', async () => {
    // Without a pilot `like` has the lower mean; with it, it has the higher one, by the bivariate lognormal distribution.
    const kin = text
      .replace('    pilot: {', '    limits: { max: 0 }\n    pilot: {')
      .replace('  old: { efficiency: 0.012 to 0.02, plan: 600 }', '  like: { efficiency: 0.008 to 0.048, plan: 600 }')
      .replace('  good: { efficiency: 0.03 to 0.04, plan: 400 }', '  good: { efficiency: 0.021 to 0.0285, plan: 400 }')
      .replace('customers: 100', 'customers: 150')
      .concat('correlations: [{ of: [like.efficiency, new.efficiency], rank: strong }]\n');
    const reading = readScenario(kin);
    const [like, good] = [lognormal(0.008, 0.048), lognormal(0.021, 0.0285)];
    const meanOf = ({ mu, sigma }: typeof like) => Math.exp(mu + sigma ** 2 / 2);
    const rho = 2 * Math.sin((Math.PI * 0.8) / 6);
    const gain = (rho * like.sigma * fresh.sigma) / (fresh.sigma ** 2 + 0.2 ** 2 + 1 / 150);
    const now = {
      mu: like.mu + gain * (Math.log(150 / 5000) - fresh.mu),
      sigma: Math.sqrt(like.sigma ** 2 - gain * rho * like.sigma * fresh.sigma),
    };
    expect([meanOf(like) < meanOf(good), meanOf(now) > meanOf(good)]).toEqual([true, true]);
    const spent = async (scenario: typeof reading.scenario) => {
      const { optimization } = await optimize(engine, { ...reading, scenario }, { draws: 512, searchDraws: 1024 });
      if (optimization === undefined || !('plan' in optimization)) throw new Error('there is no plan');
      return { spend: optimization.plan.spend.map(([first]) => Math.round(first!)), value: optimization.lowerBound };
    };
    expect((await spent(reading.before)).spend).toEqual([0, 1000, 0]);
    const after = await spent(reading.scenario);
    expect(after.spend).toEqual([1000, 0, 0]);
    // 2,000 bring 2,000 × 100 × mean efficiency, less themselves; the search draws tell that mean to a few thousandths.
    expect(after.value / (200_000 * meanOf(now) - 2000)).toBeCloseTo(1, 2);
  });

  it('list what moves along, and its chance of an event, in both languages', async () => {
    const kin = text.concat(`events: { rival: { probability: 25%, multiply: { '*.demand': 0.8 } } }
correlations: [{ of: [old.efficiency, new.efficiency, events.rival.probability], rank: 0.6 }]
`);
    const found = await pilots(engine, readScenario(kin), {}, { draws: 256 });
    expect(found.pilots[0]!.moved.map(({ path }) => path)).toEqual(['channels.new.efficiency']);
    expect(found.along.map(({ path }) => path)).toEqual(['channels.old.efficiency', 'events.rival.probability']);
    const [number, chance] = found.along;
    const gain = (2 * Math.sin((Math.PI * 0.6) / 6) * fresh.sigma * old.sigma) / (fresh.sigma ** 2 + 0.05);
    expect(number!.after.median).toBeCloseTo(Math.exp(old.mu + gain * (Math.log(0.02) - fresh.mu)), 9);
    expect(chance!.before).toEqual({ range: [0.25, 0.25], median: 0.25 });
    expect(chance!.after.median).toBeCloseTo(0.4, 2);
    expect(lessonWordsEn.headline(found).rest.at(-1)!.replaceAll('\u00a0', ' ')).toMatch(
      /^What moves with these numbers, as the file says, has moved with them: old: efficiency from 0.0120 – 0.0200 to 0.01\d+ – 0.02\d+ and event «rival» from 25 % to 40 %\.$/,
    );
    expect(lessonWordsZh.headline(found).rest.at(-1)).toContain('也随之变动');
    expect(pilotsText(found)).toContain('What moves with these numbers');
  });

  it('need one', async () => {
    const none = text.split('    pilot:')[0]!;
    await expect(pilots(engine, readScenario(none))).rejects.toThrow('no channel has a pilot');
  });
});

describe('the command pilots', () => {
  beforeAll(() => {
    enterFolder();
    writeFileSync('plan.yaml', text);
  });

  it('shows before and after, and the chance', async () => {
    const { code, out } = await run(['pilots', 'plan.yaml', '--draws', '1024', '--workers', '0']);
    expect(code).toBe(0);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain('The pilot in new moved efficiency from 0.0050 – 0.030 to');
    expect(words).toMatch(/bring more in new than in old, where they bring least in today's plan, is \d+\.?\d* % ± \d/);
    expect(words).toContain('a pilot of 5,000 EUR over 10 days');
    const { out: json } = await run(['pilots', 'plan.yaml', '--draws', '256', '--workers', '0', '--json']);
    expect(JSON.parse(json).pilots[0].pilot).toEqual({ spend: 5000, days: 10, customers: 100, priceDrift: 0.2 });
  });
});
