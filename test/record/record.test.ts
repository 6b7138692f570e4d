import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/runs/record/read-record.ts';
import { recordOf, type DecisionRecord } from '../../src/runs/record.ts';
import { sha256 } from '../../src/report/sha256.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { verify } from '../../src/runs/verify.ts';
import { decisionRows } from '../../src/runs/verify/decision-rows.ts';
import type { ScenarioError } from '../../src/errors.ts';
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
    expect(found).toMatchObject({ verdict: 'same', scenario: { name: 'Dearer' }, report: { same: true } });
  });

  it('shows when a text, an option or the decision was altered', async () => {
    const record = await recorded();
    const verdict = async (altered: DecisionRecord) => (await verify(engine, altered)).verdict;
    const [main, other] = record.files as [(typeof record.files)[number], (typeof record.files)[number]];
    const changed = { ...other, text: other.text.replace('10% to 20%', '11% to 20%') };
    const found = await verify(engine, { ...record, files: [main, changed] });
    expect(found.verdict).toBe('altered');
    expect(found.files.map(({ name, same }) => [name, same])).toEqual([
      ['dearer.yaml', true],
      ['base.yaml', false],
    ]);
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

  it('tells every part of the decision, recorded and found again', async () => {
    const record = await recorded();
    const [first, second] = record.decision.spend['search']!;
    // Moved from one week to the other, by less than is shown of a figure, and for a channel that there is not.
    const spend = { search: [first! + 5, second! - 5], ['__proto__']: [1] };
    const expectedProfit = record.decision.expectedProfit + 1e-9;
    const found = await verify(engine, { ...record, decision: { ...record.decision, spend, expectedProfit } });
    const rows = decisionRows(found).map(({ of, recorded: was, found: is, same }) => [of, was, is, same]);
    expect(rows).toEqual([
      [{ kind: 'plan' }, 'today', 'today', true],
      [{ kind: 'expectedProfit' }, String(expectedProfit), String(record.decision.expectedProfit), false],
      [{ kind: 'worstTenth' }, expect.any(String), expect.any(String), true],
      [{ kind: 'chanceOfLoss' }, expect.stringMatching(/\u00a0%$/), expect.any(String), true],
      [{ kind: 'spend', channel: 'search', period: 1 }, '105', '100', false],
      [{ kind: 'spend', channel: '__proto__' }, '1', '–', false],
    ]);
  });

  it('names a text that was altered beyond reading, and a stress that there is not', async () => {
    const record = await recorded();
    const [main, other] = record.files as [(typeof record.files)[number], (typeof record.files)[number]];
    const broken = { ...other, text: other.text.replace('cpc', 'cpk') };
    await expect(verify(engine, { ...record, files: [main, broken] })).rejects.toThrow(
      /^files: a text in the record is not the one that was recorded[^]*base\.yaml:8:/,
    );
    await expect(verify(engine, { ...record, options: { stresses: ['flood'] } })).rejects.toThrow(
      'options.stresses[0]: is no stress of the scenario in the record',
    );
  });
});

describe('what is no record', () => {
  const issuesOf = (text: string) => {
    try {
      readRecord(text, 'decision.json');
    } catch (error) {
      return (error as ScenarioError).issues;
    }
    throw new Error('it was read');
  };
  const said = (text: string) => issuesOf(text).map(({ path, message }) => `${path}: ${message}`);

  it('is refused with what it is instead', () => {
    expect(said('a, b')).toEqual([': is no record: it is not JSON']);
    expect(said(base)).toEqual([': is no record: it is a scenario']);
    expect(said('{"apportion": 1}')).toEqual([': is no record: it is a scenario']);
    expect(said('{"kind": "simulation", "engine": "1", "scenario": {}}')).toEqual([': is no record: it is a report']);
    for (const text of ['null', '7', '[]', '{}']) expect(said(text)).toEqual([': is no record of a decision']);
    expect(said('{"apportionRecord": 2}').slice(0, 2)).toEqual([
      'apportionRecord: must be one of `1`',
      'engine: is missing',
    ]);
  });

  it('is refused with the place of what is wrong', async () => {
    const record = await recorded();
    const text = JSON.stringify(record, undefined, 2);
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    const [issue, ...others] = issuesOf(text.replace('"draws": 256', '"draws": 1e12'));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ path: 'options.draws', line: lineOf('"draws"'), file: 'decision.json' });
    expect(issue!.message).toBe('must be a whole number from 1 to 16777216');
    expect(issue!.advice).toMatch(/^Open the file as it was written/);
    // Cut off in the middle of a download.
    const cut = text.slice(0, text.indexOf('"decision"'));
    expect(issuesOf(cut)[0]).toMatchObject({ message: 'is no record: it is not JSON', line: expect.any(Number) });
  });

  it('is refused whatever is in it', async () => {
    const record = await recorded();
    const altered = (change: object) => said(JSON.stringify({ ...record, ...change }));
    expect(altered({ files: [] })).toEqual(['files: must not be empty']);
    expect(altered({ options: { precision: -1 } })).toEqual(['options.precision: must be a number from 0 to 1']);
    // No gap at all would be searched for without end.
    expect([-1, 0].flatMap((gap) => altered({ options: { gap } }))).toEqual(
      Array(2).fill('options.gap: must be a number from 1e-7 to 0.5'),
    );
    expect(altered({ note: 'x' })).toEqual(['note: is no field of a record']);
    expect(altered({ decision: { ...record.decision, spend: { a: [1, 'x'] } } })).toEqual([
      'decision.spend.a[1]: must be a number',
    ]);
    const proto = JSON.stringify({ ...record }).replace('{"seed"', '{"__proto__": {"draws": 1e9}, "seed"');
    expect(said(proto)).toEqual(['options.__proto__: is no field of a record']);
    expect(altered({ options: { draws: 2.5, ranges: 1 } })).toEqual([
      'options.draws: must be a whole number from 1 to 16777216',
      'options.ranges: must be true or false',
    ]);
    expect(altered({ reportSha256: 'x' })).toEqual([
      'reportSha256: must be a SHA-256: 64 digits and letters from a to f',
    ]);
    // As deep as no program should follow, and a list of very many faults.
    expect(said(`{"apportionRecord": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`)[0]).toMatch(
      /^apportionRecord: must/,
    );
    expect(altered({ files: Array.from({ length: 50_000 }, () => 1) })).toHaveLength(10);
  });
});
