import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain.ts';
import { headline } from '../../src/report/sentences/headline.ts';
import { optimize } from '../../src/runs/run.ts';
import { type RunOptions } from '../../src/runs/run-options.ts';
import { zh } from '../../web/languages/zh.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const options: RunOptions = { draws: 256, searchDraws: 16, gap: 1e-6 };
const run = (of: Scenario) => optimize(engine, { scenario: of, echo: [] }, options);

/** At most `most` customers, k = 100. */
const exponential = (most: number, plan: number) =>
  channel({
    efficiency: certain(most / 100),
    response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
    plan: [plan],
  });

describe('a plan for the worst of several stresses', () => {
  const switchOff = (name: string) => ({ multiply: [], switchOff: [name] });
  const of = (own: Partial<Scenario> = {}) =>
    scenario(
      { a: exponential(200, 150), b: exponential(160, 50) },
      {
        budget: { total: 200 },
        goal: { maximize: 'customers', worstOf: ['a-off', 'b-off'] },
        stresses: { 'a-off': switchOff('a'), 'b-off': switchOff('b') },
        ...own,
      },
    );

  it('is judged under each of them on fresh draws, beside today', async () => {
    const report = await run(of());
    const [withoutA, withoutB] = report.underStress!;
    expect([withoutA!.stress, withoutB!.stress]).toEqual(['a-off', 'b-off']);
    // Today: 160 (1 - e^-0.5) = 62.955 without a, 200 (1 - e^-1.5) = 155.374 without b (Python).
    expect(withoutA!.today.mean.value).toBeCloseTo(62.955, 3);
    expect(withoutB!.today.mean.value).toBeCloseTo(155.374, 3);
    // The best plan for the worst is that where both are the same.
    expect(withoutA!.recommended.mean.value).toBeCloseTo(withoutB!.recommended.mean.value, 1);
    expect(withoutA!.recommended.mean.value).toBeGreaterThan(100);
    const said = headline(report).rest.find((text) => text.startsWith('On fresh draws'));
    expect(said).toMatch(/ without stress, .* under «a-off» and .* under «b-off»\.$/);
    expect(zh.report.headline(report).rest.some((text) => /无压力时.*“a-off”下/.test(text))).toBe(true);
  });

  it('says that what is asked beside the goal is held without stress only', async () => {
    const report = await run(of({ targets: [{ metric: 'customers', atLeast: 150 }] }));
    const said = headline(report).rest.find((text) => text.startsWith('On fresh draws'));
    expect(said).toMatch(
      /Targets and limits on risk are held in the case without stress only; missed are «customers at least 150» under «a-off» and «customers at least 150» under «b-off»\.$/,
    );
    expect(report.underStress![0]!.recommended.mean.value).toBeLessThan(150);
    expect(zh.report.headline(report).rest.join('')).toMatch(/只在无压力的情形下保证；“a-off”下未达到“.*150”；/);
  });

  it('names nothing as missed that every stress leaves in reach', async () => {
    const report = await run(of({ targets: [{ metric: 'customers', atLeast: 60 }] }));
    expect(report.underStress!.map(({ missed }) => missed)).toEqual([[], []]);
    expect(headline(report).rest.join(' ')).toContain('in the case without stress only.');
  });
});
