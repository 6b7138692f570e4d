import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { constraints } from '../../src/constraints/table.ts';
import { readScenario } from '../../src/scenario/read.ts';

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

  it('names fields that there are', () => {
    const reference = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');
    const named = [...page.matchAll(/`limits: \{ (\w+):/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(10);
    for (const field of named) expect(reference).toContain(`\`channels.NAME.limits.${field}\``);
  });
});
