/** The worker that changes single fields of texts. */
import { editText } from './edit.ts';
import { type TextEdit } from './text-edit.ts';

export interface EditQuestion {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** No text: the edits cannot be made. */
export interface EditAnswer {
  readonly text?: string;
}

addEventListener('message', ({ data }: MessageEvent<EditQuestion>) => {
  const text = editText(data.text, data.edits);
  postMessage((text === undefined ? {} : { text }) satisfies EditAnswer);
});
