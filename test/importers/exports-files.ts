import { readFileSync } from 'node:fs';
import { extract, type Extract } from '../../src/importers/exports/extract.ts';
import { recognize } from '../../src/importers/exports/recognize.ts';
import { readSheets, type RawFile } from '../../src/tables/read-sheets.ts';

const FOLDER = new URL('../fixtures/exports/', import.meta.url);

/** A file of the samples as it came. */
export function sample(name: string): RawFile {
  return { name, bytes: readFileSync(new URL(name, FOLDER)) };
}

export function sampleText(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

export function textFile(name: string, text: string): RawFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The rows of a file with one table that is recognized. */
export async function extractOf(file: RawFile): Promise<Extract> {
  const [sheet] = await readSheets(file);
  const recognition = recognize(sheet!);
  if (recognition.status !== 'recognized') throw new Error(`${file.name} is ${recognition.status}`);
  return extract(recognition.table);
}
