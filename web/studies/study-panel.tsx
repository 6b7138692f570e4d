import type { ComponentChildren } from 'preact';
import { useWords } from '../languages/language.ts';
import type { StudyWords } from '../languages/views.ts';
import { progressText } from '../run/progress-text.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { IssueList, type IssueListProps } from './issue-list.tsx';
import type { Study, Studies } from './studies.ts';
import type { StudyKind } from './wire.ts';

export interface StudyPanelProps extends Omit<StudyFrameProps, 'kind' | 'texts'> {
  readonly kind: keyof StudyWords['ask'];
}

/** A study with a view of its own. */
export function StudyPanel({ kind, ...rest }: StudyPanelProps) {
  const { tabs, views } = useWords();
  const { study } = views;
  return (
    <StudyFrame {...rest} kind={kind} texts={{ title: tabs[kind], about: study.about[kind], ask: study.ask[kind] }} />
  );
}

export interface StudyFrameProps extends Pick<IssueListProps, 'onPlace'> {
  readonly page: Page;
  readonly studies: Studies;
  readonly kind: StudyKind;
  readonly texts: { readonly title: string; readonly about: string; readonly ask: string };
  readonly onAsk: () => void;
  /** Between what the study is about and the button. */
  readonly wishes?: ComponentChildren;
  /** The answer is of another text than that on the page. */
  readonly isStale: boolean;
  /** It is about the scenario on the page, which must be right for it; so it is when left out. */
  readonly isOfScenario?: boolean;
  /** The answer. */
  readonly children: ComponentChildren;
}

/** A study: what it is about, a button that begins it, how far it is, and its answer. */
export function StudyFrame(props: StudyFrameProps) {
  const { page, studies, kind, texts, onAsk, onPlace, wishes, isStale, isOfScenario = true, children } = props;
  const { views } = useWords();
  const words = views.study;
  const study = useCell<Study<StudyKind>>(studies.of(kind));
  const { issues } = useCell(page.findings);
  const hasErrors = isOfScenario && issues.some(({ severity }) => severity === 'error');
  // After a question that was not answered, the answer is that of another one.
  const isOther = isStale || study.status === 'refused' || study.status === 'failed';
  const isOn = study.status === 'waiting' || study.status === 'running';
  return (
    <section
      class={`panel study${isOther && study.answer !== undefined ? ' dimmed' : ''}`}
      aria-labelledby={`study-${kind}`}
    >
      <h2 id={`study-${kind}`}>{texts.title}</h2>
      <p class="about">{texts.about}</p>
      {wishes}
      <div class="actions">
        <button
          type="button"
          class="primary"
          aria-disabled={isOn || hasErrors}
          onClick={() => !isOn && !hasErrors && onAsk()}
        >
          {texts.ask}
        </button>
        {isOn && (
          <button type="button" onClick={() => studies.cancel(kind)}>
            {words.cancel}
          </button>
        )}
      </div>
      <StudyState study={study} onPlace={onPlace} />
      {isStale && study.answer !== undefined && (
        <p class="stale" role="status">
          {words.stale}
        </p>
      )}
      {children}
    </section>
  );
}

interface StudyStateProps extends Pick<IssueListProps, 'onPlace'> {
  readonly study: Study<StudyKind>;
}

/** How far a study is, or why it was not done. */
export function StudyState({ study, onPlace }: StudyStateProps) {
  const { run, views } = useWords();
  const words = views.study;
  const { status, headway, issues = [], message } = study;
  if (status === 'waiting') return <p class="study-state">{words.waiting}</p>;
  if (status === 'running') {
    return <p class="study-state">{headway === undefined ? words.running : progressText(headway, run)}</p>;
  }
  if (status === 'failed') {
    return (
      <p class="error" role="alert">
        {words.failed(message ?? '')}
      </p>
    );
  }
  if (status !== 'refused') return null;
  return (
    <div class="error" role="alert">
      {words.refused}
      <IssueList issues={issues} onPlace={onPlace} />
    </div>
  );
}
