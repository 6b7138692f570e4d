/** Colours of a picture. A page gives variables of its style sheet, a report that stands alone gives colours. */
export interface PictureTheme {
  readonly text: string;
  readonly faint: string;
  readonly rule: string;
  readonly today: string;
  readonly recommended: string;
}

export const pageTheme: PictureTheme = {
  text: 'var(--text)',
  faint: 'var(--faint)',
  rule: 'var(--rule)',
  today: 'var(--today)',
  recommended: 'var(--accent)',
};
