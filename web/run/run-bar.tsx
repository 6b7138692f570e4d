import type { RefObject } from 'preact';
import { Answers } from '../languages/answers.tsx';
import { usePageWords } from '../languages/language.ts';
import type { RunWords } from '../languages/dictionary.ts';
import { later } from '../parts/later.tsx';
import { canStop, type Page, type RunState } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { progressText } from './progress-text.ts';
import { Settings } from './settings.tsx';

const GapPicture = later(async () => (await import('./gap-picture.tsx')).GapPicture);

export interface RunBarProps {
  readonly page: Page;
  /** The button that starts it. */
  readonly starter: RefObject<HTMLButtonElement | null>;
  /** A run was asked for that the text's errors do not allow. */
  readonly onRefused: () => void;
}

/** Starts a run, shows how far it is, stops it. */
export function RunBar({ page, starter, onRefused }: RunBarProps) {
  const words = usePageWords().run;
  const run = useCell(page.run);
  const isRunning = run.status === 'running';
  const start = () => {
    if (isRunning) return;
    page.start();
    if (page.run.get().status === 'refused') onRefused();
  };
  const cancel = () => {
    if (!canStop(run)) starter.current?.focus(); // the button that has the focus is about to go
    page.cancel();
  };
  return (
    <section class="panel run" aria-label={words.start}>
      <div class="actions">
        <button type="button" class="primary" ref={starter} aria-disabled={isRunning} onClick={start}>
          {words.start}
        </button>
        {isRunning && (
          <button type="button" onClick={cancel}>
            {canStop(run) ? words.stop : words.cancel}
          </button>
        )}
        <Settings page={page} />
      </div>
      <Progress run={run} text={stateText(run, words)} />
      {isRunning && (
        <Answers>
          <GapPicture page={page} />
        </Answers>
      )}
    </section>
  );
}

/** Takes its room whether a run is on or not, so that nothing moves when one starts. */
function Progress({ run, text }: { readonly run: RunState; readonly text: string }) {
  const words = usePageWords().run;
  const isBad = run.status === 'failed' || run.status === 'refused';
  return (
    <div class="progress">
      {run.status === 'running' && (
        <progress
          aria-label={words.start}
          max={1}
          {...(run.headway === undefined ? {} : { value: run.headway.share })}
        />
      )}
      <p class={isBad ? 'error' : undefined} role={isBad ? 'alert' : undefined}>
        {text}
      </p>
    </div>
  );
}

function stateText(run: RunState, words: RunWords): string {
  if (run.status === 'idle') return '';
  if (run.status === 'failed') return words.failed(run.message);
  if (run.status !== 'running') return words[run.status];
  const { headway } = run;
  if (headway === undefined) return words.starting;
  if (run.stopping && headway.progress.phase !== 'judge') return words.stopping;
  return progressText(headway, words);
}
