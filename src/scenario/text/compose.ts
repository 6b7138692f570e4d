import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';
import type { Finding } from './finding.ts';
import { DEEPEST_NESTING } from './limits.ts';

/** Mistakes after these are most likely consequences of them. */
const MOST_STRAY_TOKENS = 20;

export type Composed =
  { readonly ok: true; readonly document: Document.Parsed } | { readonly ok: false; readonly finding: Finding };

/**
 * The tree of a YAML 1.2 (or JSON) text. The parser is stopped as soon as the text is nested too deeply, which would
 * exhaust the stack, or has more than one document.
 *
 * @param deepest  how many names and lists may stand within each other
 */
export function compose(text: string, deepest = DEEPEST_NESTING): Composed {
  let stopped: Finding | undefined;
  // The parser compares every name with all before it; `values.ts` looks for names given twice in linear time.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'error', version: '1.2' });
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(tokens(), true, text.length)) {
    if (first !== undefined) {
      const message = 'a file holds one scenario, but a second document starts here';
      const advice = 'Delete the `---` or `...` before it, or move it to a file of its own.';
      return { ok: false, finding: { severity: 'error', at: document.range[0], path: '', message, advice } };
    }
    first = document;
  }
  return stopped === undefined ? { ok: true, document: first! } : { ok: false, finding: stopped };

  function* tokens(): Generator<CST.Token, void> {
    const parser = new Parser();
    let stray = 0;
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) {
        if (token.type === 'directive') {
          const message = 'a line that starts with `%` is not supported';
          stopped ??= { severity: 'error', at: token.offset, path: '', message, advice: 'Delete it.' };
        }
        stray += token.type === 'error' ? 1 : 0;
        yield token;
      }
      if (parser.stack.length > deepest + 1) {
        const message = `the file is nested more than ${deepest} deep`;
        stopped = { severity: 'error', at: parser.offset, path: '', message };
      }
      if (stopped !== undefined || stray > MOST_STRAY_TOKENS) return;
    }
    yield* parser.end();
  }
}
