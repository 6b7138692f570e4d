import { counted, firstOf, inMessage, listed, type Fault } from '../fault.ts';
import { isMap, valueAt } from '../path.ts';
import type { Path } from '../text/finding.ts';
import { fieldMeant } from './field-meant.ts';
import { wrongWord } from './choice.ts';
import { curvesOf, fieldNames, schemaAt } from './inside.ts';
import { otherPlace } from './other-place.ts';
import { z } from './zod.ts';

type ZodIssue = z.core.$ZodIssue;
type Words = Pick<Fault, 'message' | 'advice' | 'replacement'>;

/** What zod found in `value`, in the words of the file: no more than `most` faults. */
export function faultsOf(
  issues: readonly ZodIssue[],
  schema: z.ZodType,
  value: unknown,
  most: number,
): readonly Fault[] {
  const faults = firstOf(faultsOfIssues(issues, schema, value), most);
  // A field written wrong is missing too; one message says both.
  const meant = new Set(faults.filter((fault) => fault.inName).map((fault) => nameMeant(fault)));
  return faults.filter(
    (fault) => fault.inName || !meant.has(JSON.stringify(fault.path)) || valueAt(value, fault.path) !== undefined,
  );
}

const nameMeant = ({ path, replacement }: Fault) => JSON.stringify([...path.slice(0, -1), replacement]);

function* faultsOfIssues(issues: readonly ZodIssue[], schema: z.ZodType, value: unknown): Generator<Fault> {
  for (const issue of issues) yield* faultsOfIssue(issue, schema, value);
}

function* faultsOfIssue(issue: ZodIssue, schema: z.ZodType, value: unknown): Generator<Fault> {
  const path = issue.path as Path;
  const found = valueAt(value, path);
  const fault = (words: Words): Fault => ({ severity: 'error', path, ...words });
  switch (issue.code) {
    case 'custom':
      yield fault({ message: issue.message, ...(issue.params as Omit<Words, 'message'>) });
      return;
    case 'invalid_key': {
      const { message, params } = issue.issues[0]! as ZodIssue & { readonly code: 'custom' };
      yield { ...fault({ message, ...(params as Omit<Words, 'message'>) }), inName: true };
      return;
    }
    case 'unrecognized_keys': {
      const known = fieldNames(schemaAt(schema, value, path), found);
      for (const key of issue.keys) {
        yield unknownField([...path, key], known, found, () => otherPlace(schema, value, [...path, key]));
      }
      return;
    }
    case 'invalid_union': {
      if (issue.discriminator === undefined) {
        yield* faultsOfIssues(issuesOfOption(issue), schema, value);
        return;
      }
      const names = curvesOf(schemaAt(schema, value, path.slice(0, -1)));
      const missing = { message: 'is missing', advice: `Name the curve: ${listed(names)}.` };
      yield fault(found === undefined ? missing : wrongWord(found, names));
      return;
    }
    case 'invalid_type':
      yield fault(wrongShape(issue.expected, found, schemaAt(schema, value, path)));
      return;
    case 'too_small':
    case 'too_big': {
      const [bound, limit] = issue.code === 'too_small' ? ['least', issue.minimum] : ['most', issue.maximum];
      const entries = counted(Number(limit), 'entry', 'entries');
      yield fault({ message: `must have at ${bound} ${entries}, got ${(found as unknown[]).length}` });
      return;
    }
    default:
      throw new Error(`zod found \`${issue.code}\` at ${path.join('.')}, which the schema has no words for`);
  }
}

/** Unions without a `curve` are written as one value, or as a list or fields, in this order. */
function issuesOfOption(issue: ZodIssue & { readonly code: 'invalid_union' }): readonly ZodIssue[] {
  const [value = [], parts = []] = issue.errors;
  const inner = parts.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? value : parts;
  return inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

function unknownField(
  path: Path,
  known: readonly string[],
  beside: unknown,
  elsewhere: () => string | undefined,
): Fault {
  const name = String(path.at(-1));
  const isGiven = (field: string) => isMap(beside) && Object.hasOwn(beside, field);
  // Of names equally near the first is taken: one that is still free.
  const meant = fieldMeant(name, [...known.filter((field) => !isGiven(field)), ...known.filter(isGiven)]);
  const fault = { severity: 'error', path, message: 'is not a field here', inName: true } as const;
  if (meant === undefined) return { ...fault, advice: elsewhere() ?? fieldsHere(known) };
  if (isGiven(meant)) return { ...fault, advice: `\`${meant}\` is given already: remove one of the two.` };
  return { ...fault, advice: `Did you mean \`${meant}\`?`, replacement: meant };
}

const fieldsHere = (names: readonly string[]) => `Fields here are ${listed(names, 'and')}.`;

function wrongShape(expected: string, found: unknown, schema: z.ZodType | undefined): Words {
  const about = schema === undefined ? undefined : z.globalRegistry.get(schema)?.description;
  const advice = about === undefined ? {} : { advice: about };
  if (found === undefined) return { message: 'is missing', ...advice };
  const wanted = expected === 'array' ? 'a list' : 'a set of fields';
  if (found === null) return { message: 'is empty', advice: `Give ${wanted}, or remove the field.` };
  const fields = expected === 'array' ? [] : fieldNames(schema, {});
  return {
    message: `must be ${wanted}, got ${inMessage(found)}`,
    ...(fields.length === 0 ? advice : { advice: fieldsHere(fields) }),
  };
}
