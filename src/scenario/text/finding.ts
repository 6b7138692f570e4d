import type { Issue } from '../../errors.ts';

/** Something to say about a place in the text, before places are turned into lines and columns. */
export interface Finding {
  readonly severity: Issue['severity'];
  /** Characters before the place. */
  readonly at: number;
  readonly path: string;
  readonly message: string;
  readonly advice?: string;
}

/** From the whole value to a part of it: names and places in lists. */
export type Path = readonly (string | number)[];

/** As a planner would say it: `channels.search.price.cpc`, `limits[0].min`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
