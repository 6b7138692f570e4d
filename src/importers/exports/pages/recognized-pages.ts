import { refusal } from '../../../errors.ts';
import type { Sheet } from '../../../tables/sheet.ts';
import { fingerprints } from '../fingerprints.ts';
import { recognize, recognizeAs, type Recognized } from '../recognize.ts';
import type { PageProgram, RecordReader } from './program.ts';

/**
 * Which export records are: the program says it, or the names of their fields do.
 *
 * @throws ScenarioError  where neither does, or a field is not there without which they say nothing
 */
export function recognizedPages(sheet: Sheet, reader: RecordReader, { name }: PageProgram): Recognized {
  const fingerprint = fingerprints.find((one) => one.name === reader.export);
  const recognition = fingerprint === undefined ? recognize(sheet) : recognizeAs(fingerprint, sheet);
  if (recognition.status === 'recognized') return recognition.table;
  if (recognition.status === 'incomplete') {
    const { fingerprint: near, missing } = recognition;
    const names = (near.columns[missing] ?? []).slice(0, 3).join(' / ');
    throw refusal(
      '',
      `has records like an export of ${near.name}, but no field ${names}`,
      'Ask for this field as well.',
      sheet.file,
    );
  }
  const kinds = fingerprints.filter((one) => one.name.startsWith(name)).map((one) => one.columns);
  const usual = kinds
    .map((columns) =>
      Object.values(columns)
        .map(([first]) => first)
        .join(' / '),
    )
    .join('; ');
  throw refusal(
    '',
    'has records of a form whose fields are none that are known',
    `Known are forms with ${usual}.`,
    sheet.file,
  );
}
