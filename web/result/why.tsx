import type { ChannelReason, Report } from '../../src/domain.ts';
import { useWords } from '../languages/language.ts';

export interface WhyProps {
  readonly report: Report;
  readonly reason: ChannelReason;
}

/** Why a channel gets what it gets: a few words, and on request a sentence. */
export function Why({ report, reason }: WhyProps) {
  const { result, views } = useWords();
  return (
    <details class={`why ${reason.kind === 'held' || reason.kind === 'wish' ? 'binding' : ''}`}>
      <summary>{reason.kind === 'held' ? views.why.held(reason.by.name) : views.why.chip[reason.kind]}</summary>
      <p>{result.reasons.text(report, reason)}</p>
    </details>
  );
}
