import { group } from 'd3-array';
import type { Extract } from './extract.ts';
import type { ExportRow } from './export-row.ts';
import { told, warned, type Found } from './finding.ts';
import { folded, type SourceNames } from './sources.ts';
import type { SpentRow } from './spending.ts';
import { mostFrequent } from './tally.ts';

export interface SpentRows {
  readonly rows: readonly SpentRow[];
  readonly findings: readonly Found[];
}

/**
 * Every row that says what was spent, with its channel: advertisements by their platform, tables of costs by their own
 * words, campaigns of a CRM by who came from them. Campaigns of a CRM that repeat an advertisement's cost are left out.
 *
 * @param map  what the planner says, by folded name
 */
export function spentRows(
  extracts: readonly Extract[],
  names: SourceNames,
  map: ReadonlyMap<string, string>,
): SpentRows {
  const findings: Found[] = [];
  const rows: SpentRow[] = [];
  const campaigns = campaignChannels(extracts, names);
  for (const extract of extracts) {
    const { kind, channel } = extract.fingerprint;
    const dated = extract.rows.filter(({ day }) => day !== undefined);
    if (kind === 'ads' && channel !== undefined) {
      const name = map.get(folded(channel)) ?? channel;
      // One by one, here and below: a call takes a hundred thousand arguments, and a file may have more rows.
      for (const row of dated) rows.push({ channel: name, row, extract });
    }
    if (kind === 'costs') {
      for (const row of dated) for (const name of ofSource(row, names)) rows.push({ channel: name, row, extract });
    }
    if (kind === 'campaigns') {
      const paid = dated.filter(({ spend = 0 }) => spend > 0);
      const undated = extract.rows.filter(({ day, spend = 0 }) => day === undefined && spend > 0);
      for (const row of undated) findings.push(unmatched(extract, row, 'noStart'));
      const isRepeated = ({ campaign = '' }: ExportRow) => campaigns.advertised.has(folded(campaign));
      findings.push(...onOverlap(extract, paid.filter(isRepeated), campaigns.advertised));
      for (const row of paid) {
        if (isRepeated(row)) continue;
        const [name = ''] = [campaigns.usual.get(folded(row.campaign ?? '')) ?? [], ofSource(row, names)].flat();
        if (campaigns.sources.has(name)) rows.push({ channel: name, row, extract });
        else findings.push(unmatched(extract, row, 'noName'));
      }
    }
  }
  return { rows, findings };
}

function ofSource({ source }: ExportRow, names: SourceNames): readonly string[] {
  const name = source === undefined ? undefined : names.get(source);
  return name === undefined ? [] : [name];
}

function campaignChannels(extracts: readonly Extract[], names: SourceNames) {
  const sourced = extracts
    .filter(
      ({ fingerprint: { kind } }) => kind === 'leads' || kind === 'deals' || kind === 'orders' || kind === 'customers',
    )
    .flatMap(({ rows }) =>
      rows.flatMap((row) => ofSource(row, names).map((channel) => ({ channel, campaign: row.campaign }))),
    );
  const named = group(
    sourced.flatMap(({ channel, campaign }) => (campaign === undefined ? [] : [{ channel, campaign }])),
    ({ campaign }) => folded(campaign),
  );
  const advertised = new Map<string, number>();
  for (const { rows, fingerprint } of extracts) {
    if (fingerprint.kind !== 'ads') continue;
    for (const { campaign = '', spend = 0 } of rows) {
      advertised.set(folded(campaign), (advertised.get(folded(campaign)) ?? 0) + spend);
    }
  }
  return {
    /** Spend of each campaign that an advertising platform tells of. */
    advertised,
    /** Where most of those who came from a campaign say that they came from. */
    usual: new Map([...named].map(([campaign, own]) => [campaign, mostFrequent(own.map(({ channel }) => channel))!])),
    sources: new Set(sourced.map(({ channel }) => channel)),
  };
}

function onOverlap(
  { place }: Extract,
  repeated: readonly ExportRow[],
  advertised: ReadonlyMap<string, number>,
): Found[] {
  if (repeated.length === 0) return [];
  const said = repeated.reduce((sum, { spend = 0 }) => sum + spend, 0);
  const exported = repeated.reduce((sum, { campaign = '' }) => sum + (advertised.get(folded(campaign)) ?? 0), 0);
  const names = repeated.map(({ campaign = '' }) => campaign);
  return [warned('SPEND_OVERLAP', ({ findings }) => findings.overlap(place, names, said, exported))];
}

function unmatched({ place }: Extract, { row, spend = 0 }: ExportRow, why: 'noStart' | 'noName'): Found {
  return warned('SPEND_UNMATCHED', ({ findings }) => findings[why](place, row, spend));
}

/** Google Analytics knows no money: it is only compared. */
export function onSessions(extracts: readonly Extract[]): Found[] {
  const conversionsOf = (kind: 'ads' | 'sessions') =>
    extracts
      .filter(({ fingerprint }) => fingerprint.kind === kind)
      .flatMap(({ rows }) => rows)
      .reduce((sum, { conversions = 0 }) => sum + conversions, 0);
  return extracts
    .filter(({ fingerprint }) => fingerprint.kind === 'sessions')
    .map(({ place }) =>
      told('NO_SPEND_COLUMN', ({ findings }) =>
        findings.sessions(place, conversionsOf('sessions'), conversionsOf('ads')),
      ),
    );
}
