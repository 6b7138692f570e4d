import type { Estimate } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { ofReplicates } from '../simulate/tally/estimate.ts';
import { splitReplicates } from '../simulate/tally/row-estimates.ts';

/** A figure of all draws with the error that its replicates show. */
export function byReplicates(rows: readonly Row[], figure: (rows: readonly Row[]) => number): Estimate {
  const parts = rows.map(splitReplicates);
  return ofReplicates(
    figure(rows),
    parts[0]!.map((_, r) => figure(parts.map((part) => part[r]!))),
  );
}
