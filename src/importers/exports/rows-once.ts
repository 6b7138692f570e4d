import type { Extract } from './extract.ts';
import { warned, type Found } from './finding.ts';
import type { Kind } from './fingerprint.ts';
import type { ImportWords } from './languages/words.ts';
import type { Place } from './languages/places.ts';
import { likenessOf, noLeads, remember, type EarlierLeads } from './same-leads.ts';

/** What names a row of these, in every file of one program. */
const NAMED_BY: Readonly<Partial<Record<Kind, 'key' | 'customer'>>> = {
  leads: 'key',
  deals: 'key',
  orders: 'key',
  customers: 'customer',
};

/**
 * Tables of a CRM without the rows that an earlier file has: by number and day, as numbers of two forms may be alike. Where
 * rows have no number, a table that is another in every row counts once, and leads are known by their source and minute.
 */
export function rowsOnce(extracts: readonly Extract[]): readonly Extract[] {
  const seen = new Set<string>();
  const leads = new Map<string, EarlierLeads>();
  return extracts.map((extract) => {
    const { kind, name: program } = extract.fingerprint;
    const by = NAMED_BY[kind];
    if (by === undefined) return extract;
    const names = namesOf(extract, by);
    const isKnown = names.map((name) => name !== undefined && seen.has(name));
    for (const name of names) if (name !== undefined) seen.add(name);
    const unique = without(extract, isKnown, 'sameEarlier');
    if (kind !== 'leads') return unique;
    const earlier = leads.get(program) ?? noLeads();
    leads.set(program, earlier);
    return newLeads(unique, earlier);
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

/** Leads that are none of earlier files, as far as that can be told; they are remembered among these. */
function newLeads(extract: Extract, earlier: EarlierLeads): Extract {
  const likeness = likenessOf(extract, earlier);
  const unique = without(
    extract,
    likeness.map((one) => one === 'same'),
    'sameMoment',
  );
  remember(unique.rows, earlier);
  return withFinding(unique, likeness.filter((one) => one === 'maybe').length, 'maybeTwice');
}

function without(extract: Extract, isKnown: readonly boolean[], said: 'sameEarlier' | 'sameMoment'): Extract {
  const rows = extract.rows.filter((_, r) => !isKnown[r]);
  return withFinding({ ...extract, rows }, extract.rows.length - rows.length, said);
}

/** Rows of an earlier file, as findings tell of them. */
type Repeat = keyof Pick<ImportWords['findings'], 'sameEarlier' | 'sameMoment' | 'maybeTwice'>;

function withFinding(extract: Extract, rows: number, said: Repeat): Extract {
  if (rows === 0) return extract;
  const { place, findings } = extract;
  return { ...extract, findings: [...findings, repeats(place, rows, said)] };
}

function repeats(place: Place, rows: number, said: Repeat): Found {
  return warned(said === 'maybeTwice' ? 'MAYBE_TWICE' : 'DUP_ID', ({ findings }) => findings[said](place, rows));
}
