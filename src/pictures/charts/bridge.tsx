import type { Bridge, Comparison } from '../../compare/comparison.ts';
import { changeFigure, figure } from '../../report/numbers/estimate.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { Chart } from '../chart.ts';
import { WaterfallPicture } from '../waterfall-picture.tsx';
import type { ChartWords } from '../words.ts';

/** Causes with a bar of their own; the rest is one. */
const MOST_CAUSES = 9;

/**
 * What leads from one candidate of a comparison to another, the largest causes first.
 *
 * @param names  what candidates are called
 */
export function bridgeChart(
  comparison: Comparison,
  bridge: Bridge,
  names: readonly string[],
  words: ChartWords,
): Chart {
  const { figure: goal, scenario } = comparison;
  const kind = goal.maximize === 'customers' ? 'count' : 'money';
  const { title, caption, summary, cause, others, columns } = words.bridge;
  const [from, to] = [names[bridge.a]!, names[bridge.b]!];
  const all = bridge.causes
    .map((each) => ({
      name: cause(each.cause, (channel) => channelLabel(comparison, channel)),
      by: each.change.value,
      standardError: each.change.standardError,
    }))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const rest = all.slice(MOST_CAUSES);
  const changes = [
    ...all.slice(0, MOST_CAUSES),
    ...(rest.length === 0
      ? []
      : [{ name: others, by: rest.reduce((sum, { by }) => sum + by, 0), standardError: rest[0]!.standardError }]),
  ].map((each) => ({ ...each, text: changeFigure({ value: each.by, standardError: each.standardError }, kind).text }));
  const description = summary(changes[0]!.name, changes[0]!.text);
  const total = (estimate: Bridge['from']) => figure(estimate, kind).text;
  return {
    id: `bridge-${bridge.a}-${bridge.b}`,
    title: title(from, to),
    caption: caption(goal.maximize, scenario.currency),
    summary: description,
    table: {
      columns,
      rows: [[from, total(bridge.from)], ...changes.map(({ name, text }) => [name, text]), [to, total(bridge.to)]],
    },
    draw: (width, theme) => (
      <WaterfallPicture
        id={`bridge-${bridge.a}-${bridge.b}`}
        title={title(from, to)}
        description={description}
        width={width}
        theme={theme}
        start={{ name: from, text: total(bridge.from) }}
        changes={changes}
        end={{ name: to, text: total(bridge.to) }}
        tick={words.tick}
      />
    ),
  };
}
