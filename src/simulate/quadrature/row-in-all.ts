import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';

/** The row that stands in all periods that count; undefined where they have different ones. Any, where no period counts. */
export function rowInAll({ rows, scale }: RowsByPeriod): Row | undefined {
  let found: Row | undefined;
  for (let t = 0; t < rows.length; t++) {
    if (scale[t] === 0) continue;
    if (found !== undefined && rows[t] !== found) return undefined;
    found = rows[t];
  }
  return found ?? rows[0];
}
