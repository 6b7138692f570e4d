import type { ImportWords, Saying } from './languages/words.ts';

/** What was found out about the data: something to know of, or something to look into. */
export interface Finding {
  /** Stable, for those who read findings by program: `DUP_ROWS`. */
  readonly code: string;
  readonly level: 'information' | 'warning';
  /** One sentence, without personal data. */
  readonly text: string;
  /** What the command line takes to change it, as a sentence. */
  readonly option?: string;
}

/** The same before it is known in which language it is said. */
export interface Found extends Pick<Finding, 'code' | 'level'> {
  readonly say: Saying;
  readonly option?: Saying;
}

export function told(code: string, say: Saying, option?: Saying): Found {
  return { code, level: 'information', say, ...(option === undefined ? {} : { option }) };
}

export function warned(code: string, say: Saying, option?: Saying): Found {
  return { code, level: 'warning', say, ...(option === undefined ? {} : { option }) };
}

export function findingIn({ code, level, say, option }: Found, words: ImportWords): Finding {
  return { code, level, text: say(words), ...(option === undefined ? {} : { option: option(words) }) };
}
