import { gather, type RowsByPeriod } from '../../carryover/spread.ts';
import type { CarryWeights } from '../../carryover/weights.ts';
import type { Row } from '../../domain/row.ts';
import type { Memory, Table } from '../block/memory.ts';
import { serve, type Serving } from '../conditions/serve.ts';

/**
 * The steps by which a plan is worked out where channels do something to each other, on tables of all draws of a block.
 * All codes give the same bits.
 */
export interface TableCode {
  /** Fills a table with what money buys. */
  buy(bought: RowsByPeriod, to: Table): void;
  /** Adds a share of what money buys in another channel. */
  addShareBought(bought: RowsByPeriod, share: Row, to: Table): void;
  multiply(table: Table, factor: Row): void;
  /** From effective spend after saturation to customers (or money), and the same for its slope. */
  season(tables: readonly Table[], efficiency: Row, season: Float64Array, demand: Demand): void;
  serve(serving: Serving): void;
  product(a: Table, b: Table, to: Table): void;
  difference(a: Table, b: Table, to: Table): void;
  /** Adds worth times value of all periods, draw by draw. Periods with a scale of 0 do not count. */
  addWorth(worth: RowsByPeriod, value: Table, to: Row): void;
  /** Worth times value by period, summed over draws, at `to[first]` and after. */
  sumWorth(worth: RowsByPeriod, value: Table, to: Float64Array, first: number): void;
  /** Fills a table with worths, and adds to each what one more unit takes from all channels that share segments. */
  weigh(worth: RowsByPeriod, crowding: Row | undefined, to: Table): void;
  /** See `throughCapacity`. */
  displace(displacing: Displacing): void;
  /**
   * From worths of what is brought to those of what is bought in the periods of the plan, one for each draw; see `gather`.
   *
   * @param crowding  added to each worth
   * @param slope  of what is brought, by what is at work
   */
  gather(carry: CarryWeights, worth: RowsByPeriod, crowding: Row | undefined, slope: Table, to: Table): void;
  /** Adds a share of another table. */
  addShare(share: Row, source: Table, to: Table): void;
}

type Demand = readonly (Row | undefined)[] | undefined;

/** Takes from weights of a channel that is served in full those of the channel that is served in part instead. */
export interface Displacing {
  readonly weights: Table;
  /** Share of each unit that is served. */
  readonly share: Table;
  /** Which of `others` is served in part, or -1. */
  readonly marginal: Table;
  /** In which period that one is served in part; in the same without it. */
  readonly runsOut: Row | undefined;
  readonly need: Row;
  /** Of the channels that `marginal` numbers. */
  readonly others: readonly { readonly need: Row; readonly weights: Table }[];
  readonly to: Table;
}

/** The plain loops, for any host. */
export function plainTables(memory: Memory): TableCode {
  const each = (table: Table, visit: (row: Row, t: number) => void) => table.forEach(visit);
  return {
    buy({ rows, scale }, to) {
      each(to, (own, t) => {
        const [row, amount] = [rows[t]!, scale[t]!];
        for (let i = 0; i < own.length; i++) own[i] = amount * row[i]!;
      });
    },

    addShareBought({ rows, scale }, share, to) {
      each(to, (own, t) => {
        const [row, amount] = [rows[t]!, scale[t]!];
        for (let i = 0; i < own.length; i++) own[i] = own[i]! + share[i]! * (amount * row[i]!);
      });
    },

    multiply(table, factor) {
      each(table, (own) => {
        for (let i = 0; i < own.length; i++) own[i] = own[i]! * factor[i]!;
      });
    },

    season(tables, efficiency, season, demand) {
      for (const table of tables) {
        each(table, (own, t) => {
          const [usual, shock] = [season[t]!, demand?.[t]];
          for (let i = 0; i < own.length; i++) {
            own[i] = own[i]! * (efficiency[i]! * usual * (shock === undefined ? 1 : shock[i]!));
          }
        });
      }
    },

    serve,

    product(a, b, to) {
      each(to, (own, t) => {
        const [one, other] = [a[t]!, b[t]!];
        for (let i = 0; i < own.length; i++) own[i] = one[i]! * other[i]!;
      });
    },

    difference(a, b, to) {
      each(to, (own, t) => {
        const [one, other] = [a[t]!, b[t]!];
        for (let i = 0; i < own.length; i++) own[i] = one[i]! - other[i]!;
      });
    },

    addWorth({ rows, scale }, value, to) {
      each(value, (own, t) => {
        const [unit, factor] = [rows[t]!, scale[t]!];
        if (factor !== 0) for (let i = 0; i < to.length; i++) to[i] = to[i]! + factor * unit[i]! * own[i]!;
      });
    },

    sumWorth({ rows, scale }, value, to, first) {
      each(value, (own, t) => (to[first + t] = scale[t] === 0 ? 0 : scale[t]! * sumOfProducts(rows[t]!, own)));
    },

    weigh({ rows, scale }, crowding, to) {
      each(to, (own, t) => {
        const [unit, factor] = [rows[t]!, scale[t]!];
        for (let i = 0; i < own.length; i++) own[i] = factor * unit[i]! + (crowding === undefined ? 0 : crowding[i]!);
      });
    },

    displace({ weights, share, marginal, runsOut, need, others, to }) {
      each(to, (own, t) => {
        const [usual, served, paying] = [weights[t]!, share[t]!, marginal[t]!];
        for (let i = 0; i < own.length; i++) {
          const other = others[paying[i]!];
          if (other === undefined) own[i] = usual[i]!;
          else if (served[i]! < 1) own[i] = 0;
          else
            own[i] =
              usual[i]! - (need[i]! / other.need[i]!) * other.weights[runsOut === undefined ? t : runsOut[i]!]![i]!;
        }
      });
    },

    gather(carry, worth, crowding, slope, to) {
      const count = to[0]!.length;
      const weights = memory.table(slope.length, count);
      this.weigh(worth, crowding, weights);
      this.product(weights, slope, weights);
      gather(carry, { worth: weights, count, periods: to.length, tail: slope.length - to.length }, to);
    },

    addShare(share, source, to) {
      each(to, (own, t) => {
        const other = source[t]!;
        for (let i = 0; i < own.length; i++) own[i] = own[i]! + share[i]! * other[i]!;
      });
    },
  };
}

/** Even and odd draws are summed apart, as compiled code sums them. */
export function sumOfProducts(a: Row, b: Row): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < a.length; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  if (a.length % 2 === 1) even += a[a.length - 1]! * b[a.length - 1]!;
  return even + odd;
}
