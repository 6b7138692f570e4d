/**
 * Messages in another language, by templates: `{}` stands for a part that varies. What the engine says stays plain
 * text on its way to any face; a language is a table from its templates to its own.
 */

/**
 * English templates and what they become. `{}` is any part of a message, `{#}` one of numbers; in what they become `{}`
 * are the parts in order, or `{2}` is the second.
 */
export type Templates = Readonly<Record<string, string>>;

export interface Joints {
  readonly comma: string;
  readonly and: string;
  readonly or: string;
}

/**
 * A function that says a message by the most specific template that fits. Parts that are themselves messages are
 * translated too; names and what stands in backquotes stay as they are, and so does a message that no template fits.
 *
 * @param joints  between the names of a list: `a`, `b` or `c`
 */
export function translator(templates: Templates, joints: Joints): (message: string) => string {
  const patterns = Object.entries(templates)
    .filter(([template]) => HOLE.test(template))
    .map(([template, said]) => ({ ...patternOf(template), said }))
    .sort((a, b) => b.literal - a.literal);

  /** Spaces that hold a line together are spaces here. */
  function say(text: string): string {
    const message = text.replaceAll('\u00a0', ' ');
    if (Object.hasOwn(templates, message)) return templates[message]!;
    if (LIST.test(message)) return joined(message, joints);
    if (PLACED.test(message)) return message.replaceAll('), ', `)${joints.comma}`);
    for (const { pattern, mark, names, isWeak, said } of patterns) {
      // Most templates are out of the question at a glance, and their patterns are never compiled.
      const parts = message.includes(mark) ? pattern.exec(message)?.slice(1) : undefined;
      if (parts === undefined) continue;
      const inside = parts.map((part, k) => (names[k] === true || part === '' ? part : say(part)));
      if (!isWeak || inside.some((part, k) => part !== parts[k])) return filled(said, inside);
    }
    return text;
  }

  return say;
}

const HOLE = /\{#?\}/;

/** With fewer letters than this a template would fit names of the planner's, such as `TV and radio`. */
const FEW_LETTERS = 4;

/** Two or more names in backquotes, as `listed` writes them. */
const LIST = /^`[^`]*`(?:, `[^`]*`)*(?: (?:and|or) `[^`]*`|, …)$/;

/** Currencies, each with where it is: `USD (ads.csv), CNY (costs.csv)`. */
const PLACED = /^[A-Z]{3} \([^`]+\)(?:, [A-Z]{3} \([^`]+\))+$/;

function joined(list: string, { comma, and, or }: Joints): string {
  return list.replaceAll('` and `', `\`${and}\``).replaceAll('` or `', `\`${or}\``).replaceAll('`, ', `\`${comma}`);
}

interface Pattern {
  readonly pattern: RegExp;
  /** The longest text that every message of the template holds. */
  readonly mark: string;
  /** Which parts stand in backquotes: they are names, and never cut in two. */
  readonly names: readonly boolean[];
  /** Characters that do not vary: the more, the more specific. */
  readonly literal: number;
  /** It says so little itself that it is used only where it has a part that can be said. */
  readonly isWeak: boolean;
}

function patternOf(template: string): Pattern {
  const names: boolean[] = [];
  let quotes = 0;
  const source = template.split(/(\{#?\})/).map((piece) => {
    if (!HOLE.test(piece)) {
      quotes += piece.split('`').length - 1;
      return piece.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
    }
    const isName = quotes % 2 === 1;
    names.push(isName);
    if (piece === '{#}') return String.raw`([\d.,\s-]+)`;
    return isName ? '([^`]*?)' : '((?:`[^`]*`|[^`])*?)';
  });
  const literal = template.replaceAll(/\{#?\}/g, '');
  return {
    pattern: new RegExp(`^${source.join('')}$`, 's'),
    mark: template.split(HOLE).reduce((longest, piece) => (piece.length > longest.length ? piece : longest)),
    names,
    literal: literal.length,
    isWeak: !template.includes('{#}') && literal.replaceAll(/\P{L}/gu, '').length < FEW_LETTERS,
  };
}

function filled(said: string, parts: readonly string[]): string {
  let next = 0;
  return said.replaceAll(/\{(\d*)\}/g, (_, place: string) => parts[place === '' ? next++ : Number(place) - 1] ?? '');
}
