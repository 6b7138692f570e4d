import { list, text } from './leaf.ts';

export const MOST_CHANNELS = 200;

/** A channel, segment or resource that stands elsewhere in the file. */
export const reference = (about: string) => text(about, 80);

export const channelList = (about: string, least: number) =>
  list(about, reference('Name of a channel.'), { least, most: MOST_CHANNELS });
