import type { PlanSummary } from '../../src/domain.ts';
import { chanceFigure, figure, type Figure } from '../../src/report/numbers/estimate.ts';
import { useWords } from '../languages/language.ts';
import { useCell } from '../state/use-cell.ts';
import type { LiveState } from './live-state.ts';

/** The main live figures at the lower edge of the window, for who edits far above the panel that has all of them. */
export function LiveStrip({ live }: { readonly live: LiveState }) {
  const { result, views, charts } = useWords();
  const shown = useCell(live.look);
  if (shown === undefined) return null;
  const { report } = shown.look;
  const { currency, goal } = report.scenario;
  const [today, last] = [report.plans[0]!, report.plans.at(-1)!];
  const kind = goal.maximize === 'customers' ? 'count' : 'money';
  const named = result.figures.expected[goal.maximize];
  const expected = kind === 'money' ? result.figures.inCurrency(named, currency) : named;
  const item = (name: string, of: (plan: PlanSummary) => Figure) => (
    <span>
      {name} <strong>{charts.number(of(last).text)}</strong>
      {last !== today && <small>{result.today(charts.number(of(today).text))}</small>}
    </span>
  );
  return (
    <aside class={`live-strip${shown.fresh ? '' : ' old'}`} aria-label={views.live.title}>
      {item(expected, ({ metrics }) => figure(metrics[goal.maximize]!.mean, kind))}
      {item(result.figures.worst, ({ metrics }) => figure(metrics['profit']!.worstMean, 'money'))}
      {item(result.figures.chanceOfLoss, ({ chanceOfLoss, draws }) => chanceFigure(chanceOfLoss, draws))}
    </aside>
  );
}
