import type { FileContent } from '../../src/importers/exports/read-files.ts';
import type { FoundExport } from './wire.ts';

/** What a file was recognized as: records of a form by the program's name, as others may say what they are. */
export function foundIn(content: FileContent): readonly FoundExport[] {
  if (content.kind === 'exports') {
    const found = content.extracts.map(({ fingerprint: { name }, place: { sheet }, rows }) => ({
      name,
      rows: rows.length,
      ...(sheet === undefined ? {} : { sheet }),
    }));
    // A table with a column for each channel is one for each of them.
    return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  }
  const { program, answer } = content.saved;
  if (answer.kind === 'fields') return [{ name: `${program.name} fields`, rows: answer.fields.size }];
  return [{ name: program.recordsOf(answer.object)?.export ?? program.name, rows: answer.records.length }];
}
