import type { Extract } from './extract.ts';
import { warned } from './finding.ts';
import type { Kind } from './fingerprint.ts';

/** What names a row of these, in every file of one program. */
const NAMED_BY: Readonly<Partial<Record<Kind, 'key' | 'customer'>>> = {
  leads: 'key',
  deals: 'key',
  orders: 'key',
  customers: 'customer',
};

/**
 * Tables of a CRM without the rows that an earlier file has: by number and day, as numbers of two forms may be alike. Where
 * rows have no number, a table that is another in every row counts once.
 */
export function rowsOnce(extracts: readonly Extract[]): readonly Extract[] {
  const seen = new Set<string>();
  return extracts.map((extract) => {
    const by = NAMED_BY[extract.fingerprint.kind];
    if (by === undefined) return extract;
    const names = namesOf(extract, by);
    const isKnown = names.map((name) => name !== undefined && seen.has(name));
    for (const name of names) if (name !== undefined) seen.add(name);
    return without(extract, isKnown);
  });
}

/** What each row is known by, in all files; rows without numbers by all of them. */
function namesOf({ rows, fingerprint }: Extract, by: 'key' | 'customer'): readonly (string | undefined)[] {
  const named = (what: unknown) => `${fingerprint.name} ${JSON.stringify(what)}`;
  if (rows.every((row) => row[by] === undefined)) {
    const all = named(rows);
    return rows.map(() => all);
  }
  return rows.map((row) => (row[by] === undefined ? undefined : named([row[by], row.day?.first])));
}

function without(extract: Extract, isKnown: readonly boolean[]): Extract {
  const rows = extract.rows.filter((_, r) => !isKnown[r]);
  const repeated = extract.rows.length - rows.length;
  if (repeated === 0) return extract;
  const { place, findings } = extract;
  const found = warned('DUP_ID', ({ findings: words }) => words.sameEarlier(place, repeated));
  return { ...extract, rows, findings: [...findings, found] };
}
