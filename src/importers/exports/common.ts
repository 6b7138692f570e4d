import { refusal } from '../../errors.ts';
import { todayOf, type ChannelBelief } from './channel.ts';
import type { Extract } from './extract.ts';
import type { Range } from './estimate.ts';
import { warned, type Found } from './finding.ts';
import { weeksIn, type Observed } from './observed.ts';
import type { Imports } from './scenario.ts';
import { spendingsOf, type Spending } from './spending.ts';
import { spendingPlace, sumOf, timesOf, weeklySpend, weeksOf } from './spending-sums.ts';
import { rounded } from './words.ts';
import { worthTold } from './worth-told.ts';

/**
 * What a customer costs in one channel, as a multiple of what was spent per customer in all, where nobody knows which channel brought
 * whom: half for a channel that is twice as good as the others while all customers come from spend; ten times for one that is half as
 * good while one in five does.
 */
const COST_OF_ONE: Range = [0.5, 10];
/** The share of customers who come without spend. With both in their middles, customers add up to nine in ten of those there were. */
const WITHOUT_SPEND: Range = [0.2, 0.8];

/** The same rows with as many customers as their revenue stands for, where they tell revenue and no customers. */
export function withCustomers(extract: Extract, orderValue: number | undefined): Extract {
  const { headings, rows } = extract;
  if (orderValue === undefined || !tellsRevenueOnly(extract)) return extract;
  return {
    ...extract,
    headings: { ...headings, ...(headings.told !== undefined && { conversions: headings.told }) },
    rows: rows.map((row) => (row.told === undefined ? row : { ...row, conversions: row.told / orderValue })),
  };
}

/** @throws ScenarioError  where nothing tells customers but revenue of which nobody says how many paid it */
export function expectCounted(extracts: readonly Extract[]): void {
  const counts = ({ fingerprint: { kind }, headings }: Extract) =>
    (kind !== 'costs' && kind !== 'results') || headings.conversions !== undefined;
  if (extracts.some(counts)) return;
  const [place] = extracts.flatMap((one) => (tellsRevenueOnly(one) ? [one.place] : []));
  if (place === undefined) return;
  throw refusal(
    '',
    'it tells revenue, but not how many customers paid it',
    'Add a column of customers or orders, or say what an order brings on average: --order-value 80.',
    place.file,
  );
}

/** Whether a table of one's own tells what was paid, and not by how many. */
function tellsRevenueOnly({ headings, fingerprint: { kind } }: Extract): boolean {
  return (kind === 'costs' || kind === 'results') && headings.told !== undefined && headings.conversions === undefined;
}

/** What files tell of all channels together, on the days of spend; undefined where they tell nothing. */
export function commonResultsIn(extracts: readonly Extract[], { first, last }: Observed): Spending | undefined {
  const rows = extracts
    .filter(({ fingerprint }) => fingerprint.kind === 'results')
    .flatMap((extract) => extract.rows.map((row) => ({ channel: '', row, extract })));
  const [results] = spendingsOf(rows).spendings;
  if (results === undefined) return undefined;
  return { ...results, days: new Map([...results.days].filter(([day]) => day >= first && day <= last)) };
}

/** Wide beliefs, the same for every channel with spend, and that they are. */
export function commonBeliefs(
  spendings: readonly Spending[],
  results: Spending,
): { readonly beliefs: readonly ChannelBelief[]; readonly finding: Found } {
  const spend = spendings.reduce((sum, { days }) => sum + sumOf(days.values()).spend, 0);
  const { conversions } = sumOf(results.days.values());
  const perCustomer = spend / conversions;
  const [low, high] = COST_OF_ONE;
  return {
    beliefs: spendings.map((spending) => {
      const usual = weeklySpend(spending);
      return {
        name: spending.channel,
        price: {
          kind: 'cpa',
          range: [low * perCustomer, high * perCustomer],
          place: ({ sources }) => sources.priceShared(COST_OF_ONE, perCustomer),
        },
        steps: [],
        today: todayOf(spending, weeksOf(spending), usual),
        usual,
        spendPlace: spendingPlace(spending),
        hours: 0,
        hourly: [],
        findings: [],
      };
    }),
    finding: warned('SHARED_RESULTS', ({ findings }) =>
      findings.shared(conversions, perCustomer, COST_OF_ONE, WITHOUT_SPEND),
    ),
  };
}

/** What customers of all channels are worth, and how many come without spend. */
export function commonImports(results: Spending, observed: Observed): Pick<Imports, 'worth' | 'baseline'> {
  const total = sumOf(results.days.values());
  const weekly = total.conversions / weeksIn(observed);
  const [low, high] = WITHOUT_SPEND;
  return {
    ...(total.revenue > 0 ? { worth: worthTold({ total, times: timesOf(results), from: results.from }) } : {}),
    baseline: {
      range: [low * weekly, high * weekly],
      said: ({ notes }) => notes.freeShared(WITHOUT_SPEND, rounded(weekly)),
    },
  };
}
