import type { TickText } from './axis.ts';
import { BottomAxis, Frame, type PictureProps } from './frame.tsx';
import { layOutNamedBars, THICKNESS, type NamedBar } from './named-bars-layout.ts';
import { NameLines } from './name-lines.tsx';
import { fitLines, textWidth } from './text.ts';

export interface NamedBarsPictureProps extends PictureProps {
  readonly rows: readonly (NamedBar & {
    readonly name: string;
    /** At the right end of the line of the name. */
    readonly text: string;
    /** Colour of the bar; that of a recommended plan where it is left out. */
    readonly tone?: 'gain' | 'loss';
  })[];
  readonly tick: TickText;
  /** Where a line crosses every bar; where the first one begins when it is left out. */
  readonly base?: number;
}

/** Between a name and the figure beside it. */
const GAP = 12;

/** Bars beside a common line, each under its name and figure; with what noise leaves open, and a second value as a ring. */
export function NamedBarsPicture({ rows, tick, base, ...frame }: NamedBarsPictureProps) {
  const { width, theme } = frame;
  const names = rows.map(({ name, text }) => fitLines(name, width - textWidth(text) - GAP));
  const layout = layOutNamedBars(
    rows.map((row, k) => ({ ...row, lines: names[k]!.length })),
    width,
  );
  const { axis, rows: bars, bottom, height } = layout;
  const zero = axis.place(base ?? rows[0]!.from);
  return (
    <Frame {...frame} height={height}>
      <BottomAxis ticks={axis.ticks} text={tick} theme={theme} y={bottom} width={width} />
      {rows.map(({ text, tone }, k) => {
        const { text: line, y, x, width: length, middle, span, mark } = bars[k]!;
        return (
          <g key={k}>
            <NameLines lines={names[k]!} x={0} y={line} />
            <text x={width} y={line} text-anchor="end" fill={theme.faint}>
              {text}
            </text>
            <rect
              x={x}
              y={y}
              width={length}
              height={THICKNESS}
              fill={theme[tone ?? 'recommended']}
              fill-opacity={0.75}
            />
            <line x1={zero} x2={zero} y1={y - 3} y2={y + THICKNESS + 3} stroke={theme.text} />
            {span !== undefined && <line x1={span[0]} x2={span[1]} y1={middle} y2={middle} stroke={theme.text} />}
            {mark !== undefined && (
              <circle cx={mark} cy={middle} r={4.5} fill={theme.paper} stroke={theme.today} stroke-width={2} />
            )}
          </g>
        );
      })}
    </Frame>
  );
}
