/** Changes single fields of texts in a worker, one after the other. */
import { openThread } from '../engine/thread.ts';
import type { TextEdit } from './text-edit.ts';
import type { EditAnswer, EditQuestion } from './editor.worker.ts';

export interface TextEditor {
  /** The text after the edits; undefined when they cannot be made. */
  edit(text: string, edits: readonly TextEdit[]): Promise<string | undefined>;
}

export function openTextEditor(create: () => Worker): TextEditor {
  let waiting: readonly ((text: string | undefined) => void)[] = [];
  const thread = openThread<EditQuestion, EditAnswer>(create, {
    onMessage: ({ text }) => {
      const [first, ...others] = waiting;
      waiting = others;
      first?.(text);
    },
    onDeath: () => {
      const forgotten = waiting;
      waiting = [];
      for (const answer of forgotten) answer(undefined);
    },
  });
  return {
    edit: (text, edits) =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        thread.post({ text, edits });
      }),
  };
}
