import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { meridian } from '../../src/importers/meridian.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const textOf = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

describe('the example scenarios', () => {
  it('are those that the page about them describes', () => {
    const described = [...textOf('README.md').matchAll(/^## \[([\w-]+\.yaml)\]/gm)].map((match) => match[1]!);
    expect(described.toSorted()).toEqual(files.toSorted());
  });

  describe.each(files)('%s', (file) => {
    const text = textOf(file);
    const { scenario, warnings } = readScenario(text, { file });
    const channels = Object.values(scenario.channels);

    it('reads without an error or a warning', () => {
      expect(warnings).toEqual([]);
    });

    it('tells editors its schema, and says first what it answers', () => {
      const [schema, ...comment] = text.slice(0, text.search(/^apportion: 1$/m)).split('\n');
      expect(schema).toBe('# yaml-language-server: $schema=./apportion.schema.json');
      expect(comment.join('\n')).toMatch(/^# .*\?/m);
    });

    it('says of every channel where its numbers come from and what is spent today', () => {
      expect(scenario.source).toBeDefined();
      for (const { source, plan } of channels) {
        expect(source).toBeDefined();
        expect(plan.some((spend) => spend > 0)).toBe(true);
      }
    });

    it("spends what its budget has in today's plan", () => {
      const spent = channels.flatMap(({ plan }) => plan).reduce((sum, spend) => sum + spend, 0);
      expect(spent).toBe(scenario.budget.total);
    });

    it('compiles with any of its stresses', () => {
      for (const stress of Object.keys(scenario.stresses)) expect(() => compile(scenario, [stress])).not.toThrow();
    });
  });

  it('hold what the importer makes of the report', () => {
    const report = 'optimization_output_fixed_budget.html';
    const html = readFileSync(new URL(`../fixtures/meridian/${report}`, import.meta.url), 'utf8');
    expect(textOf('meridian.yaml')).toBe(meridian.convert(html, { file: report }).scenario);
  });
});
