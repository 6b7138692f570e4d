/** A value of a file on one line, as it could stand in the file: `{ from: 3, to: 5, mass: 80% }`. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => `${flowText(name)}: ${flowText(inner)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  // A text of letters, digits and a few signs means itself; JSON is YAML for any other.
  return typeof value === 'string' && !/^[\p{L}\p{N}.%+-][\p{L}\p{N}.%+ -]*$/u.test(value)
    ? JSON.stringify(value)
    : String(value);
}
