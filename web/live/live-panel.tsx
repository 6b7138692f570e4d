import type { Report } from '../../src/domain.ts';
import { exact } from '../../src/report/numbers/exact.ts';
import { dotsChart } from '../../src/pictures/charts/dots.tsx';
import type { Look } from '../../src/runs/live.ts';
import { Answers } from '../languages/answers.tsx';
import { useWords } from '../languages/language.ts';
import { Drawing } from '../pictures/chart-figure.tsx';
import { useCell } from '../state/use-cell.ts';
import { LiveFigures } from './live-figures.tsx';
import { Sliders } from './sliders.tsx';
import type { LiveState, LiveStatus } from './live-state.ts';
import { TargetSlider } from './target-slider.tsx';

export interface LivePanelProps {
  readonly live: LiveState;
  /** The last best plan of the scenario, for how far channels may be moved. */
  readonly proven: Report | undefined;
}

/** What the scenario leads to as it is now: figures, the spread of profit, and sliders to try things out with. */
export function LivePanel({ live, proven }: LivePanelProps) {
  const status = useCell(live.status);
  const shown = useCell(live.look);
  if (shown !== undefined) {
    return (
      <Answers>
        <Shown live={live} proven={proven} {...shown} />
      </Answers>
    );
  }
  return status.kind !== 'failed' ? null : (
    <Answers>
      <Failed status={status} />
    </Answers>
  );
}

interface ShownProps extends LivePanelProps {
  readonly look: Look;
  /** It is of what the page shows now. */
  readonly fresh: boolean;
}

function Shown({ live, proven, look, fresh }: ShownProps) {
  const { charts, views } = useWords();
  const words = views.live;
  const status = useCell(live.status);
  const target = useCell(live.target);
  const { report, plan } = look;
  const chart = dotsChart(report, charts, { target, id: 'live-profit' });
  return (
    <section class={`panel live${fresh ? '' : ' dimmed'}`} aria-labelledby="live-title">
      <div class="result-head">
        <h2 id="live-title">{words.title}</h2>
        <p class="live-state">
          {status.kind === 'refused' ? (
            words.refused
          ) : status.kind === 'failed' ? (
            words.failed(status.message)
          ) : (
            <>
              {words.draws(exact(report.draws.judging, 'count'))}
              {status.kind === 'working' && words.refining}
            </>
          )}
        </p>
      </div>
      <LiveFigures report={report} />
      {report.optimization !== undefined && report.plans.length === 1 && (
        <p class="stale" role="status">
          {words.impossible}
        </p>
      )}
      {chart !== undefined && (
        <>
          <p class="caption">{chart.caption}</p>
          <Drawing chart={chart} now />
          <TargetSlider live={live} report={report} />
        </>
      )}
      <p class="note">{words.plans[plan]}</p>
      <Sliders live={live} report={report} proven={proven} />
    </section>
  );
}

function Failed({ status }: { readonly status: Extract<LiveStatus, { readonly kind: 'failed' }> }) {
  const { live: words } = useWords().views;
  return (
    <section class="panel live" aria-label={words.title}>
      <p>{words.failed(status.message)}</p>
    </section>
  );
}
