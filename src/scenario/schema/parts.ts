import { isMap } from '../path.ts';
import type { Path } from '../text/finding.ts';
import { bare } from './inside.ts';
import { readsIn, unread, type Located } from './read.ts';
import { scenarioSchema, type ScenarioFile } from './scenario.ts';
import { z } from './zod.ts';

export interface Parts {
  readonly file: ScenarioFile;
  readonly numbers: readonly Located[];
}

interface Part {
  readonly schema: z.ZodType;
  readonly file: unknown;
  readonly numbers: readonly Located[];
}

/**
 * Reads contents section by section, and what the planner has named within them one by one: what is the same object as in a content
 * before is not read again, and what it was read as is the same object, too. Undefined where anything is wrong, missing or
 * unknown: who reads the whole tells what.
 */
export function rememberedParts(): (content: unknown) => Parts | undefined {
  const known = new WeakMap<object, Part>();

  const partOf = (schema: z.ZodType, value: unknown, path: Path): Part | undefined => {
    if (typeof value !== 'object' || value === null) return read(schema, value, path);
    const before = known.get(value);
    // The same path every time: an object stands where it was read.
    if (before?.schema === schema) return before;
    const part =
      schema instanceof z.ZodRecord && isMap(value) ? entriesOf(schema, value, path) : read(schema, value, path);
    if (part !== undefined) known.set(value, part);
    return part;
  };

  const entriesOf = (schema: z.ZodRecord, value: Readonly<Record<string, unknown>>, path: Path): Part | undefined => {
    const names = Object.keys(value);
    if (!names.every((name) => (schema.keyType as z.ZodType).safeParse(name).success)) return undefined;
    return together(schema, names, (name) => partOf(schema.valueType as z.ZodType, value[name], [...path, name]));
  };

  return (content) => {
    if (!isMap(content)) return undefined;
    const shape: Readonly<Record<string, z.ZodType>> = scenarioSchema.shape;
    if (!Object.keys(content).every((name) => Object.hasOwn(shape, name))) return undefined;
    const names = Object.keys(shape).filter((name) => Object.hasOwn(content, name) || !isOptional(shape[name]!));
    const whole = together(scenarioSchema, names, (name) => partOf(bare(shape[name]!), content[name], [name]));
    return whole && { file: whole.file as ScenarioFile, numbers: whole.numbers };
  };
}

function read(schema: z.ZodType, value: unknown, path: Path): Part | undefined {
  const result = schema.safeParse(value);
  return result.success ? { schema, file: unread(result.data), numbers: readsIn(result.data, path) } : undefined;
}

function together(
  schema: z.ZodType,
  names: readonly string[],
  partOf: (name: string) => Part | undefined,
): Part | undefined {
  const file: Record<string, unknown> = {};
  const numbers: Located[] = [];
  for (const name of names) {
    const part = partOf(name);
    if (part === undefined) return undefined;
    file[name] = part.file;
    numbers.push(...part.numbers);
  }
  return { schema, file, numbers };
}

function isOptional(schema: z.ZodType): boolean {
  return schema instanceof z.ZodExactOptional;
}
