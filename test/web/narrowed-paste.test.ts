import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowedPaste } from '../../web/text/narrowed-paste.ts';

/** What comes of pasting over a part of a text, and how many characters of it count as changed. */
function pasted(doc: string, from: number, to: number, insert: string) {
  const state = EditorState.create({ doc, extensions: [narrowedPaste] });
  const { newDoc, changes, newSelection } = state.update({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.paste',
  });
  let touched = 0;
  changes.iterChanges((start, end, _start, _end, inserted) => (touched += end - start + inserted.length));
  return { text: newDoc.toString(), touched, cursor: newSelection.main.head };
}

describe('a paste over a text', () => {
  it('changes nothing but what differs', () => {
    const doc = 'budget: { total: 100k }\nname: Spring\n';
    const next = doc.replace('100k', '150k');
    expect(pasted(doc, 0, doc.length, next)).toEqual({ text: next, touched: 2, cursor: next.length });
    expect(pasted(doc, 0, doc.length, doc).touched).toBe(0);
  });

  it('leaves the text and the cursor that the paste would have left', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (doc, insert, a, b) => {
        const [from, to] = [a % (doc.length + 1), b % (doc.length + 1)].toSorted((x, y) => x - y) as [number, number];
        const { text: got, cursor } = pasted(doc, from, to, insert);
        expect([got, cursor]).toEqual([doc.slice(0, from) + insert + doc.slice(to), from + insert.length]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
