/** What means itself: letters, digits and a few signs. The first says the same of texts without other letters, in no time. */
const PLAIN_ASCII = /^[A-Za-z0-9.%+-][A-Za-z0-9.%+ -]*$/;
const PLAIN = /^[\p{L}\p{N}.%+-][\p{L}\p{N}.%+ -]*$/u;
const ASCII = /^[ -~]*$/;

/** A value of a file on one line, as it could stand in the file: `{ from: 3, to: 5, mass: 80% }`. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => `${flowText(name)}: ${flowText(inner)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  // JSON is YAML for any other text.
  return typeof value === 'string' && !meansItself(value) ? JSON.stringify(value) : String(value);
}

function meansItself(text: string): boolean {
  return PLAIN_ASCII.test(text) || (!ASCII.test(text) && PLAIN.test(text));
}
