import { useRef, useState } from 'preact/hooks';
import { TextField } from '../parts/text-field.tsx';
import { moveCursor } from '../scenario/move-cursor.ts';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { StudyFrame } from '../studies/study-panel.tsx';
import { useVerifyWords } from './use-verify-words.ts';
import { VerifyResult } from './verify-result.tsx';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** A recorded decision, run again and compared. */
export function VerifyView({ page, studies }: StudyViewProps) {
  const words = useVerifyWords();
  const { text: record } = useCell(page.record);
  const { answer, asked } = useCell(studies.of('verified'));
  const [isEmpty, setIsEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { record: label, drop, hint, open, tooLarge } = words;
  const ask = () => {
    const hasRecord = record.trim() !== '';
    setIsEmpty(!hasRecord);
    if (hasRecord) studies.ask('verified', { record }, page.settings.get());
    else field.current?.focus();
  };
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="verified"
      texts={words}
      isStale={asked?.record !== record}
      isOfScenario={false}
      onAsk={ask}
      onPlace={(line, column) => moveCursor(field.current!, line, column)}
      wishes={
        <TextField
          field={field}
          value={record}
          words={{ label, drop, hint, open, tooLarge }}
          accept=".json,.txt"
          fault={isEmpty && record.trim() === '' ? words.empty : undefined}
          onChange={(text) => page.record.set({ text })}
        />
      }
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={[]}>
          <VerifyResult found={answer} />
        </Answer>
      )}
    </StudyFrame>
  );
}
