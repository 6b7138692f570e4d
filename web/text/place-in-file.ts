/** Where in a scenario one is typing: enough of YAML to offer what can stand there, in a text that is not finished. */
export interface PlaceInFile {
  /** Names from the file down to the fields around the place; places in lists are left out. */
  readonly path: readonly string[];
  /** The field whose value is typed; without it a name is. */
  readonly field?: string;
  /** What is typed so far begins here. */
  readonly from: number;
}

/** @param at  characters before the cursor */
export function placeInFile(text: string, at: number): PlaceInFile {
  const start = text.slice(0, at).lastIndexOf('\n') + 1;
  const line = text.slice(start, at);
  const outer = fieldsAround(text.slice(0, start), indentOf(line));
  const { path, field, from } = withinLine(line);
  return { path: [...outer, ...path], ...(field === undefined ? {} : { field }), from: start + from };
}

/** The names of the fields that a line with this indent stands in. */
function fieldsAround(before: string, indent: number): readonly string[] {
  const names: string[] = [];
  let limit = indent;
  const lines = before.split('\n');
  for (let k = lines.length - 1; k >= 0 && limit > 0; k--) {
    const line = lines[k]!;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const deep = indentOf(line);
    const name = /^[\s-]*([^\s:#{}[\],][^:#{}[\],]*):/.exec(line)?.[1];
    if (deep >= limit || name === undefined) continue;
    names.unshift(name.trim());
    // Fields behind a dash belong to what holds the list.
    limit = Math.min(deep, line.search(/\S/));
  }
  return names;
}

/** Columns before the name of a line; a dash counts as one. */
function indentOf(line: string): number {
  return /^[\s-]*/.exec(line)![0].length;
}

interface WithinLine {
  readonly path: readonly string[];
  readonly field: string | undefined;
  readonly from: number;
}

/** Braces that are open at the end of the line, and the field after the last of them. */
function withinLine(line: string): WithinLine {
  const path: string[] = [];
  let field: string | undefined;
  let from = indentOf(line);
  const marks: string[] = [];
  for (const { 0: mark, index } of line.matchAll(/\{|\}|\[|\]|,|:(?=\s|$)|"[^"]*"?|'[^']*'?/g)) {
    if (mark === '{' || mark === '[') {
      marks.push(mark);
      if (field !== undefined) path.push(field);
      else path.push('');
      field = undefined;
    } else if (mark === '}' || mark === ']') {
      marks.pop();
      field = path.pop();
    } else if (mark === ',') {
      field = undefined;
    } else if (mark === ':') {
      field = line.slice(from, index).trim();
    } else {
      continue;
    }
    from = index + 1 + /^\s*/.exec(line.slice(index + 1))![0].length;
  }
  return {
    path: path.filter((name) => name !== ''),
    field: marks.at(-1) === '[' && field === undefined ? path.at(-1) : field,
    from,
  };
}
