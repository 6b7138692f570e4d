import type { Issue } from '../../errors.ts';

/** Rows of data of one picture, as they were found; nothing is known about them yet. */
export type Dataset = readonly unknown[];

/** A picture of the report: the data of a Vega specification, and the title of its vertical axis where it has one. */
export interface Chart {
  readonly datasets: readonly Dataset[];
  readonly outcomeTitle?: string;
}

export type Charts =
  { readonly ok: true; readonly charts: readonly Chart[] } | { readonly ok: false; readonly issue: Issue };

/** Every picture is handed to the page as `JSON.parse("…")`: a string literal of JSON that holds the specification. */
const CALL = 'JSON.parse(';

/** The pictures of a report, in their order. Nothing of the page is run. */
export function chartsIn(html: string): Charts {
  const charts: Chart[] = [];
  let end = 0;
  for (let at = html.indexOf(CALL); at >= 0; at = html.indexOf(CALL, end)) {
    const start = at + CALL.length;
    end = start;
    if (html[start] !== '"') continue;
    end = endOfString(html, start);
    const specification = end < 0 ? undefined : parsedTwice(html.slice(start, end));
    if (specification === undefined) return { ok: false, issue: unreadable(charts.length + 1) };
    charts.push(chartOf(specification));
  }
  return { ok: true, charts };
}

/** Index after the closing quote of the string literal that opens at `start`; -1 when there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at += 1;
  }
  return -1;
}

/** The object inside JSON inside a string literal; undefined when there is none. */
function parsedTwice(literal: string): object | undefined {
  try {
    const specification: unknown = JSON.parse(String(JSON.parse(literal)));
    return typeof specification === 'object' && specification !== null ? specification : undefined;
  } catch {
    return undefined;
  }
}

function chartOf(specification: object): Chart {
  const datasets = Object.values(childOf(specification, 'datasets') ?? {}).filter((rows) => Array.isArray(rows));
  const layers = childOf(childOf(specification, 'spec'), 'layer');
  const layer: unknown = Array.isArray(layers) ? layers[0] : undefined;
  const title = valueOf(childOf(childOf(layer, 'encoding'), 'y'), 'title');
  return { datasets, ...(typeof title === 'string' ? { outcomeTitle: title } : {}) };
}

/** A field of an object that is itself an object or list. */
function childOf(parent: unknown, name: string): object | undefined {
  const child = valueOf(parent, name);
  return typeof child === 'object' && child !== null ? child : undefined;
}

/** An own field of an object. */
export function valueOf(parent: unknown, name: string): unknown {
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, name)
    ? (parent as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function unreadable(number: number): Issue {
  return {
    severity: 'error',
    path: '',
    message: `picture ${number} of the report cannot be read`,
    advice: 'Take the file as Meridian wrote it, and not one that was edited.',
  };
}
