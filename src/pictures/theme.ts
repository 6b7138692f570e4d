/** Colours and type of a picture. A page gives variables of its style sheet, a picture that stands alone gives colours. */
export interface PictureTheme {
  readonly text: string;
  readonly faint: string;
  readonly rule: string;
  /** Behind the picture. */
  readonly paper: string;
  readonly today: string;
  readonly recommended: string;
  readonly gain: string;
  readonly loss: string;
  /** Of channels, in the order of the file; then from the first again. */
  readonly series: readonly [string, ...string[]];
  readonly font: string;
}

/** The style sheet of the page says what these are, in light and in dark. */
export const pageTheme: PictureTheme = {
  text: 'var(--text)',
  faint: 'var(--faint)',
  rule: 'var(--rule)',
  paper: 'var(--panel)',
  today: 'var(--today)',
  recommended: 'var(--accent)',
  gain: 'var(--fine)',
  loss: 'var(--error)',
  series: [
    'var(--series-1)',
    'var(--series-2)',
    'var(--series-3)',
    'var(--series-4)',
    'var(--series-5)',
    'var(--series-6)',
    'var(--series-7)',
    'var(--series-8)',
  ],
  font: 'inherit',
};

/** For print and for files: dark on white, in fonts that any machine has. */
export const paperTheme: PictureTheme = {
  text: '#16202b',
  faint: '#55616e',
  rule: '#d8dee5',
  paper: '#ffffff',
  today: '#6a5d4d',
  recommended: '#1d4f91',
  gain: '#1d6b45',
  loss: '#a3210f',
  series: ['#1d4f91', '#c4642d', '#2f8062', '#8a5a9e', '#b08a1e', '#3b8ea5', '#a8455f', '#66727f'],
  font: "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
};

/** The same on a dark ground. */
export const darkTheme: PictureTheme = {
  ...paperTheme,
  text: '#e5eaf0',
  faint: '#9ba8b6',
  rule: '#2d3640',
  paper: '#171c22',
  today: '#c9b79c',
  recommended: '#8ab6f2',
  gain: '#7fcfa4',
  loss: '#ff9c8a',
  series: ['#8ab6f2', '#f0a06e', '#7fcfa4', '#c9a3dc', '#e0c25c', '#7cc8de', '#f099ae', '#a9b5c2'],
};

/** The colour of the nth channel. */
export function seriesColor({ series }: PictureTheme, n: number): string {
  return series[n % series.length]!;
}
