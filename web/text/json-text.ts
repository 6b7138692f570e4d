/** How a JSON file is indented and ends; undefined for a text that is not JSON. */
export function jsonStyle(text: string): { readonly indent: string; readonly end: string } | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return { indent: /\n([ \t]+)"/.exec(text)?.[1] ?? '', end: text.endsWith('\n') ? '\n' : '' };
}
