import { isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';

/** An entry of a map or list, and where it stands in the text. */
export interface Part {
  /** Of an entry of a map. */
  readonly key?: ParsedNode | undefined;
  readonly value: ParsedNode | null;
  /**
   * Within braces or brackets, from the first to behind the last character; else whole lines, with comments right above
   * it and behind it, except for what a dash stands before.
   */
  readonly from: number;
  readonly to: number;
  readonly flow: boolean;
}

export function partsOf(node: YAMLMap.Parsed | YAMLSeq.Parsed, text: string): readonly Part[] {
  const flow = node.flow === true;
  const entries = isMap(node)
    ? node.items.map(({ key, value }) => ({ key, value }))
    : node.items.map((value) => ({ value }));
  return entries.map((entry) => {
    const first = 'key' in entry ? entry.key : entry.value;
    const end = Math.max(endOfContent(entry.value), 'key' in entry ? entry.key.range[1] : 0);
    if (flow) return { ...entry, from: first.range[0], to: end, flow };
    const line = startOfLine(text, first.range[0]);
    // The first field of an entry of a list stands behind its dash.
    const isBehindDash = 'key' in entry && text.slice(line, first.range[0]).trim() !== '';
    return {
      ...entry,
      from: isBehindDash ? first.range[0] : commentsAbove(text, line),
      to: endOfLine(text, end),
      flow,
    };
  });
}

/** Behind the last character that is no comment and no empty line. */
export function endOfContent(node: ParsedNode | null): number {
  if (node === null) return 0;
  if (!(isMap(node) || isSeq(node)) || node.flow === true) return node.range[1];
  const last = node.items.at(-1);
  if (last === undefined) return node.range[1];
  if ('key' in last) return Math.max(endOfContent(last.value), last.key.range[1]);
  return endOfContent(last);
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Start of the first of the lines right above that hold nothing but a comment, as far in as this one. */
function commentsAbove(text: string, line: number): number {
  const indent = /^[ -]*/.exec(text.slice(line, line + 200))![0].length;
  let from = line;
  while (from > 0) {
    const above = startOfLine(text, from - 1);
    const comment = /^( *)#/.exec(text.slice(above, from));
    if (comment === null || comment[1]!.length > indent) return from;
    from = above;
  }
  // Comments from the first line on are about the file, not about its first field.
  return line;
}
