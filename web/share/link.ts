/** A set of scenarios as the end of an address, and back. Nothing is sent anywhere: the link is the set. */
import type { ScenarioSet } from '../state/scenario-set.ts';
import { dataOf, setFrom } from './set-data.ts';

/** In front of what follows; another format gets another number. */
const MARK = '#scenarios=1.';

/** Characters beyond which mail and chat programs may cut a link. */
export const LONG_LINK = 8000;

/** Characters of a link, and bytes of what it holds, beyond which it is not opened. */
const LONGEST_LINK = 2_000_000;
const LARGEST_SET = 8_000_000;

/** The end of an address that holds the whole set, without marks of what was edited. */
export async function linkEnd(set: ScenarioSet): Promise<string> {
  const plain = { ...set, scenarios: set.scenarios.map((one) => ({ ...one, opened: one.text })) };
  const bytes = new TextEncoder().encode(JSON.stringify(dataOf(plain)));
  const packed = await collect(through(bytes, new CompressionStream('deflate-raw')), Infinity);
  return MARK + base64url(packed!);
}

export type LinkReading =
  | { readonly status: 'none' }
  | { readonly status: 'set'; readonly set: ScenarioSet }
  /** It is a link of ours, but cut, changed, of a newer version or far too large. */
  | { readonly status: 'broken' };

export async function readLink(hash: string): Promise<LinkReading> {
  if (!hash.startsWith('#scenarios=')) return { status: 'none' };
  if (!hash.startsWith(MARK) || hash.length > LONGEST_LINK) return { status: 'broken' };
  try {
    const packed = bytesOf(hash.slice(MARK.length));
    const bytes = await collect(through(packed, new DecompressionStream('deflate-raw')), LARGEST_SET);
    const text = bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const set = text === undefined ? undefined : setFrom(JSON.parse(text));
    return set === undefined ? { status: 'broken' } : { status: 'set', set };
  } catch {
    return { status: 'broken' };
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  return new Blob([bytes]).stream().pipeThrough(stream);
}

/** All bytes of a stream; undefined as soon as there are more than `most`: a few bytes may unpack to very many. */
async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bytes whose letters are made at once: a function takes only so many arguments. */
const CHUNK = 8192;

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
