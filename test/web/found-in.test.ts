import { expect, it } from 'vitest';
import { readExport } from '../../src/importers/exports/read-files.ts';
import { foundIn } from '../../web/import/found-in.ts';

it('names a table with a column for each channel once, and its results', async () => {
  const text = 'date,search,tv,conversions\n2026-01-05,100,200,4\n2026-01-12,110,0,3\n';
  const content = await readExport({ name: 'wide.csv', bytes: new TextEncoder().encode(text) });
  expect(foundIn(content)).toEqual([
    { name: 'channel costs', rows: 2 },
    { name: 'results of all channels', rows: 2 },
  ]);
});
