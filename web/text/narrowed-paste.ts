import { EditorState, type ChangeSpec } from '@codemirror/state';
import { sharedEnds } from './shared-ends.ts';

/**
 * Of a text that is pasted over another only what differs counts as changed: a scenario that comes back from elsewhere with
 * one number changed is not parsed anew from there on, which for a long one would hold up the page.
 */
export const narrowedPaste = EditorState.transactionFilter.of((paste) => {
  if (!paste.isUserEvent('input.paste')) return paste;
  const changes: ChangeSpec[] = [];
  paste.changes.iterChanges((from, to, _from, _to, inserted) => {
    const [before, next] = [paste.startState.sliceDoc(from, to), inserted.toString()];
    const [start, end] = sharedEnds(before, next);
    changes.push({ from: from + start, to: to - end, insert: next.slice(start, next.length - end) });
  });
  return { changes, selection: paste.newSelection, scrollIntoView: true, userEvent: 'input.paste' };
});
