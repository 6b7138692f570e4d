import type { Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import type { Tape } from '../kernel/tape.ts';
import { REPLICATES } from '../random/points.ts';
import type { Block } from './block/block.ts';
import type { DrawRange, PreparedDraws } from './chunk.ts';
import type { Figure } from './goal/figure.ts';

/** What is asked of each draw. */
export interface AskedRows {
  readonly plans: readonly Plan[];
  readonly figures: readonly Figure[];
}

/** Rows of a block, and how to work them out again for other draws: `[plan][figure]`. */
export interface RepeatedRows extends AskedRows {
  readonly range: DrawRange;
  readonly rows: readonly (readonly Row[])[];
  /** Undefined where plain code has a part in it. */
  readonly tape: Tape | undefined;
  /** Of the room of the rows: with another number somebody else has used it since. */
  readonly clearings: number;
}

/**
 * Figures of plans in a block of draws, in rows that hold until more are asked for: blocks of a run differ in nothing but
 * their draws, so that what the first one asks of the kernel is recorded, and only that is done for the others. Undefined
 * where that cannot be: where plain code has a part in it that is not recorded, or draws are kept.
 *
 * @param add  adds to rows what plans bring
 */
export function repeatedRows(
  prepared: PreparedDraws,
  asked: AskedRows,
  range: DrawRange,
  add: (prepared: PreparedDraws, asked: AskedRows, block: Block, rows: readonly (readonly Row[])[]) => void,
): readonly (readonly Row[])[] | undefined {
  const { sampler, kept, kernel, room, repeated } = prepared;
  if (kernel === undefined || room === undefined || kept !== undefined) return undefined;
  if (range.first % REPLICATES > 0) return undefined;
  if (repeated !== undefined && isSame(repeated, asked) && repeated.range.count === range.count) {
    if (repeated.tape === undefined) return undefined;
    if (repeated.clearings === room.clearings()) {
      return repeated.tape.play(range.first - repeated.range.first) ? repeated.rows : undefined;
    }
  }
  let rows: readonly (readonly Row[])[] = [];
  const tape = kernel.record(() => {
    const block = sampler.block(range.first, range.count, room);
    rows = asked.plans.map(() =>
      asked.figures.map(() => {
        const row = room.row(range.count);
        const address = room.addressOf(row);
        if (address === undefined) kernel.byHand();
        else kernel.code.clearRow(address, row.byteLength);
        return row;
      }),
    );
    add(prepared, asked, block, rows);
  });
  prepared.repeated = { ...asked, range, rows, tape, clearings: room.clearings() };
  return rows;
}

function isSame(a: AskedRows, b: AskedRows): boolean {
  return (
    a.plans.length === b.plans.length &&
    a.plans.every((plan, p) => plan === b.plans[p] || isSamePlan(plan, b.plans[p]!)) &&
    (a.figures === b.figures || JSON.stringify(a.figures) === JSON.stringify(b.figures))
  );
}

function isSamePlan(a: Plan, b: Plan): boolean {
  return a.spend.every((spend, c) => spend.every((amount, t) => amount === b.spend[c]![t]));
}
