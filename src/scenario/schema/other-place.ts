import type { Path } from '../text/finding.ts';
import { fieldNames, schemaAt, schemaOf } from './inside.ts';
import type { z } from './zod.ts';

/**
 * Where a field belongs that was written at a place without it, in a sentence: within a field of that place, or further out.
 * Undefined where neither has it.
 *
 * @param path  of the field as it was written in `value`, of `schema`
 */
export function otherPlace(schema: z.ZodType, value: unknown, path: Path): string | undefined {
  const name = String(path.at(-1));
  const at = (length: number) => schemaAt(schema, value, path.slice(0, length));
  const has = (place: z.ZodType | undefined) => fieldNames(place, {}).includes(name);
  const here = at(path.length - 1);
  const within = fieldNames(here, {}).find((field) => has(schemaOf(here!, {}, field)));
  if (within !== undefined) return `It is a field of \`${within}\`: \`${within}: { ${name}: … }\`.`;
  for (let length = path.length - 2; length > 0; length--) {
    if (has(at(length))) return `It is a field of \`${path.slice(0, length).join('.')}\`.`;
  }
  return path.length > 1 && has(schema) ? `Write it at the top level of the file: \`${name}: …\`.` : undefined;
}
