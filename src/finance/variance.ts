/** What was planned, what the plan's own beliefs say of what was spent, and what came. */
export interface Outturn {
  readonly planned: number;
  /** What was to be expected of what was really spent. */
  readonly expected: number;
  readonly actual: number;
}

/** Why it came otherwise than planned; the parts add up to the actual less the planned. */
export interface Variance {
  readonly total: number;
  /** Other spend than planned, at the beliefs of the plan. */
  readonly volume: number;
  /** More or fewer customers than expected of what was spent. */
  readonly effectiveness: number;
  /** Customers who paid more or less than expected; absent where only customers are counted. */
  readonly price?: number;
}

/** The variance of customers: what was spent otherwise, and what that brought. */
export function varianceOfCustomers({ planned, expected, actual }: Outturn): Variance {
  return { total: actual - planned, volume: expected - planned, effectiveness: actual - expected };
}

/**
 * The variance of revenue: the same, customers counted at the revenue per customer that was expected, and what each of them paid
 * more or less.
 */
export function varianceOfRevenue(customers: Outturn, revenue: Outturn): Variance {
  const each = customers.expected > 0 ? revenue.expected / customers.expected : 0;
  return {
    total: revenue.actual - revenue.planned,
    volume: revenue.expected - revenue.planned,
    effectiveness: (customers.actual - customers.expected) * each,
    price: revenue.actual - revenue.expected - (customers.actual - customers.expected) * each,
  };
}

/** The two parts of effectiveness; they add up to it. */
export interface Effectiveness {
  /** More or less was bought for the money than expected, each becoming a customer as expected. */
  readonly buying: number;
  /** More or fewer of those who were bought became customers. */
  readonly conversion: number;
}

/**
 * Why what was spent brought more or fewer customers than expected: because of what it bought, or of what became of that.
 *
 * @param revenue  that of customers where revenue is told apart, as in `varianceOfRevenue`
 */
export function effectivenessOf(
  customers: Outturn,
  bought: { readonly expected: number; readonly actual: number },
  revenue?: Outturn,
): Effectiveness {
  const worth = revenue === undefined ? 1 : customers.expected > 0 ? revenue.expected / customers.expected : 0;
  const each = bought.expected > 0 ? customers.expected / bought.expected : 0;
  const buying = (bought.actual - bought.expected) * each * worth;
  return { buying, conversion: (customers.actual - customers.expected) * worth - buying };
}
