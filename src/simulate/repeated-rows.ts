import type { Plan } from '../domain.ts';
import type { Block } from './block/block.ts';
import type { PreparedDraws } from './prepared-draws.ts';
import type { DrawRange } from './draw-range.ts';
import { repeatedWork } from './repeated-work.ts';
import type { AskedRows, RowsOfPlans } from './repeated.ts';

/**
 * Figures of plans in a block of draws, in rows that hold until more are asked for; undefined where they cannot be repeated.
 *
 * @param add  adds to rows what plans bring
 */
export function repeatedRows(
  prepared: PreparedDraws,
  asked: AskedRows,
  range: DrawRange,
  add: (prepared: PreparedDraws, asked: AskedRows, block: Block, rows: RowsOfPlans) => void,
): RowsOfPlans | undefined {
  const { sampler, repeated } = prepared;
  const done = repeatedWork(
    prepared,
    repeated.rows,
    (before) => isSame(before, asked),
    asked,
    range,
    (room) => {
      const block = sampler.block(range.first, range.count, room);
      const rows = asked.plans.map(() =>
        asked.figures.map(() => {
          const row = room.row(range.count);
          const address = room.addressOf(row);
          if (address === undefined) room.kernel.byHand();
          else room.kernel.code.clearRow(address, row.byteLength);
          return row;
        }),
      );
      add(prepared, asked, block, rows);
      return rows;
    },
  );
  if (done !== undefined) prepared.repeated = { rows: done };
  return done?.made;
}

function isSame(a: AskedRows, b: AskedRows): boolean {
  return (
    arePlans(a.plans, b.plans) && (a.figures === b.figures || JSON.stringify(a.figures) === JSON.stringify(b.figures))
  );
}

/** Whether the same is spent in them. */
export function arePlans(a: readonly Plan[], b: readonly Plan[]): boolean {
  return a.length === b.length && a.every((plan, p) => plan === b[p] || isSamePlan(plan, b[p]!));
}

function isSamePlan(a: Plan, b: Plan): boolean {
  return a.spend.every((spend, c) => spend.every((amount, t) => amount === b.spend[c]![t]));
}
