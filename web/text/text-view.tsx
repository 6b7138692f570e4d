import type { RefObject } from 'preact';
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import { placesOf } from '../../src/scenario/text/place.ts';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { Editor } from '../scenario/editor.tsx';
import { moveCursor } from '../scenario/move-cursor.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import type { Mirror } from './code-mirror.ts';

/** What others may ask of the text. */
export interface TextHandle {
  go(line: number, column: number): void;
}

export interface TextViewProps {
  readonly page: Page;
  readonly handle: RefObject<TextHandle | null>;
}

/** Narrower than this the system's own text field is the better editor. */
const NARROW = '(width < 640px)';

/** The text of the selected scenario: in a plain field until the editor has been fetched. */
export function TextView({ page, handle }: TextViewProps) {
  const words = usePageWords().scenario;
  const { say, editor: phrases } = useSaid();
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [mirror, setMirror] = useState<Mirror>();
  const { issues } = useCell(page.findings);
  const isReadOnly = useCell(page.viewOnly);

  useEffect(() => {
    if (matchMedia(NARROW).matches) return;
    let opened: Mirror | undefined;
    let unwatch: (() => void) | undefined;
    let isOver = false;
    const open = async () => {
      const { openMirror } = await import('./code-mirror.ts');
      if (isOver) return;
      // Who is writing already goes on where they are.
      const field = area.current;
      const cursor = field !== null && document.activeElement === field ? field.selectionStart : undefined;
      opened = openMirror({
        host: host.current!,
        text: page.text.get(),
        label: words.text,
        describedBy: words.leave,
        isReadOnly,
        say,
        phrases,
        onEdit: (text) => page.edit(text, 'typing'),
      });
      // At once: an edit made elsewhere may be on its way.
      unwatch = page.text.watch(() => opened?.show(page.text.get()));
      setMirror(opened);
      if (cursor === undefined) return;
      const { line, column } = placesOf(page.text.get())(cursor);
      requestAnimationFrame(() => opened?.go(line, column));
    };
    // Without a network, before it was ever fetched, the plain field stays.
    open().catch(() => undefined);
    return () => {
      isOver = true;
      unwatch?.();
      setMirror(undefined);
      opened?.close();
    };
  }, [page, words, say, phrases, isReadOnly]);
  useEffect(
    () =>
      mirror?.mark(
        issues.map(({ message, advice, ...place }) => ({
          ...place,
          message: say(message),
          ...(advice === undefined ? {} : { advice: say(advice) }),
        })),
      ),
    [mirror, issues, say],
  );
  useImperativeHandle(
    handle,
    () => ({
      go(line, column) {
        if (mirror !== undefined) mirror.go(line, column);
        else if (area.current !== null) moveCursor(area.current, line, column);
      },
    }),
    [mirror],
  );
  return (
    <div class="text-view">
      <div class="mirror" ref={host} hidden={mirror === undefined} />
      {mirror === undefined && (
        <Editor
          area={area}
          text={page.text}
          issues={issues}
          label={words.text}
          describedBy="findings"
          isReadOnly={isReadOnly}
          onEdit={(text) => page.edit(text, 'typing')}
        />
      )}
    </div>
  );
}
