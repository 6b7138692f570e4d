import { LINE_HEIGHT } from './text.ts';

export interface NameLinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Where the first line stands. */
  readonly y: number;
  readonly bold?: boolean;
}

/** A name on as many lines as it has. */
export function NameLines({ lines, x, y, bold = false }: NameLinesProps) {
  return (
    <>
      {lines.map((line, k) => (
        <text key={k} x={x} y={y + k * LINE_HEIGHT} {...(bold ? { 'font-weight': '600' } : {})}>
          {line}
        </text>
      ))}
    </>
  );
}
