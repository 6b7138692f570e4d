import { nearest } from '../../formula/nearest.ts';
import { counted, inMessage, listed, type Fault } from '../fault.ts';
import { isMap, valueAt } from '../path.ts';
import type { Path } from '../text/finding.ts';
import { wrongWord } from './choice.ts';
import { curvesOf, fieldNames, schemaAt } from './inside.ts';
import { z } from './zod.ts';

type ZodIssue = z.core.$ZodIssue;
type Words = Pick<Fault, 'message' | 'advice' | 'replacement'>;

/** What zod found in `value`, in the words of the file. */
export function faultsOf(issues: readonly ZodIssue[], schema: z.ZodType, value: unknown): readonly Fault[] {
  const faults = issues.flatMap((issue) => faultsOfIssue(issue, schema, value));
  // A field written wrong is missing too; one message says both.
  const meant = new Set(faults.filter((fault) => fault.inName).map((fault) => nameMeant(fault)));
  return faults.filter(
    (fault) => fault.inName || !meant.has(JSON.stringify(fault.path)) || valueAt(value, fault.path) !== undefined,
  );
}

const nameMeant = ({ path, replacement }: Fault) => JSON.stringify([...path.slice(0, -1), replacement]);

function faultsOfIssue(issue: ZodIssue, schema: z.ZodType, value: unknown): readonly Fault[] {
  const path = issue.path as Path;
  const found = valueAt(value, path);
  const fault = (words: Words): Fault[] => [{ severity: 'error', path, ...words }];
  switch (issue.code) {
    case 'custom':
      return fault({ message: issue.message, ...(issue.params as Omit<Words, 'message'>) });
    case 'invalid_key': {
      const inner = issue.issues[0]! as ZodIssue & { readonly code: 'custom' };
      return [
        { severity: 'error', path, message: inner.message, ...(inner.params as Omit<Words, 'message'>), inName: true },
      ];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField([...path, key], schemaAt(schema, value, path), found));
    case 'invalid_union': {
      if (issue.discriminator === undefined) return faultsOfOptions(issue, schema, value);
      const names = curvesOf(schemaAt(schema, value, path.slice(0, -1)));
      return fault(
        found === undefined
          ? { message: 'is missing', advice: `Name the curve: ${listed(names)}.` }
          : wrongWord(found, names),
      );
    }
    case 'invalid_type':
      return fault(wrongShape(issue.expected, found, schemaAt(schema, value, path)));
    case 'too_small':
      return fault({
        message: `must have at least ${counted(Number(issue.minimum), 'entry', 'entries')}, got ${(found as unknown[]).length}`,
      });
    case 'too_big':
      return fault({
        message: `must have at most ${counted(Number(issue.maximum), 'entry', 'entries')}, got ${(found as unknown[]).length}`,
      });
    default:
      throw new Error(`zod found \`${issue.code}\` at ${path.join('.')}, which the schema has no words for`);
  }
}

/** Unions without a `curve` are written as one value or as a list of them, in this order. */
function faultsOfOptions(issue: ZodIssue & { readonly code: 'invalid_union' }, schema: z.ZodType, value: unknown) {
  const option = Array.isArray(valueAt(value, issue.path as Path)) ? 1 : 0;
  return issue.errors[option]!.flatMap((inner) =>
    faultsOfIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value),
  );
}

function unknownField(path: Path, schema: z.ZodType | undefined, beside: unknown): Fault {
  const known = (schema && fieldNames(schema, beside)) ?? [];
  const name = String(path.at(-1));
  const free = known.filter((field) => !isMap(beside) || !Object.hasOwn(beside, field));
  const meant = nearest(name, free);
  const fault = { severity: 'error', path, message: 'is not a field here', inName: true } as const;
  return meant === undefined
    ? { ...fault, advice: `Fields here are ${listed(known, 'and')}.` }
    : { ...fault, advice: `Did you mean \`${meant}\`?`, replacement: meant };
}

function wrongShape(expected: string, found: unknown, schema: z.ZodType | undefined): Words {
  const about = schema === undefined ? undefined : z.globalRegistry.get(schema)?.description;
  const advice = about === undefined ? {} : { advice: about };
  if (found === undefined) return { message: 'is missing', ...advice };
  const wanted = expected === 'array' ? 'a list' : 'a set of fields';
  if (found === null) return { message: 'is empty', advice: `Give ${wanted}, or remove the field.` };
  return { message: `must be ${wanted}, got ${inMessage(found)}`, ...advice };
}
