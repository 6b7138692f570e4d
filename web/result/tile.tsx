import type { ComponentChildren } from 'preact';

export interface TileProps {
  readonly name: string;
  /** Below the figure, smaller. */
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}

/** One of the key figures. */
export function Tile({ name, note, children }: TileProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <span class="beside">{note}</span>}
      </dd>
    </div>
  );
}
