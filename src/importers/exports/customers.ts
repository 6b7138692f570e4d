import { group } from 'd3-array';
import type { Extract } from './extract.ts';
import { told, warned, type Found } from './finding.ts';
import type { Kind } from './fingerprint.ts';
import type { Columns } from './languages/places.ts';
import { ripenessOf, type Ripeness } from './ripeness.ts';
import type { SourceNames } from './sources.ts';
import { isConverted, isReturned, isVoid, outcomeOf, stagesIn, type Outcome, type Stages } from './stages.ts';
import type { Customer, Deal, Lead, Sourced } from './crm-records.ts';

/** What CRMs tell; a list is absent where no file has such rows. */
export interface Crm {
  readonly leads?: readonly Lead[];
  readonly deals?: readonly Deal[];
  readonly customers?: readonly Customer[];
  readonly findings: readonly Found[];
  /** Who is too young to count in shares. */
  readonly ripeness?: Ripeness;
  /** The tables with leads, deals, and what is bought. */
  readonly places: Readonly<Partial<Record<'leads' | 'deals' | 'customers', readonly Columns[]>>>;
}

const MUCH_OPEN = 0.15;

/**
 * Leads, deals and customers with their channels. Orders rarely say where a customer came from: they are joined to deals, these
 * to leads, and both to customers.
 *
 * @param stages  what the planner says of stages
 */
export function crmOf(extracts: readonly Extract[], names: SourceNames, stages: Stages = new Map()): Crm {
  const findings: Found[] = [];
  const of = (kind: Kind) => extracts.filter(({ fingerprint }) => fingerprint.kind === kind);
  const rowsOf = (kind: Kind) => of(kind).flatMap(({ rows }) => rows);
  const named = (source: string | undefined) => (source === undefined ? undefined : names.get(source));

  const ofCustomer = new Map(rowsOf('customers').map(({ customer = '', source }) => [customer, named(source)]));
  const ofLeadsDeal = new Map(rowsOf('leads').map(({ deal = '', source }) => [deal, named(source)]));
  const dealRows = rowsOf('deals').map((row) => ({
    row,
    channel: named(row.source) ?? known(ofLeadsDeal, row.key) ?? known(ofCustomer, row.customer),
  }));
  const ofDeal = new Map(dealRows.map(({ row: { key = '' }, channel }) => [key, channel]));

  const leads = rowsOf('leads').map((row): Lead => ({
    ...sourced(named(row.source), row.day?.first),
    converted: isConverted(row),
  }));
  const deals = dealRows.map(({ row, channel }): Deal => ({
    ...sourced(channel, row.day?.first),
    outcome: outcomeOf(row.status ?? '', stages),
    ...(row.amount === undefined ? {} : { amount: row.amount }),
    ...(row.lastDay === undefined ? {} : { closed: row.lastDay.first }),
  }));
  const { ripeness, findings: onTime } = ripenessOf(leads, deals);
  findings.push(...onStages(extracts, stages), ...onOpenDeals(deals), ...onTime);

  const orderRows = rowsOf('orders').filter(({ status }) => !isVoid(status));
  const voided = rowsOf('orders').length - orderRows.length;
  if (voided > 0) findings.push(told('VOID_ROWS', ({ findings: words }) => words.voided(voided)));
  const orders = orderRows.map((row, r) => ({
    customer: row.customer ?? `row ${r}`,
    day: row.day?.first,
    channel: named(row.source) ?? known(ofDeal, row.deal) ?? known(ofCustomer, row.customer),
    order: {
      ...(row.day === undefined ? {} : { day: row.day.first }),
      ...(row.amount === undefined ? {} : { amount: row.amount }),
      returned: isReturned(row.status),
    },
  }));
  const lost = orders.filter(({ channel }) => channel === undefined).length;
  if (orders.length > 0) {
    findings.push(
      lost > 0
        ? warned('ORPHAN_ORDERS', ({ findings: words }) => words.orphans(lost, orders.length))
        : told('ORPHAN_ORDERS', ({ findings: words }) => words.noOrphans(orders.length)),
    );
  }

  return {
    findings,
    ripeness,
    ...(of('leads').length > 0 ? { leads } : {}),
    ...(of('deals').length > 0 ? { deals } : {}),
    ...customersField(),
    places: {
      leads: placesOf('leads'),
      deals: placesOf('deals'),
      customers: (['orders', 'deals', 'customers'] as const).map(placesOf).find(({ length }) => length > 0) ?? [],
    },
  };

  function placesOf(kind: Kind): readonly Columns[] {
    return of(kind).map(({ place, headings }) => ({
      place,
      columns: (['source', 'status', 'converted', 'amount'] as const).flatMap((field) => headings[field] ?? []),
    }));
  }

  /** Whoever ordered; without orders, whoever a deal was won with; without deals, whoever is in a list of customers. */
  function customersField(): Pick<Crm, 'customers'> {
    if (orders.length > 0) {
      const byCustomer = group(orders, ({ customer }) => customer);
      return {
        customers: [...byCustomer.values()].map((own) => {
          const inTime = own.toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0));
          const channel = inTime.find((order) => order.channel !== undefined)?.channel;
          return { ...sourced(channel, inTime[0]!.day), orders: inTime.map(({ order }) => order) };
        }),
      };
    }
    if (deals.length > 0) {
      return {
        customers: deals
          .filter(({ outcome }) => outcome === 'won')
          .map(({ amount, closed, ...deal }) => ({
            ...sourced(deal.channel, closed),
            orders: [
              {
                returned: false,
                ...(amount === undefined ? {} : { amount }),
                ...(closed === undefined ? {} : { day: closed }),
              },
            ],
          })),
      };
    }
    const listedCustomers = rowsOf('customers');
    if (listedCustomers.length === 0) return {};
    return {
      customers: listedCustomers.map(({ source, day }) => ({ ...sourced(named(source), day?.first), orders: [] })),
    };
  }
}

/** What stands for a key, where there is one. */
function known(channels: ReadonlyMap<string, string | undefined>, key: string | undefined): string | undefined {
  return key === undefined ? undefined : channels.get(key);
}

function sourced(channel: string | undefined, day: number | undefined): Sourced {
  return { ...(channel === undefined ? {} : { channel }), ...(day === undefined ? {} : { day }) };
}

function onStages(extracts: readonly Extract[], known: Stages): Found[] {
  const stages = stagesIn(extracts, known);
  if (stages.length === 0) return [];
  const of = (wanted: Outcome) => stages.flatMap(({ stage, outcome }) => (outcome === wanted ? [stage] : []));
  return [
    told(
      'STAGES',
      ({ findings }) => findings.stages(of('won'), of('lost'), of('open')),
      ({ options }) => options.stages(),
    ),
  ];
}

function onOpenDeals(deals: readonly Deal[]): Found[] {
  const open = deals.filter(({ outcome }) => outcome === 'open').length;
  if (open === 0) return [];
  const level = open > MUCH_OPEN * deals.length ? warned : told;
  return [level('OPEN_DEALS', ({ findings }) => findings.openDeals(open, deals.length))];
}
