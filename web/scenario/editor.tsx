import type { RefObject } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Issue } from '../../src/errors.ts';
import type { Cell } from '../state/cell.ts';
import { useCell } from '../state/use-cell.ts';

export interface EditorProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: Cell<string>;
  readonly issues: readonly Issue[];
  readonly label: string;
  /** Id of what is said about the text. */
  readonly describedBy: string;
  readonly isReadOnly: boolean;
  readonly onEdit: (text: string) => void;
}

/** Pixels; as in the style sheet. */
const LINE = 20;
const PADDING = 8;

/** A text with numbered lines, and marks at the lines that have issues. */
export function Editor({ area, text, issues, label, describedBy, isReadOnly, onEdit }: EditorProps) {
  const value = useCell(text);
  const lines = useMemo(() => countLines(value), [value]);
  const marks = useMemo(() => marksOf(issues), [issues]);
  const [view, setView] = useState({ top: 0, height: 0 });

  useEffect(() => {
    const element = area.current!;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [area]);

  // Only the lines in view are drawn: a file may have twenty thousand.
  const first = Math.max(1, Math.floor((view.top - PADDING) / LINE) + 1);
  const last = Math.min(lines, first + Math.ceil(view.height / LINE) + 1);
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);
  const top = PADDING + (first - 1) * LINE - view.top;
  return (
    <div class="editor">
      <div class="gutter" aria-hidden="true" style={{ width: `${String(lines).length + 3}ch` }}>
        <ol style={{ top: `${top}px` }}>
          {shown.map((line) => (
            <li key={line} class={marks.get(line)}>
              {line}
            </li>
          ))}
        </ol>
      </div>
      <div class="writing">
        <div class="bands" aria-hidden="true">
          {shown
            .filter((line) => marks.has(line))
            .map((line) => (
              <span key={line} class={marks.get(line)} style={{ top: `${top + (line - first) * LINE}px` }} />
            ))}
        </div>
        <textarea
          ref={area}
          value={value}
          readOnly={isReadOnly}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={issues.some(({ severity }) => severity === 'error')}
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          onInput={({ currentTarget }) => onEdit(currentTarget.value)}
        />
      </div>
    </div>
  );
}

/** The worst severity by line. */
function marksOf(issues: readonly Issue[]): ReadonlyMap<number, Issue['severity']> {
  const marks = new Map<number, Issue['severity']>();
  for (const { line, severity } of issues) {
    if (line !== undefined && marks.get(line) !== 'error') marks.set(line, severity);
  }
  return marks;
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
