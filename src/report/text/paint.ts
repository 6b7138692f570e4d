/** What a part of a text is, for hosts that can show it in colour. */
export type Style = 'plain' | 'strong' | 'faint' | 'good' | 'bad' | 'accent';

/** Puts a text into the colour of a style; the columns it takes stay the same. */
export type Paint = (style: Style, text: string) => string;

/** No colour at all. */
export const noPaint: Paint = (_, text) => text;
