/** How many were sold in one line of business, and for how much in all. */
export interface Sales {
  readonly units: number;
  readonly money: number;
}

/** A change of revenue taken apart; the three add up to `to` minus `from`. */
export interface PriceVolumeMix {
  readonly from: number;
  readonly to: number;
  /** More or fewer sold, at the average price of before. */
  readonly volume: number;
  /** Sold in dearer or cheaper lines than before, at the prices of before. */
  readonly mix: number;
  /** Sold at other prices than before. */
  readonly price: number;
}

/**
 * Takes a change of revenue apart by line of business. A line that sold nothing before has no price of before: it counts at
 * its new price, so that it is volume and mix. Undefined when nothing at all was sold before.
 *
 * @param before  one entry per line; `after` has the same lines
 * Source: price-volume-mix analysis as finance teams do it: volume at the average price planned, mix at planned prices,
 * price at actual units.
 */
export function priceVolumeMix(before: readonly Sales[], after: readonly Sales[]): PriceVolumeMix | undefined {
  const total = (sales: readonly Sales[], what: keyof Sales) => sales.reduce((sum, line) => sum + line[what], 0);
  const [units, from, to] = [total(before, 'units'), total(before, 'money'), total(after, 'money')];
  if (!(units > 0)) return undefined;
  const average = from / units;
  const atOldPrices = after.reduce((sum, { units: sold, money }, k) => {
    const old = before[k]!;
    return sum + (old.units > 0 ? sold * (old.money / old.units) : money);
  }, 0);
  const volume = (total(after, 'units') - units) * average;
  return { from, to, volume, mix: atOldPrices - from - volume, price: to - atOldPrices };
}
