/** Repairs of limits that cannot hold together, as changes of the file. */
import { afterAll, describe, expect, it } from 'vitest';
import { repairGroups } from '../../src/report/sentences/conflict.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { editOfRepair } from '../../web/result/repair-edit.ts';
import { editText } from '../../web/text/edit.ts';
import { impossible, small } from '../e2e/texts.ts';
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());
const quick = { draws: 256, searchDraws: 16 } as const;

async function editsFor(text: string) {
  const report = await optimize(engine, readScenario(text), quick);
  if (report.optimization?.status !== 'infeasible') throw new Error('expected a conflict');
  return repairGroups(report, report.optimization.repairs).map(editOfRepair);
}

const shares = small
  .replace('plan: 50k\n  social', 'plan: 50k\n    limits: { share: { min: 60% } }\n  social')
  .replace(/plan: 50k\n$/, 'plan: 50k\n    limits: { share: { min: 55% } }\n');

describe('a repair', () => {
  it.each([
    ['of sums', impossible],
    ['of shares', shares],
  ])('%s makes a plan possible once it is written into the file', async (_, text) => {
    const edits = (await editsFor(text)).filter((edit) => edit !== undefined);
    expect(edits.length).toBeGreaterThan(0);
    for (const edit of edits) {
      const report = await optimize(engine, readScenario(editText(text, [edit])!), quick);
      expect(report.optimization).toHaveProperty('plan');
    }
  });
});
