/** What fields are called, from their names in the file and the words of a language. */
export interface FieldWords {
  /** By name in the file; one that is not here is made of its letters. */
  readonly words: Readonly<Record<string, string>>;
  /** Between two stages of a funnel. */
  readonly arrow: string;
}

/** `click → customer` for `clickToCustomer`, `order value` for `orderValue`, the planner's own names as they are. */
export function fieldLabel(name: string, { words, arrow }: FieldWords): string {
  const known = Object.hasOwn(words, name) ? words[name] : undefined;
  if (known !== undefined) return known;
  const step = /^(.+?)To(?=\p{Lu})(.+)$/u.exec(name);
  if (step !== null) {
    const [from, to] = [step[1]!, step[2]!].map((stage) =>
      fieldLabel(stage[0]!.toLowerCase() + stage.slice(1), { words, arrow }),
    );
    return `${from}${arrow}${to}`;
  }
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(name)
    ? name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : name;
}

/** The same for a field within others: `repeat · rate`. */
export function pathLabel(path: readonly string[], words: FieldWords): string {
  return path.map((part) => fieldLabel(part, words)).join(' · ');
}
