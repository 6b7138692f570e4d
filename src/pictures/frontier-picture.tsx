import type { TickText } from './axis.ts';
import { BottomAxis, Frame, Grid, type PictureProps } from './frame.tsx';
import { layOutFrontier, type FrontierInput } from './frontier-layout.ts';

export interface FrontierPictureProps extends PictureProps, Omit<FrontierInput, 'width'> {
  readonly tick: TickText;
  /** What the axis across is. */
  readonly across: string;
}

/** The best plans as a line, with names where they have one; other plans as hollow points. */
export function FrontierPicture({ points, beside, listed, height, tick, across, ...frame }: FrontierPictureProps) {
  const { width, theme } = frame;
  const layout = layOutFrontier({ points, beside, listed, width, height });
  const label = ({ x, labelY, anchor, label }: (typeof layout.points)[number]) =>
    label === undefined ? null : (
      <text x={x + (anchor === 'start' ? 8 : -8)} y={labelY} text-anchor={anchor} font-weight="600">
        {label}
      </text>
    );
  return (
    <Frame {...frame} height={height}>
      <Grid ticks={layout.y.ticks} text={tick} theme={theme} from={0} to={width} />
      <BottomAxis ticks={layout.x.ticks} text={tick} theme={theme} y={layout.bottom} width={width} />
      <text x={width} y={height - 4} text-anchor="end" fill={theme.faint}>
        {across}
      </text>
      <path d={layout.path} fill="none" stroke={theme.recommended} stroke-width={2} />
      {layout.points.map((point, k) => (
        <g key={k} fill={theme.recommended}>
          <circle cx={point.x} cy={point.y} r={4.5} />
          {label(point)}
        </g>
      ))}
      {layout.beside.map((point, k) => (
        <g key={k} fill={theme.today}>
          <circle cx={point.x} cy={point.y} r={5} fill={theme.paper} stroke={theme.today} stroke-width={2} />
          {label(point)}
        </g>
      ))}
    </Frame>
  );
}
