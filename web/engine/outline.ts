/** Makes tables and forms of the text of a scenario, in the worker. */
import { tight } from '../../src/report/numbers/chinese.ts';
import { currencyAt } from '../../src/scenario/currency-at.ts';
import type { Fault } from '../../src/scenario/fault.ts';
import { originalPath, pathKey } from '../../src/scenario/leave-out.ts';
import type { Parsed } from '../../src/scenario/parse.ts';
import { isMap, overlap, valueAt } from '../../src/scenario/path.ts';
import { flowText } from '../../src/scenario/quantity/flow-text.ts';
import { chinese, english } from '../../src/scenario/quantity/vocabulary.ts';
import { inWords } from '../../src/scenario/quantity/words.ts';
import type { Inspection } from '../../src/scenario/read.ts';
import { curvesOf, fieldNames, schemaAt, schemaOf } from '../../src/scenario/schema/inside.ts';
import type { Located } from '../../src/scenario/schema/read.ts';
import { limitFields } from '../../src/scenario/schema/limit-fields.ts';
import { scenarioSchema } from '../../src/scenario/schema/scenario.ts';
import { z } from '../../src/scenario/schema/zod.ts';
import type { Path } from '../../src/scenario/text/finding.ts';
import type { CellContent, CellFault, Column, Outline, Row, Section } from '../table/outline.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import { scaleOf, shapeOf } from './shapes.ts';

/** Undefined for a text that cannot be read at all. */
export function outlineOf(text: string, { inside }: Inspection): Omit<Outline, 'repairs'> | undefined {
  if (inside === undefined || !isMap(inside.content)) return undefined;
  const { content, parsed, faults } = inside;
  const facts: Facts = {
    content,
    faults: faults.filter(({ path }) => path.length > 0),
    numbers: new Map(parsed.numbers.map((one) => [pathKey(originalPath(one.path, parsed.leftOut)), one])),
    file: parsed.file,
    broken: brokenAssumptions(faults, content['assumptions']),
  };
  const names = fieldNames(scenarioSchema, {});
  const strangers = Object.keys(content).filter((name) => !names.includes(name));
  const values = names.filter((name) => kindOf(name) === undefined);
  const limits = values.filter((name) => Object.hasOwn(limitFields('file'), name));
  const ofFile = (own: readonly string[]) =>
    own.flatMap((name) => fieldsOf(fieldOf(name), [content[name]], [name], names));
  return {
    text,
    currency: parsed.file.currency,
    sections: [
      sectionOf('', ofFile([...values.filter((name) => !limits.includes(name)), ...strangers]), facts, []),
      ...names.flatMap((name) => {
        const kind = kindOf(name);
        if (kind !== undefined) {
          return [sectionOf(name, columnsOf(rowSchema(name, kind), rowsOf(kind, content[name])), facts)];
        }
        return name === limits[0] ? [sectionOf('limits', ofFile(limits), facts, [])] : [];
      }),
    ],
  };
}

interface Facts {
  readonly content: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** By path in the file. */
  readonly numbers: ReadonlyMap<string, Located>;
  readonly file: Parsed['file'];
  /** Names of assumptions that are wrong, or computed from one that is. */
  readonly broken: readonly string[];
}

function fieldOf(name: string): z.ZodType | undefined {
  return schemaOf(scenarioSchema, {}, name);
}

/** Undefined for what is one value. */
function kindOf(name: string): Section['kind'] | undefined {
  const schema = fieldOf(name);
  if (schema instanceof z.ZodObject) return 'fields';
  if (schema instanceof z.ZodRecord) return 'named';
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodObject ? 'list' : undefined;
}

function rowSchema(name: string, kind: Section['kind']): z.ZodType {
  const schema = fieldOf(name)!;
  return kind === 'fields' ? schema : schemaOf(schema, kind === 'list' ? [] : {}, kind === 'list' ? 0 : '')!;
}

function rowsOf(kind: Section['kind'], value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (kind === 'fields') return [value];
  if (kind === 'list') return Array.isArray(value) ? value : [];
  return isMap(value) ? Object.values(value) : [];
}

/** @param at  where it stands in the file: fields of the file itself make sections, too */
function sectionOf(name: string, columns: readonly Column[], facts: Facts, at: Path = [name]): Section {
  const isOfFile = at.length === 0;
  const kind = isOfFile ? 'fields' : kindOf(name)!;
  const value = valueAt(facts.content, at);
  const keys = kind === 'fields' ? [''] : isMap(value) || Array.isArray(value) ? Object.keys(value) : [];
  const bare = keys.map((key) => {
    const place = kind === 'list' ? Number(key) : key;
    return { key: place, path: [...at, ...(kind === 'fields' ? [] : [place])] };
  });
  const scaled = columns.map((column) => withScale(column, bare, facts));
  const rows = bare.map((row) => rowOf(row, scaled, facts));
  const told = rows.flatMap(({ path }) => (path.length === 0 ? [] : [path]));
  const faults = isOfFile
    ? []
    : facts.faults.filter(({ path }) => path[0] === name && !told.some((row) => isWithin(path, row)));
  return {
    name,
    kind,
    about: isOfFile ? '' : (fieldOf(name)!.description ?? ''),
    columns: scaled,
    rows,
    faults: faults.map(faultOf),
  };
}

type BareRow = Pick<Row, 'key' | 'path'>;

function withScale(column: Column, rows: readonly BareRow[], { numbers }: Facts): Column {
  const values = rows.flatMap(({ path }) => {
    const number = numbers.get(pathKey([...path, ...column.path]));
    return number === undefined ? [] : [number.value];
  });
  const scale = scaleOf(values);
  return scale === undefined ? column : { ...column, scale };
}

function rowOf(row: BareRow, columns: readonly Column[], facts: Facts): Row {
  const here = facts.faults.filter(({ path }) => isWithin(path, row.path));
  const toldInCells = new Set<Fault>();
  const cells = columns.flatMap((column): [string, CellContent][] => {
    const path = [...row.path, ...column.path];
    const fault = column.open === true ? undefined : here.find((one) => isWithin(one.path, path));
    if (fault !== undefined) for (const one of here) if (isWithin(one.path, path)) toldInCells.add(one);
    const cell = cellOf(path, column, fault, facts);
    return cell === undefined ? [] : [[column.key, cell]];
  });
  const faults = row.path.length === 0 ? [] : here.filter((fault) => !toldInCells.has(fault)).map(faultOf);
  const isWrong = here.some(({ severity }) => severity === 'error') || cells.some(([, { follows }]) => follows);
  return { ...row, cells: Object.fromEntries(cells), faults, isWrong };
}

function cellOf(path: Path, column: Column, fault: Fault | undefined, facts: Facts): CellContent | undefined {
  const value = valueAt(facts.content, path);
  const isForeign = value === undefined && isOfOtherCurve(path, facts.content);
  if (value === undefined && fault === undefined) return isForeign ? { text: '', isForeign } : undefined;
  const number = facts.numbers.get(pathKey(path));
  const text = value === undefined || value === null ? '' : typeof value === 'string' ? value : flowText(value);
  const shape = number && column.scale && shapeOf(number.value, column.scale);
  const follows = text.startsWith('=') && facts.broken.some((name) => mentions(text, name));
  return {
    text,
    ...(number &&
      typeof number.value !== 'number' &&
      number.value.kind !== 'constant' && { words: wordsOf(number, currencyAt(facts.file, number.path)) }),
    ...(shape && { shape }),
    ...(fault && { fault: faultOf(fault) }),
    ...(follows && { follows }),
  };
}

/** Whether another curve was chosen than those that have this parameter. */
function isOfOtherCurve(path: Path, content: unknown): boolean {
  const parent = path.slice(0, -1);
  const fields = valueAt(content, parent);
  if (path.at(-1) === 'curve' || parent.length === 0) return false;
  const schema = schemaAt(scenarioSchema, content, parent);
  if (schema === undefined || curvesOf(schema).length === 0) return false;
  return !isMap(fields) || !fieldNames(schema, fields).includes(String(path.at(-1)));
}

function wordsOf({ value, field }: Located, currency: string): Readonly<Record<string, string>> {
  if (typeof value === 'number') return {};
  return {
    en: inWords(value, field.unit, { words: english, currency }),
    'zh-CN': tight(inWords(value, field.unit, { words: chinese, currency })),
  };
}

function faultOf({ severity, path, message, advice, replacement, inName }: Fault): CellFault {
  return {
    severity,
    message,
    ...(advice === undefined ? {} : { advice }),
    ...(replacement === undefined
      ? {}
      : {
          fix: {
            label: replacement,
            edit:
              inName === true ? { kind: 'rename', path, name: replacement } : { kind: 'set', path, text: replacement },
          },
        }),
  };
}

/** Assumptions that are wrong, and those that are computed from them, in as many steps as it takes. */
function brokenAssumptions(faults: readonly Fault[], assumptions: unknown): readonly string[] {
  const broken = new Set(
    faults.flatMap(({ severity, path: [section, name] }) =>
      severity === 'error' && section === 'assumptions' && typeof name === 'string' ? [name] : [],
    ),
  );
  const formulas = isMap(assumptions) ? Object.entries(assumptions) : [];
  // A set that grows while it is walked through is walked through to its end.
  for (const wrong of broken) {
    for (const [name, text] of formulas) {
      if (typeof text === 'string' && text.trim().startsWith('=') && mentions(text, wrong)) broken.add(name);
    }
  }
  return [...broken];
}

function mentions(formula: string, name: string): boolean {
  return formula.split(/[^\p{L}\p{N}_]+/u).includes(name);
}

function isWithin(path: Path, outer: Path): boolean {
  return path.length >= outer.length && overlap(path, outer);
}
