import { rough } from '../../report/numbers/rough.ts';
import { assumptionAmounts } from '../../report/sentences/assumptions.ts';
import type { Influence } from '../../sensitivity/influence.ts';
import type { Chart } from '../chart.ts';
import { ScatterPicture } from '../scatter-picture.tsx';
import type { ChartWords } from '../words.ts';

/**
 * The outcome against the most influential assumptions, draw by draw; nothing where nothing is uncertain.
 *
 * @param assumption  what an assumption is called
 */
export function scatterChart(
  influence: Pick<Influence, 'assumptions' | 'figure' | 'scenario' | 'scatter'>,
  assumption: (id: string) => string,
  { scatter: words, number, tick }: ChartWords,
): Chart | undefined {
  const { figure, scenario, scatter } = influence;
  const { maximize } = figure;
  const [first] = scatter;
  if (first === undefined) return undefined;
  const kind = maximize === 'customers' ? 'count' : 'money';
  const unit = kind === 'money' ? ` ${scenario.currency}` : '';
  const [low, high] = [first.line[0]!, first.line.at(-1)!].map(([, mean]) => `${rough(mean, kind)}${unit}`);
  const valuesOf = (id: string, values: readonly number[]) => assumptionAmounts(influence, id, values).map(number);
  const summary = words.summary(assumption(first.id), low!, high!);
  const title = words.title(maximize);
  return {
    id: 'scatter',
    title,
    caption: words.caption(maximize, scenario.currency),
    summary,
    table: {
      columns: words.columns(maximize),
      rows: scatter.flatMap(({ id, line }) => {
        const values = valuesOf(
          id,
          line.map(([value]) => value),
        );
        return line.map(([, mean], k) => [assumption(id), values[k]!, `${rough(mean, kind)}${unit}`]);
      }),
    },
    draw: (width, theme) => (
      <ScatterPicture
        id="scatter"
        title={title}
        description={summary}
        width={width}
        theme={theme}
        scatters={scatter.map((one) => ({ ...one, name: assumption(one.id) }))}
        tick={tick}
        ends={(id, values) => {
          const [from, to] = valuesOf(id, values);
          return [from!, to!];
        }}
      />
    ),
  };
}
