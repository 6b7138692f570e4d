import { useEffect, useRef, useState } from 'preact/hooks';
import { gapChart } from '../../src/pictures/charts/gap.tsx';
import type { GapAt } from '../../src/pictures/gap-layout.ts';
import { useWords } from '../languages/language.ts';
import { Drawing } from '../pictures/chart-figure.tsx';
import type { Page, RunState } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';

/** Signs of progress that are drawn; of more every other one is left out. */
const MOST = 200;

/** How the proven distance to the best plan closes while a plan is searched. */
export function GapPicture({ page }: { readonly page: Page }) {
  const { charts } = useWords();
  const run = useCell(page.run);
  const gaps = useGaps(run);
  const chart = gapChart(gaps, charts);
  return run.status !== 'running' || chart === undefined ? null : (
    <figure class="gap" aria-label={chart.title}>
      <Drawing chart={chart} now />
    </figure>
  );
}

/** Gaps of the run that is on, by seconds since it began. */
function useGaps(run: RunState): readonly GapAt[] {
  const began = useRef(0);
  const [gaps, setGaps] = useState<readonly GapAt[]>([]);
  const progress = run.status === 'running' ? run.headway?.progress : undefined;
  useEffect(() => {
    if (progress === undefined) {
      began.current = performance.now();
      setGaps([]);
      return;
    }
    if (progress.phase !== 'search' || !(progress.gap < 1)) return;
    const at = { seconds: (performance.now() - began.current) / 1000, gap: progress.gap };
    setGaps((before) => [...(before.length < MOST ? before : before.filter((_, k) => k % 2 === 1)), at]);
  }, [run.status, progress]);
  return gaps;
}
