/** A row of a report's response curves, as Meridian writes it. */
export interface CurveRow {
  readonly channel: unknown;
  readonly spend: unknown;
  readonly mean: unknown;
  readonly ci_lo: unknown;
  readonly ci_hi: unknown;
  readonly spend_multiplier: unknown;
  readonly spend_level: unknown;
  readonly lower_bound: unknown;
  readonly upper_bound: unknown;
}

/** Rows of a channel that spent 100 in the past and whose outcome is 20 √spend, with both plans. */
export function rowsOf(channel: string, change: Partial<CurveRow> = {}): readonly CurveRow[] {
  const bounds = { lower_bound: 0.5, upper_bound: 1.5, ...change };
  const grid = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75].map((multiple) => {
    const mean = 20 * Math.sqrt(100 * multiple);
    const interval = { ci_lo: 0.6 * mean, ci_hi: 1.5 * mean };
    return {
      channel,
      spend: 100 * multiple,
      mean,
      ...interval,
      spend_multiplier: multiple,
      spend_level: null,
      ...bounds,
    };
  });
  const none = { ci_lo: null, ci_hi: null, spend_multiplier: null };
  return [
    { channel, spend: 100, mean: 200, ...none, spend_level: 'Non-optimized spend', ...bounds },
    ...grid,
    { channel, spend: 121, mean: 220, ...none, spend_level: 'Optimized spend', ...bounds },
  ];
}

/** A report of these rows, put together as Meridian's templates do. */
export function reportOf(
  rows: readonly unknown[],
  {
    outcome = 'Incremental revenue',
    kind = 'fixed',
    currency = '$',
  }: { readonly outcome?: string; readonly kind?: string; readonly currency?: string } = {},
): string {
  const specification = {
    datasets: { 'data-1': rows },
    spec: { layer: [{ encoding: { y: { field: 'mean', title: outcome } } }] },
  };
  const literal = JSON.stringify(JSON.stringify(specification, null, 2)).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="en">
  <body>
    <chip>Time period: Jan 1, 2024 - Dec 30, 2024</chip>
    <p>These are the estimated results from a ${kind} budget scenario.</p>
    <stats><stats-title>Non-optimized budget</stats-title><stat>${currency}220M</stat></stats>
    <chart-embed id="optimized-response-curves-chart"></chart-embed>
    <script type="text/javascript">
      const spec = JSON.parse(${literal});
      vegaEmbed('#optimized-response-curves-chart', spec).catch(console.error);
    </script>
  </body>
</html>`;
}
