/** Repairs of limits that cannot hold together, as changes of the file. */
import { afterAll, describe, expect, it } from 'vitest';
import { repairGroups } from '../../src/report/sentences/conflict.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { editsOfRepair } from '../../web/result/repair-edit.ts';
import { editText } from '../../web/text/edit.ts';
import { impossible, small, weeks } from '../e2e/texts.ts';
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());
const quick = { draws: 256, searchDraws: 16 } as const;

async function editsFor(text: string) {
  const report = await optimize(engine, readScenario(text), quick);
  if (report.optimization?.status !== 'infeasible') throw new Error('expected a conflict');
  return repairGroups(report, report.optimization.repairs).map(editsOfRepair);
}

const shares = small
  .replace('plan: 50k\n  social', 'plan: 50k\n    limits: { share: { min: 60% } }\n  social')
  .replace(/plan: 50k\n$/, 'plan: 50k\n    limits: { share: { min: 55% } }\n');

/** All of the second channel's money could only be spent in the third of four weeks. */
const scarce = (limits: string) =>
  weeks
    .replace('unit: week', 'unit: week, start: 2027-01-04')
    .replace(
      /plan: 50k\n$/,
      `plan: [0, 0, 10k, 0]\n    limits: { max: [1k, 1k, 30k, 1k], total: { min: 20k }, ${limits} }\n`,
    );
const dark = scarce('dark: [{ from: 2027-01-04, to: 4 }]');
const window = scarce('only: { to: 2027-01-10 }');

describe('a repair', () => {
  it.each([
    ['of sums', impossible],
    ['of shares', shares],
    ['of dark weeks within others', dark],
    ['of a window', window],
  ])('%s makes a plan possible once it is written into the file', async (_, text) => {
    const repairs = (await editsFor(text)).filter((edits) => edits !== undefined);
    expect(repairs.length).toBeGreaterThan(0);
    for (const edits of repairs) {
      const report = await optimize(engine, readScenario(editText(text, edits)!), quick);
      expect(report.optimization).toHaveProperty('plan');
    }
  });

  it('takes a week out of dark ones, and leaves those before and after', async () => {
    const [edits] = (await editsFor(dark)).filter((edits) => edits?.some(({ kind }) => kind === 'copy'));
    expect(readScenario(editText(dark, edits!)!).scenario.channels.social!.limits.dark).toEqual([
      { from: 1, to: 2 },
      { from: 4, to: 4 },
    ]);
  });
});
