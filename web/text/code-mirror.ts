/** The text editor proper: highlighting, completion, marks at mistakes. Fetched when the text is first looked at. */
import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import schemaUrl from '../../scenarios/apportion.schema.json?url';
import type { Issue } from '../../src/errors.ts';
import { narrowedPaste } from './narrowed-paste.ts';
import { placeInFile } from './place-in-file.ts';
import { sharedEnds } from './shared-ends.ts';
import { suggestionsAt, type Schema } from './suggestions.ts';

export interface MirrorSetting {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly describedBy: string;
  readonly isReadOnly: boolean;
  /** Help for fields, in the page's language. */
  readonly say: (text: string) => string;
  /** The editor's own texts, by what they are in English. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly onEdit: (text: string) => void;
}

export interface Mirror {
  /** Shows another text, with the cursor where it was as far as the text is the same there. */
  show(text: string): void;
  mark(issues: readonly Issue[]): void;
  /** @param line, column  from 1 */
  go(line: number, column: number): void;
  close(): void;
}

/**
 * Opens an editor within `host`, in a shadow tree: there its styles are sheets of their own, which the page's content
 * security policy allows, where it would refuse style elements.
 */
export function openMirror({
  host,
  text,
  label,
  describedBy,
  isReadOnly,
  say,
  phrases,
  onEdit,
}: MirrorSetting): Mirror {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  let isShowing = false;
  let isTelling = false;
  /** What is to be shown as soon as what is typed has been. */
  let wanted: string | undefined;
  const view = new EditorView({
    parent: root,
    root,
    dispatchTransactions(transactions) {
      if (!isShowing && transactions.some(({ docChanged }) => docChanged)) {
        // Before it is drawn, which takes a while: who answers begins meanwhile.
        isTelling = true;
        try {
          onEdit(transactions.at(-1)!.newDoc.toString());
        } finally {
          isTelling = false;
        }
      }
      view.update(transactions);
      if (wanted !== undefined) show(wanted);
    },
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        bracketMatching(),
        search({ top: true }),
        indentUnit.of('  '),
        yaml(),
        syntaxHighlighting(colours),
        autocompletion({ override: [(context) => complete(context, say)] }),
        // Undo is the page's, for all views. Escape, then Tab, leaves the editor.
        keymap.of([...completionKeymap, ...searchKeymap, ...lintKeymap, ...defaultKeymap, indentWithTab]),
        EditorState.readOnly.of(isReadOnly),
        narrowedPaste,
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({
          tabindex: '0',
          'aria-label': label,
          'aria-description': describedBy,
          spellcheck: 'false',
        }),
        look,
      ],
    }),
  });
  const show = (next: string) => {
    wanted = isTelling ? next : undefined;
    const before = view.state.doc.toString();
    if (isTelling || before === next) return;
    const [from, end] = sharedEnds(before, next);
    isShowing = true;
    view.dispatch({ changes: { from, to: before.length - end, insert: next.slice(from, next.length - end) } });
    isShowing = false;
  };
  return {
    show,
    mark: (issues) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          issues.flatMap((issue) => diagnosticOf(issue, view.state)),
        ),
      ),
    go(line, column) {
      const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      const at = Math.min(to, from + column - 1);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

function diagnosticOf(
  { line, column = 1, severity, path, message, advice }: Issue,
  { doc }: EditorState,
): Diagnostic[] {
  if (line === undefined || line > doc.lines) return [];
  const { from, to, text } = doc.line(line);
  const at = Math.min(to, from + column - 1);
  const length = /^[^\s,{}[\]#]*/.exec(text.slice(at - from))![0].length;
  const said = [path === '' ? message : `${path} ${message}`, advice].filter((part) => part !== undefined).join('\n');
  return [{ from: at, to: Math.min(to, at + Math.max(1, length)), severity, message: said }];
}

let schema: Promise<Schema> | undefined;

async function complete(
  { state, pos, explicit }: CompletionContext,
  say: MirrorSetting['say'],
): Promise<CompletionResult | null> {
  const place = placeInFile(state.doc.toString(), pos);
  if (!explicit && place.from === pos && place.field === undefined) return null;
  schema ??= fetch(schemaUrl).then((answer) => answer.json() as Promise<Schema>);
  const found = suggestionsAt(place, await schema);
  return {
    from: place.from,
    options: found.map(({ label, about, kind }) => ({
      label,
      info: say(about),
      type: kind === 'name' ? 'property' : 'constant',
      apply: kind === 'name' ? `${label}: ` : label,
    })),
    validFor: /^[\p{L}\p{N}_-]*$/u,
  };
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--faint)', fontStyle: 'italic' },
  { tag: [tags.number, tags.bool], color: 'var(--fine)' },
  { tag: tags.string, color: 'var(--text)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--sunken)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--faint)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 26%, transparent)',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--panel)',
    color: 'var(--text)',
    border: '1px solid var(--strong-rule)',
    whiteSpace: 'pre-wrap',
    maxWidth: '52ch',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-panels input, .cm-panels button': {
    color: 'var(--text)',
    backgroundColor: 'var(--panel)',
    backgroundImage: 'none',
  },
});
