import type { Outline, Row } from '../table/outline.ts';

function channelRows(outline: Outline | undefined): readonly Row[] {
  return outline?.sections.find(({ name }) => name === 'channels')?.rows ?? [];
}

/** The channels of a scenario by name, with what the planner calls them. */
export function channelsOf(outline: Outline | undefined): readonly { readonly name: string; readonly label: string }[] {
  return channelRows(outline).map(({ key, cells }) => ({ name: `${key}`, label: cells['label']?.text ?? `${key}` }));
}

/** Whether any channel has a pilot that was run. */
export function hasPilots(outline: Outline | undefined): boolean {
  return channelRows(outline).some(({ cells }) => Object.keys(cells).some((key) => key.startsWith('pilot.')));
}
