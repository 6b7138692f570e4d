import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { importExports } from '../../src/importers/exports.ts';
import { fingerprints } from '../../src/importers/exports/fingerprints.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { textFile } from './exports-files.ts';

const SECRET = 'gus@example.test';

/** What stands in the cells of a column: what belongs there, in a wild file also what does not. */
function cellOf(field: string, wild: boolean): fc.Arbitrary<string> {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-0${(d % 4) + 1}-${String(d).padStart(2, '0')}`);
  const amount = fc.oneof(
    fc.double({ min: 0, max: 1e4, noNaN: true }).map((value) => value.toFixed(2)),
    fc.constantFrom('0', '--', '', '1,234.50', '0.001', ...(wild ? ['9e11', '-20', '<5', 'x'] : [])),
  );
  const count = fc.oneof(
    fc.nat(500).map(String),
    fc.constantFrom('0', '', '1,234', '3.5', ...(wild ? ['-1', '999999999999'] : [])),
  );
  const usual = ((): fc.Arbitrary<string> => {
    switch (field) {
      case 'day':
      case 'lastDay':
        return day;
      case 'spend':
      case 'amount':
      case 'told':
      case 'hourly':
      case 'clickPrice':
        return amount;
      case 'impressions':
      case 'clicks':
      case 'conversions':
      case 'hours':
        return count;
      case 'currency':
        return fc.constant('USD');
      case 'source':
        return fc.constantFrom('Google Ads', 'FB', 'Web', '展会', '', '__proto__', 'a.b*c', 'x: y', '- z', SECRET);
      case 'status':
        return fc.constantFrom('Closed Won', 'Closed Lost', 'Open', '赢单', '作废', 'Returned', '');
      case 'converted':
        return fc.constantFrom('true', 'false', '');
      case 'person':
        return fc.constant(SECRET);
      default:
        return fc.nat(30).map((key) => `k${key}`);
    }
  })();
  return usual;
}

/** A file of one of the exports that are known, with rows of its kind. */
const file = fc.tuple(fc.constantFrom(...fingerprints), fc.nat(9)).chain(([fingerprint, calm]) => {
  const columns = Object.entries(fingerprint.columns).map(([field, headings]) => [field, headings[0]!] as const);
  const signs = fingerprint.signs.slice(0, 3).filter((sign) => !columns.some(([, heading]) => heading === sign));
  const row = fc.tuple(...columns.map(([field]) => cellOf(field, calm === 0)));
  const cells = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(',');
  return fc.array(row, { minLength: 1, maxLength: 60 }).map((rows) => ({
    name: `${fingerprint.kind}.csv`,
    text: [
      [...columns.map(([, heading]) => heading), ...signs],
      ...rows.map((one) => [...one, ...signs.map(() => 'x')]),
    ]
      .map(cells)
      .join('\n'),
  }));
});

describe('exports of any content', () => {
  it('give a scenario that reads and compiles, or are refused in words; and nobody is named', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
        const result = await importExports(files.map(({ name, text }, at) => textFile(`${at}${name}`, text))).catch(
          (thrown: unknown) => {
            if (thrown instanceof ScenarioError) return thrown;
            throw thrown;
          },
        );
        expect(result instanceof ScenarioError ? result.message : JSON.stringify(result)).not.toContain('gus@');
        if (result instanceof ScenarioError) return;
        compile(readScenario(result.scenario).scenario);
        read += 1;
      }),
      { seed: 20_260_701, numRuns: process.env['FUZZ'] === undefined ? 100 : 2_000 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
