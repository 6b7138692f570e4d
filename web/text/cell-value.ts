import { isCollection, isScalar, parseDocument } from 'yaml';

/**
 * What a text typed into a cell stands for: fields in braces, a list in brackets, a number, true or false, or a text.
 * It is read as it would be in the file, except that nothing in it is taken for a comment, a mark or a name.
 */
export function valueOfCell(typed: string): unknown {
  const text = typed.trim();
  const document = parseDocument(text, { logLevel: 'error', prettyErrors: false, version: '1.2' });
  const { contents, errors, warnings } = document;
  if (errors.length > 0 || warnings.length > 0 || contents === null) return text;
  if (isCollection(contents))
    return contents.flow === true && contents.range[1] === text.length ? document.toJS() : text;
  if (!isScalar(contents) || contents.range[1] !== text.length || contents.tag !== undefined) return text;
  // `~` and `null` are nothing to the file; who types them means a text.
  return contents.value === null || contents.anchor !== undefined || text.startsWith('|') ? text : contents.value;
}

/**
 * Ways to write what was typed, likeliest first; which of them says the same in its place has to be tried. Within
 * braces or brackets a text with a comma needs quotes, before a colon one with a colon.
 */
export function sourcesOf(typed: string): readonly string[] {
  const text = typed.trim().replaceAll(/\s*\n\s*/g, ' ');
  const value = valueOfCell(text);
  if (typeof value === 'object') return [text];
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return [text, `'${plain.replaceAll("'", "''")}'`, JSON.stringify(value)];
}

/** A name as it is written before a colon. */
export function nameSources(name: string): readonly string[] {
  return [name, `'${name.replaceAll("'", "''")}'`, JSON.stringify(name)];
}
