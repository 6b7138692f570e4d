import type { RefObject } from 'preact';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { FaultText, WithCode } from '../parts/fault-text.tsx';
import { pathLabel } from '../../src/report/languages/field-label.ts';
import type { CellContent, CellFault, Column, Row, Section } from './outline.ts';

export interface InfoBarProps {
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly section: Section;
  readonly row: Row | undefined;
  readonly column: Column | undefined;
  readonly content: CellContent;
  /** In words, what is being typed. */
  readonly echo: string | undefined;
  readonly onFix: (fault: CellFault) => void;
  readonly children: preact.ComponentChildren;
}

/** Below a grid: what the cell in focus means, what is wrong with it, and what can be done with its row. */
export function InfoBar({ bar, section, row, column, content, echo, onFix, children }: InfoBarProps) {
  const { table: words, fields, code } = usePageWords();
  const { say, lang, values } = useSaid();
  const name = row === undefined ? '' : typeof row.key === 'number' ? `${row.key + 1}` : row.key;
  const faults = column === undefined ? (row?.faults ?? []) : [content.fault].flatMap((fault) => fault ?? []);
  const wholeFaults = section.faults;
  const meaning = column?.options?.includes(content.text) === true ? values[content.text] : undefined;
  const said = echo ?? content.words?.[code] ?? meaning;
  return (
    <div class="info-bar" ref={bar} tabIndex={-1}>
      <div class="about-cell">
        <p>
          <strong>{[name, column && pathLabel(column.path, fields)].filter(Boolean).join(' · ')}</strong>{' '}
          {said !== undefined && (
            <span class="echo" aria-live="polite">
              <WithCode text={said} />
            </span>
          )}
          {content.follows && <span class="follows">{words.follows}</span>}
          {content.isForeign && <span class="faint">{words.foreign}</span>}
        </p>
        {[...faults, ...wholeFaults].map((fault) => (
          <p key={fault.message} class={fault.severity}>
            <FaultText message={fault.message} advice={fault.advice} />{' '}
            {fault.fix !== undefined && (
              <button type="button" class="fix" onClick={() => onFix(fault)}>
                {words.fix(fault.fix.label)}
              </button>
            )}
          </p>
        ))}
        {faults.length === 0 && column !== undefined && (
          <p class="faint" lang={lang}>
            <WithCode text={say(column.about)} />
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
