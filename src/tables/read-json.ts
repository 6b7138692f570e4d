import { refusal } from '../errors.ts';
import { withThousands } from '../numeric/digits.ts';
import { decoded } from './decode.ts';
import { expectBytes, type RawFile } from './read-sheets.ts';

/** What a text of JSON says. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Answers have lists of records of fields of parts: a tenth of this. */
const DEEPEST = 64;
/** As many as a table may have cells. */
const MOST_VALUES = 3_000_000;

/**
 * What a file of JSON says; undefined where it is something else, which its first signs tell, whatever it is called.
 *
 * @throws ScenarioError  where it begins like JSON and is none, or is too large; what stood there is not repeated
 */
export function readJson({ name, bytes }: RawFile): Json | undefined {
  if (!beginsLikeJson(bytes)) return undefined;
  expectBytes(name, bytes.length);
  const text = decoded(bytes)?.text.replace(/^\uFEFF/, '');
  if (text === undefined) throw refusal('', DAMAGED, AGAIN, name);
  expectSmall(text, name);
  try {
    const content: Json = JSON.parse(text);
    return content;
  } catch {
    // The engine's own message would repeat what stands in the file.
    throw refusal('', DAMAGED, AGAIN, name);
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list; undefined where it is no list, or has anything else. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] | undefined {
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

const DAMAGED = 'begins like JSON, but is none';
const AGAIN = 'Save the whole answer again, as it came.';

const BEGINS = /^(?:\{|\[\s*[[{\]])/;
const FIRST_BYTES = 200;

/** An object, or a list of objects or lists: a table may begin with a bracket, too, but not with two. */
function beginsLikeJson(bytes: Uint8Array): boolean {
  // Marks of an encoding are above 127, and the second bytes of UTF-16 are 0.
  const signs = bytes.subarray(0, FIRST_BYTES).filter((byte) => byte > 0 && byte < 128);
  return BEGINS.test(String.fromCharCode(...signs).trimStart());
}

/** Before anything is made of it: some engines end on depth, and all on size. */
function expectSmall(text: string, file: string): void {
  let depth = 0;
  let values = 1;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') {
      isQuoted = true;
    } else if (sign === ',') {
      values += 1;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
    }
    if (depth > DEEPEST) throw refusal('', `is nested more than ${DEEPEST} deep`, AGAIN, file);
    if (values > MOST_VALUES) {
      throw refusal('', `has more than ${withThousands(`${MOST_VALUES}`)} values`, FEWER, file);
    }
  }
}

const FEWER = 'Ask for fewer fields, or fewer records a page.';
