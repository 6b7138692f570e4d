import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';
import { layOutGap, type GapAt } from './gap-layout.ts';

export interface GapPictureProps extends PictureProps {
  /** At least one. */
  readonly gaps: readonly GapAt[];
  readonly height: number;
  readonly share: (value: number) => string;
  readonly seconds: (value: number) => string;
  /** Written at the end of the line. */
  readonly label: string;
}

/** How the proven distance to the best plan closes while a plan is searched. */
export function GapPicture({ gaps, height, share, seconds, label, ...frame }: GapPictureProps) {
  const { width, theme } = frame;
  const { path, x, ticks, end, bottom } = layOutGap(gaps, width, height);
  return (
    <Frame {...frame} height={height}>
      <Grid ticks={ticks} text={share} theme={theme} from={0} to={width} />
      <BottomAxis ticks={x.ticks} text={seconds} theme={theme} y={bottom} width={width} />
      <path d={path} fill="none" stroke={theme.recommended} stroke-width={2} />
      <circle cx={end[0]} cy={end[1]} r={4} fill={theme.recommended} />
      <text x={end[0] + 8} y={end[1] + 4} font-weight="600" fill={theme.recommended}>
        {label}
      </text>
    </Frame>
  );
}
