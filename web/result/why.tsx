import type { ChannelReason, LimitName, Report } from '../../src/domain.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';

export interface WhyProps {
  readonly report: Report;
  readonly reason: ChannelReason;
}

/** Why a channel gets what it gets: a few words, and on request a sentence. */
export function Why({ report, reason }: WhyProps) {
  const { result, views } = useWords();
  const limitText = (by: LimitName) =>
    withoutName(result.limits.name(report, by), [channelLabel(report, reason.channel), reason.channel]);
  return (
    <details class={`why ${reason.kind === 'held' || reason.kind === 'wish' ? 'binding' : ''}`}>
      <summary>{reason.kind === 'held' ? views.why.held(limitText(reason.by)) : views.why.chip[reason.kind]}</summary>
      <p>{result.reasons.text(report, reason)}</p>
    </details>
  );
}

/** The channel stands in the same row. */
function withoutName(limit: string, names: readonly string[]): string {
  const name = names.find((each) => limit.startsWith(each));
  return name === undefined ? limit : limit.slice(name.length).replace(/^[,：]\s*/, '');
}
