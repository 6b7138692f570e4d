import { describe, expect, it } from 'vitest';
import { readRecord, recordOf, type DecisionRecord } from '../../src/runs/record.ts';
import { sha256 } from '../../src/report/sha256.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { verify } from '../../src/runs/verify.ts';
import { engineOfFile } from '../support/engine.ts';

const engine = engineOfFile();

const base = `apportion: 1
name: Base
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 200 }
value: { orderValue: 80 to 120 }
channels:
  search: { price: { cpc: 2 }, funnel: { clickToCustomer: 10% to 20% }, plan: 100 }
`;
const dearer = `apportion: 1
extends: base.yaml
name: Dearer
channels: { search: { price: { cpc: 3 } } }
`;
const options = { draws: 256, seed: 'recorded' };
const files = [
  { name: 'dearer.yaml', text: dearer },
  { name: 'base.yaml', text: base },
];

async function recorded(): Promise<DecisionRecord> {
  const reading = readScenario(dearer, {
    file: 'dearer.yaml',
    load: (path) => (path === 'base.yaml' ? base : undefined),
  });
  const report = await simulate(engine, reading, options);
  return recordOf({ command: 'simulate', options, files, report, made: '2026-01-01T00:00:00Z' });
}

describe('a decision record', () => {
  it('hashes as the standard does', async () => {
    // FIPS 180-2, appendix B.1.
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('comes out the same again, from the texts it holds', async () => {
    const record = readRecord(JSON.stringify(await recorded()));
    expect(record.options).toEqual(options);
    const found = await verify(engine, record);
    expect(found).toMatchObject({ verdict: 'same', scenario: 'Dearer', sameDecision: true, alteredFiles: [] });
  });

  it('shows when a text, an option or the decision was altered', async () => {
    const record = await recorded();
    const verdict = async (altered: DecisionRecord) => (await verify(engine, altered)).verdict;
    const [main, other] = record.files as [(typeof record.files)[number], (typeof record.files)[number]];
    const changed = { ...other, text: other.text.replace('10% to 20%', '11% to 20%') };
    const found = await verify(engine, { ...record, files: [main, changed] });
    expect([found.verdict, found.alteredFiles]).toEqual(['altered', ['base.yaml']]);
    // A new hash hides the change of the text, but not that other figures follow from it.
    const hidden = { ...changed, sha256: sha256(changed.text) };
    expect(await verdict({ ...record, files: [main, hidden] })).toBe('altered');
    expect(await verdict({ ...record, options: { ...options, seed: 'other' } })).toBe('altered');
    expect(await verdict({ ...record, decision: { ...record.decision, expectedProfit: 1e6 } })).toBe('altered');
  });

  it('of another engine may have other figures', async () => {
    const record = await recorded();
    const old = { ...record, engine: '0.0.1', reportSha256: '0'.repeat(64) };
    expect((await verify(engine, old)).verdict).toBe('other figures');
  });

  it('is refused where it is none', () => {
    expect(() => readRecord('plan: 1')).toThrow('not JSON');
    expect(() => readRecord('{"apportionRecord": 2}')).toThrow('no record of a decision');
  });
});
