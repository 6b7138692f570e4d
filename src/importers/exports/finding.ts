/** What was found out about the data: something to know of, or something to look into. */
export interface Finding {
  /** Stable, for those who read findings by program: `DUP_ROWS`. */
  readonly code: string;
  readonly level: 'information' | 'warning';
  /** One sentence, without personal data. */
  readonly text: string;
}

export function told(code: string, text: string): Finding {
  return { code, level: 'information', text };
}

export function warned(code: string, text: string): Finding {
  return { code, level: 'warning', text };
}
