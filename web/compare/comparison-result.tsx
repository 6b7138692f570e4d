import { useMemo, useState } from 'preact/hooks';
import type { Comparison } from '../../src/compare/comparison.ts';
import { bridgeChart } from '../../src/pictures/charts/bridge.tsx';
import { changeFigure, chanceFigure, figure } from '../../src/report/numbers/estimate.ts';
import { amount, signed } from '../../src/report/numbers/exact.ts';
import { roughRange } from '../../src/report/numbers/rough.ts';
import { useWords } from '../languages/language.ts';
import { Choice } from '../parts/choice.tsx';
import { FigureText } from '../parts/figure-text.tsx';
import { figureColumns, Table } from '../parts/table.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';

export interface ComparisonResultProps {
  readonly comparison: Comparison;
  /** Of the scenarios, the base first. */
  readonly names: readonly string[];
}

/** Scenarios side by side, what each changes against the base, and why. */
export function ComparisonResult({ comparison, names }: ComparisonResultProps) {
  const { views, charts } = useWords();
  const words = views.compare;
  const { candidates, differences, bridges, draws, scenario, figure: goal } = comparison;
  const kind = goal.maximize === 'customers' ? 'count' : 'money';
  const against = differences.filter(({ a }) => a === 0);
  const [chosen, choose] = useState('1');
  const bridge = bridges.find(({ b }) => b === Number(chosen)) ?? bridges[0];
  const chart = useMemo(
    () => bridge && bridgeChart(comparison, bridge, names, charts),
    [comparison, bridge, names, charts],
  );
  return (
    <>
      <section>
        <h3>{words.title}</h3>
        <Table
          caption={words.caption(scenario.currency)}
          columns={figureColumns(words.columns)}
          rows={candidates.map((candidate, k) => [
            names[k],
            amount(candidate.totalSpend),
            figure(candidate.mean, kind),
            figure(candidate.worstMean, kind),
            chanceFigure(candidate.chanceOfLoss, draws.judging),
            chanceFigure(candidate.chanceBest, draws.judging),
          ])}
          stacks
        />
      </section>
      {against.map((difference) => {
        const [a, b] = [names[0]!, names[difference.b]!];
        const [low, high] = roughRange(difference.simultaneous, kind);
        return (
          <section key={difference.b}>
            <h3>{words.against(a, b)}</h3>
            <dl class="figures" aria-label={words.against(a, b)}>
              <div>
                <dt>{words.mean}</dt>
                <dd>
                  <FigureText {...changeFigure(difference.mean, kind)} />
                  <span class="beside">{words.interval(signed(low), signed(high))}</span>
                </dd>
              </div>
              <div>
                <dt>{words.chance}</dt>
                <dd>
                  <FigureText {...chanceFigure(difference.chanceBetter, draws.judging)} />
                </dd>
              </div>
              <div>
                <dt>{words.worst}</dt>
                <dd>
                  <FigureText {...changeFigure(difference.worstMeanChange, kind)} />
                </dd>
              </div>
            </dl>
            <p class="note">{words.verdict[difference.verdict](a, b)}</p>
          </section>
        );
      })}
      {chart !== undefined && (
        <ChartFigure chart={chart}>
          {bridges.length > 1 && (
            <Choice
              title={views.figure.choose}
              value={chosen}
              onChoose={choose}
              options={bridges.map(({ b }) => ({ value: `${b}`, text: names[b]! }))}
            />
          )}
        </ChartFigure>
      )}
    </>
  );
}
