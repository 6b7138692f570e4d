import type { RefObject } from 'preact';
import type { PlanSummary, Report } from '../../src/domain.ts';
import { chanceFigure, figure, type Figure } from '../../src/report/numbers/estimate.ts';
import { Answers } from '../languages/answers.tsx';
import { useWords } from '../languages/language.ts';
import { useInView } from '../parts/use-in-view.ts';
import { useCell } from '../state/use-cell.ts';
import type { LiveState } from './live-state.ts';

export interface LiveStripProps {
  readonly live: LiveState;
  /** The button that starts a run. */
  readonly starter: RefObject<HTMLButtonElement | null>;
}

/**
 * The main live figures at the lower edge of the window, for who edits far above the panel that has all of them; and the button that
 * starts a run, while it is out of the window itself.
 */
export function LiveStrip({ live, starter }: LiveStripProps) {
  const shown = useCell(live.look);
  return shown === undefined ? null : (
    <Answers>
      <Strip starter={starter} report={shown.look.report} fresh={shown.fresh} />
    </Answers>
  );
}

interface StripProps extends Pick<LiveStripProps, 'starter'> {
  readonly report: Report;
  /** It is of what the page shows now. */
  readonly fresh: boolean;
}

function Strip({ starter, report, fresh }: StripProps) {
  const { result, run, views, charts } = useWords();
  const canStart = useInView(starter);
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
  // As if the button itself were pressed: this one is gone as soon as that one is in view.
  const start = () => {
    starter.current?.scrollIntoView({ block: 'center' });
    starter.current?.focus();
    starter.current?.click();
  };
  return (
    <aside class={`live-strip${fresh ? '' : ' old'}`} aria-label={views.live.title}>
      <p>
        {item(expected, ({ metrics }) => figure(metrics[goal.maximize]!.mean, kind))}
        {item(result.figures.worst, ({ metrics }) => figure(metrics['profit']!.worstMean, 'money'))}
        {item(result.figures.chanceOfLoss, ({ chanceOfLoss, draws }) => chanceFigure(chanceOfLoss, draws))}
      </p>
      {!canStart && (
        <button type="button" class="primary" onClick={start}>
          {run.start}
        </button>
      )}
    </aside>
  );
}
