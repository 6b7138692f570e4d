import type { SheetRow } from '../../tables/sheet.ts';
import { warned, type Found } from './finding.ts';
import type { Field } from './fingerprint.ts';
import type { Place } from './languages/places.ts';
import type { Recognized } from './recognize.ts';

/** Each row once: by its key, else by the whole row; leads by the person as well. */
export function withoutRepeats(
  { columns, fingerprint }: Recognized,
  rows: readonly SheetRow[],
  place: Place,
): { readonly rows: readonly SheetRow[]; readonly findings: readonly Found[] } {
  const repeats = { DUP_ROWS: 0, DUP_ID: 0, DUP_PERSON: 0 };
  const seen = new Set<string>();
  const kept = rows.filter(({ cells }) => {
    const contentOf = (field: Field) => (columns.get(field) ?? []).map((column) => String(cells[column] ?? '').trim());
    const [key = ''] = contentOf('key');
    const isNew = (what: string) => seen.size < seen.add(what).size;
    if (!isNew(key === '' ? `row ${JSON.stringify(cells)}` : `key ${key}`)) {
      repeats[key === '' ? 'DUP_ROWS' : 'DUP_ID'] += 1;
      return false;
    }
    const person = fingerprint.kind === 'leads' ? contentOf('person').find((text) => text !== '') : undefined;
    if (person === undefined || isNew(`person ${person.toLowerCase()}`)) return true;
    repeats.DUP_PERSON += 1;
    return false;
  });
  const SAID = { DUP_ROWS: 'sameRows', DUP_ID: 'sameNumbers', DUP_PERSON: 'samePeople' } as const;
  const findings = (Object.keys(repeats) as (keyof typeof repeats)[])
    .filter((code) => repeats[code] > 0)
    .map((code) => warned(code, ({ findings: words }) => words[SAID[code]](place, repeats[code])));
  return { rows: kept, findings };
}
