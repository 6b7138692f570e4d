import { namedIn } from './example-names.ts';
import { sourcedIn } from './example-sources.ts';

/** A scenario that comes with the page. */
export interface Example {
  readonly file: string;
  readonly name: string;
  readonly text: string;
  /** The question it answers: the first paragraph of comments in its file, but for what is said to editors. */
  readonly about: string;
  readonly channels: number;
}

const texts = import.meta.glob<string>('../scenarios/*.yaml', { query: '?raw', import: 'default', eager: true });

/** The one shown first, then the others by file name. */
const FIRST = 'five-channels.yaml';

/** @param code  language of the names and sources in them */
export function examplesIn(code: string): readonly Example[] {
  return Object.entries(texts)
    .map(([path, own]) => {
      const text = sourcedIn(code, namedIn(code, own));
      return {
        file: path.slice(path.lastIndexOf('/') + 1),
        name: nameIn(text),
        text,
        about: aboutIn(text),
        channels: channelsIn(text),
      };
    })
    .sort((a, b) => Number(b.file === FIRST) - Number(a.file === FIRST));
}

/** The name a scenario gives itself; the examples have it on a line of its own. */
function nameIn(text: string): string {
  return /^name: *(.+)$/m.exec(text)?.[1]?.replace(/^(['"])(.*)\1$/, '$2') ?? '';
}

function aboutIn(text: string): string {
  const comments = /^(?:#.*\n)*/.exec(text)![0].replaceAll(/^# ?(?:yaml-language-server.*)?/gm, '');
  return comments
    .trim()
    .split(/\n{2,}/)[0]!
    .replaceAll('\n', ' ');
}

/** Names at the first level within `channels`. */
function channelsIn(text: string): number {
  const inside = /^channels:\n((?:(?: .*|#.*)?\n)*)/m.exec(text)?.[1] ?? '';
  return inside.match(/^ {2}[^ #].*:/gm)?.length ?? 0;
}
