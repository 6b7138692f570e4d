import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { constraints } from '../../src/constraints/table.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { search } from '../../src/runs/search.ts';
import { inlineEngine } from '../support/engine.ts';

const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
const [example] = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);

describe('the page on limits', () => {
  const { scenario, warnings } = readScenario(example!);

  it('shows a scenario that reads without a warning', () => {
    expect(warnings).toEqual([]);
  });

  it.each(constraints.map((family) => [family.name, family] as const))('has a limit of the kind %s', (_, family) => {
    expect([...family.limits(scenario, 0), ...(family.nonlinear?.(scenario) ?? [])]).not.toEqual([]);
  });

  it('has a plan that keeps all of them', async () => {
    const model = compile(scenario);
    const engine = inlineEngine();
    const result = await search(engine, model, { searchDraws: 16, gap: 0.1 });
    await engine.close();
    if (!('plan' in result)) throw new Error(result.status);
    const { spend } = result.plan;
    const totals = spend.map((periods) => periods.reduce((sum, amount) => sum + amount, 0));
    const all = totals.reduce((sum, amount) => sum + amount, 0);
    // Solvers keep limits to 1e-7 of the money that moves.
    const slack = 1e-7 * all;
    for (const { name, terms, least = -Infinity, most = Infinity } of model.limits) {
      const sum = terms.reduce(
        (total, { channel, period, coefficient }) => total + coefficient * spend[channel]![period]!,
        0,
      );
      expect(sum, name).toBeGreaterThanOrEqual(least - slack);
      expect(sum, name).toBeLessThanOrEqual(most + slack);
    }
    const used = (channels: readonly number[]) => channels.filter((total) => total > slack).length;
    // Search, social and video are the group of which two may be used; radio has a least spend if it is used.
    expect(used(totals.slice(0, 3))).toBeLessThanOrEqual(2);
    expect(used(totals)).toBeLessThanOrEqual(4);
    expect(totals.reduce((sum, total) => sum + (total / all) ** 2, 0)).toBeLessThanOrEqual(0.55 + 1e-7);
    for (const amount of spend[3]!) expect(amount <= slack || amount >= 3000 - slack).toBe(true);
  });

  it('names fields that there are', () => {
    const reference = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');
    const named = [...page.matchAll(/`limits: \{ (\w+):/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(10);
    for (const field of named) expect(reference).toContain(`\`channels.NAME.limits.${field}\``);
  });
});
