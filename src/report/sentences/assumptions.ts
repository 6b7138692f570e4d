/** How assumptions and their values are called in sentences and tables. */
import type { AssumptionFacts, ScenarioFacts } from '../../domain.ts';
import { showRoughly } from '../../scenario/quantity/shown.ts';
import { plain } from '../plain.ts';
import { channelLabel, eventLabel, resourceLabel } from './names.ts';
import { upperFirst } from './upper-first.ts';

/** Fields by what a planner calls them; others are called by their own words. */
const FIELDS: Readonly<Record<string, string>> = {
  'price.cpm': 'cost per 1,000 impressions',
  'price.cpc': 'cost per click',
  'price.cpl': 'cost per lead',
  'price.cpa': 'cost per sale',
  'price.flat': 'flat price',
  'price.buys': 'what a flat price buys',
  'value.repeat.rate': 'share who buy again',
  'value.referral.rate': 'customers each customer brings',
  'value.grossMargin': 'margin',
  'value.orderValue': 'order value',
  'value.returns': 'share sent back',
  'value.serviceCost': 'cost of serving a customer',
  'carryover.retention': 'lasting effect',
  'delivery.probability': 'whether the partner delivers',
  'delivery.startDelay': 'delay of the partner',
  'response.scale': 'room before returns diminish',
  'response.halfSaturation': 'room before returns diminish',
  'response.k': 'room before returns diminish',
  precision: 'share inside the target',
};

/** `搜索: cost per click`, `order value`, `event «A rival enters»`. */
export function assumptionLabel(report: { readonly scenario: ScenarioFacts }, id: string): string {
  const parts = id.split('.');
  const [section, name, ...rest] = parts;
  if (section === 'channels' && name !== undefined) {
    return `${channelLabel(report, name)}: ${fieldText(report, rest.join('.'))}`;
  }
  if (section === 'events') {
    return `event «${eventLabel(report, name ?? '')}»${rest[0] === 'probability' ? '' : `: ${inWords(rest)}`}`;
  }
  if (section === 'factors') return `common factor ${plain(parts.slice(1).join('.'))}`;
  if (section === 'assumptions') return plain(parts.slice(1).join('.'));
  if (section === 'currencies') return `rate of ${plain(name ?? '')}`;
  if (section === 'resources') return `${resourceLabel(report, name ?? '')}: ${inWords(rest)}`;
  if (section === 'segments') return `${plain(name ?? '')}: ${inWords(rest)}`;
  return fieldText(report, id);
}

/** Sections of a file whose parts have names of the planner's own, with which labels begin. */
const OWN_NAMES = ['channels', 'assumptions', 'resources', 'segments'];

/** The same where it stands alone, with a capital: `Order value`; a name of the planner's own stays as it is written. */
export function assumptionName(report: { readonly scenario: ScenarioFacts }, id: string): string {
  const label = assumptionLabel(report, id);
  return OWN_NAMES.includes(id.split('.')[0]!) ? label : upperFirst(label);
}

function fieldText(report: { readonly scenario: ScenarioFacts }, path: string): string {
  const hours = /^hours\.([^.]+)\.(.+)$/.exec(path);
  if (hours !== null) return `hours of ${resourceLabel(report, hours[1]!)} ${inWords([hours[2]!])}`;
  return FIELDS[path] ?? inWords(path.split('.'));
}

/** `clickToCustomer` as `click to customer`; the name of its part of the file is left out. */
function inWords(parts: readonly string[]): string {
  const own = parts.length > 1 ? parts.slice(1) : parts;
  return plain(
    own
      .join(' ')
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase(),
  );
}

const RATES =
  /\.funnel\.|\.(?:grossMargin|returns|rate|fee|commission|precision|retention|exponent)$|\.(?:audience|halo)\./;

/** Values of one assumption in digits that tell them apart. */
export function assumptionValues(id: string, values: readonly number[]): readonly string[] {
  if (/^events\.|\.delivery\.probability$/.test(id) && values.every((value) => value === 0 || value === 1)) {
    return values.map((value) => (value === 1 ? 'yes' : 'no'));
  }
  const width = Math.max(...values) - Math.min(...values);
  return showRoughly(values, width > 0 ? width : Math.abs(values[0]!) || 1, RATES.test(id) ? 'rate' : 'number');
}

/** The same with what they are counted in, where that is money. */
export function assumptionAmounts(
  { assumptions }: { readonly assumptions: readonly AssumptionFacts[] },
  id: string,
  values: readonly number[],
): readonly string[] {
  const currency = assumptions.find(({ path }) => path === id)?.currency;
  return assumptionValues(id, values).map((text) => (currency === undefined ? text : `${text}\u00a0${currency}`));
}
