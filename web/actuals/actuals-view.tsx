import { useEffect, useRef, useState } from 'preact/hooks';
import { download } from '../pictures/download.ts';
import { moveCursor } from '../scenario/move-cursor.ts';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { StudyFrame } from '../studies/study-panel.tsx';
import { ActualsResult } from './actuals-result.tsx';

import { TableField } from './table-field.tsx';
import { useActualsWords } from './use-actuals-words.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** A running plan beside a table of what came of it. */
export function ActualsView({ page, studies }: StudyViewProps) {
  const words = useActualsWords();
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('actuals'));
  const example = useCell(studies.of('exampleActuals'));
  const [table, setTable] = useState(asked?.table ?? '');
  const [isEmpty, setIsEmpty] = useState(false);
  const wantsExample = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const put = (next: string) => {
    setTable(next);
    setIsEmpty(false);
  };
  useEffect(() => {
    if (!wantsExample.current || example.status !== 'done') return;
    wantsExample.current = false;
    put(example.answer!);
  }, [example]);
  const ask = () => {
    const hasTable = table.trim() !== '';
    setIsEmpty(!hasTable);
    if (hasTable) studies.ask('actuals', { text, table }, page.settings.get());
    else field.current?.focus();
  };
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="actuals"
      texts={words}
      isStale={asked?.text !== text || asked.table !== table}
      onAsk={ask}
      onPlace={(line, column) => moveCursor(field.current!, line, column)}
      wishes={
        <TableField
          field={field}
          value={table}
          isEmpty={isEmpty}
          onChange={put}
          onExample={() => {
            wantsExample.current = true;
            studies.ask('exampleActuals', { text }, page.settings.get());
          }}
          onSave={() => download('actuals.csv', new Blob(['\ufeff', table], { type: 'text/csv' }))}
        />
      }
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          <ActualsResult found={answer} />
        </Answer>
      )}
    </StudyFrame>
  );
}
