import { useMemo } from 'preact/hooks';
import type { AfterPilot, InformationValue } from '../../src/information/information-value.ts';
import { figure } from '../../src/report/numbers/estimate.ts';
import { FigureText } from '../parts/figure-text.tsx';
import { figureColumns, Table } from '../parts/table.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import type { Page } from '../state/page.ts';
import { Answer } from '../stress/answer.tsx';
import { currencyOf, kindOf } from '../stress/figure-kind.ts';
import { beliefsChart } from './beliefs-chart.tsx';
import { editsOfBeliefs } from './edits-of-beliefs.ts';
import { usePilotWords } from './use-pilot-words.ts';

export interface AfterSectionProps {
  readonly page: Page;
  readonly found: InformationValue;
  readonly after: AfterPilot;
}

/** What a pilot that was run changes: beliefs, the worth of plans, and which of them is the best. */
export function AfterSection({ page, found, after }: AfterSectionProps) {
  const words = usePilotWords();
  const [first, ...rest] = words.own.result(found, after);
  const chart = useMemo(() => beliefsChart(found, after, words), [found, after, words]);
  const edits = editsOfBeliefs(after);
  return (
    <Answer headline={{ first: first!, rest }} sure={words.sure(found)} notes={found.notes}>
      <ChartFigure chart={chart} />
      {edits.length > 0 && (
        <div class="actions">
          <button type="button" onClick={() => void page.apply(edits)}>
            {words.beliefs.write}
          </button>
          <p class="note">{words.beliefs.writeHint}</p>
        </div>
      )}
      <PlansTable found={found} after={after} />
    </Answer>
  );
}

/** The plans that one could choose, before and after. */
function PlansTable({ found, after }: Pick<AfterSectionProps, 'found' | 'after'>) {
  const words = usePilotWords().plans;
  const { maximize } = found.figure;
  const kind = kindOf(found);
  const best = (k: number, now: number) => (k === now ? <span class="beside">{words.best}</span> : null);
  return (
    <section>
      <h3>{words.title(maximize)}</h3>
      <Table
        caption={words.caption(maximize, currencyOf(found))}
        columns={figureColumns(words.columns)}
        rows={found.plans.map(({ mean }, k) => [
          words.name(found, k),
          <>
            <FigureText {...figure(mean, kind)} />
            {best(k, after.best.before)}
          </>,
          <>
            <FigureText {...figure(after.means[k], kind)} />
            {best(k, after.best.after)}
          </>,
        ])}
        stacks
      />
    </section>
  );
}
