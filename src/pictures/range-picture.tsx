import type { RangePlaces } from './range-layout.ts';
import type { PictureTheme } from './theme.ts';

export interface RangePictureProps {
  /** Unique among the pictures of a document. */
  readonly id: string;
  readonly title: string;
  /** All that the picture tells, in words. */
  readonly description: string;
  /** In percent of the width. */
  readonly bar: RangePlaces;
  readonly theme: PictureTheme;
}

/** A range as a band on its scale, and the plan as a line across it. As wide as its place. */
export function RangePicture({ id, title, description, bar: { from, plan, to }, theme }: RangePictureProps) {
  return (
    <svg class="range" height={20} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <line x1="0%" x2="100%" y1={10} y2={10} stroke={theme.rule} />
      <rect
        x={`${from}%`}
        width={`${to - from}%`}
        y={4}
        height={12}
        fill={theme.recommended}
        fill-opacity={0.22}
        stroke={theme.recommended}
      />
      <line x1={`${plan}%`} x2={`${plan}%`} y1={0} y2={20} stroke={theme.recommended} stroke-width={3} />
    </svg>
  );
}
