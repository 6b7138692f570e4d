import type { Customer } from './crm-records.ts';
import { logMoments, rangeAround, rangeOfMean, type Range } from './estimate.ts';
import { exp } from '../../numeric/exp.ts';
import type { Saying } from './languages/words.ts';
import type { Repeats } from './came-back.ts';
import { repeatsOf } from './repeats.ts';

/** What customers are worth, as far as orders tell. */
export interface Worth {
  readonly orderValue?: Range;
  /** Of single orders, where there are too few to know their mean: any of all channels may be usual here. */
  readonly single?: true;
  readonly orders: number;
  readonly revenue: number;
  readonly returned: number;
  readonly repeats?: Repeats;
  /** Where it is from, if not from the customers of a CRM, of whom alone it is known who comes back. */
  readonly place?: Saying;
}

/** Orders from which on their own mean is better than that of all channels; of all channels together, from which on it is known. */
export const FEWEST_ORDERS = 8;
/** Customers of whom a share is told: one in two would be one person's. */
const FEWEST_RIPE = 5;

/**
 * @param usual  where single orders of every channel lie, which stand in where there are few
 * @param time  the last day of orders, and the window in which customers may come back
 */
export function worthOf(
  own: readonly Customer[],
  usual: Range | undefined,
  time: { readonly last: number; readonly within: number | undefined },
): Worth {
  const amounts = amountsOf(own);
  const repeats = time.within === undefined ? undefined : repeatsOf(own, time.last, time.within);
  return {
    ...valueOf(amounts, usual),
    orders: own.reduce((sum, { orders }) => sum + orders.length, 0),
    revenue: amounts.reduce((sum, amount) => sum + amount, 0),
    returned: own.reduce((sum, { orders }) => sum + orders.filter(({ returned }) => returned).length, 0),
    ...(repeats !== undefined && repeats.of >= FEWEST_RIPE ? { repeats } : {}),
  };
}

function amountsOf(customers: readonly Customer[]): readonly number[] {
  return customers.flatMap(({ orders }) =>
    orders.flatMap(({ amount, returned }) => (amount !== undefined && amount > 0 && !returned ? [amount] : [])),
  );
}

function valueOf(own: readonly number[], usual: Range | undefined): Pick<Worth, 'orderValue' | 'single'> {
  if (own.length >= FEWEST_ORDERS) return { orderValue: rangeOfMean(own) };
  return usual === undefined ? {} : { orderValue: usual, single: true };
}

/** Where single orders of these customers lie; undefined where there are too few to tell. */
export function singleOrders(customers: readonly Customer[]): Range | undefined {
  const amounts = amountsOf(customers);
  if (amounts.length < FEWEST_ORDERS) return undefined;
  const { mean, sd } = logMoments(amounts);
  return rangeAround(exp(mean), sd);
}
