import type { Scenario } from '../domain.ts';
import { ScenarioError, type Issue } from '../errors.ts';
import type { Unit } from '../families/parameter.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { currencyAt } from './currency-at.ts';
import type { Fault } from './fault.ts';
import { issueOf } from './layers/issue.ts';
import { readLayers, type Load } from './layers/layers.ts';
import { type Layer } from './layers/layer.ts';
import { mergeAll } from './layers/merge.ts';
import { originalPath } from './leave-out.ts';
import type { ReadingMemory } from './memory.ts';
import { parse, type Parsed } from './parse.ts';
import { depthOf, isWithin } from './path.ts';
import { withPilots } from './pilot/with-pilots.ts';
import type { Quantity } from './quantity/types.ts';
import { inWords } from './quantity/words.ts';
import { pathText, type Path } from './text/finding.ts';

export interface ScenarioReading {
  readonly scenario: Scenario;
  /** The same as it was believed before its pilots. */
  readonly before: Scenario;
  readonly warnings: readonly Issue[];
  /** Every uncertain quantity, in the order of the file. */
  readonly echo: readonly Echo[];
  /** The same quantities themselves, for those who say them in another language. */
  readonly believed: readonly Believed[];
}

/** A quantity as the planner wrote it and as it was understood. */
export interface Echo {
  /** Where it stands: `channels.search.price.cpc`. */
  readonly path: string;
  readonly text: string;
  readonly words: string;
  /** What it is counted in, where it is money. */
  readonly currency?: string;
}

/** An uncertain quantity, and what it is measured in. */
export interface Believed {
  readonly path: string;
  readonly quantity: Quantity;
  readonly unit: Unit;
  /** What it is in, where it is money. */
  readonly currency: string;
}

/**
 * Reads a scenario, written in YAML or JSON.
 *
 * @param file  name of the file, for issues; the files it extends are looked for beside it
 * @param load  gives the text of another file, for `extends`
 * @throws ScenarioError  with everything that is wrong, when anything is
 */
export function readScenario(
  text: string,
  { file, load }: { readonly file?: string; readonly load?: Load } = {},
): ScenarioReading {
  const look = lookInto(text, { ...(file && { file }), ...(load && { load }) });
  const { parsed, untaught } = usable(look);
  const scenario = build(parsed.file, parsed.numbers);
  const before = parsed === untaught ? scenario : build(untaught.file, untaught.numbers);
  const believed = believedIn(parsed);
  return { scenario, before, warnings: look.issues, echo: echoOf(believed), believed };
}

/** What is in a file, whether it can be used or not: for those who show it while it is written. */
export interface Inspection {
  /** Everything that is wrong or doubtful, in the order of the file. */
  readonly issues: readonly Issue[];
  /** Undefined where the text is no YAML, or a file that it extends is missing. */
  readonly inside?: {
    readonly content: unknown;
    readonly parsed: Parsed;
    /** Before what its pilots tell. */
    readonly untaught: Parsed;
    /** The issues about fields, as far as they are known by their paths. */
    readonly faults: readonly Fault[];
  };
}

/**
 * The scenario of a text that was looked into, for who wants nothing else of it.
 *
 * @throws ScenarioError  with everything that is wrong, when anything is
 */
export function scenarioOf(look: Inspection): Scenario {
  const { parsed } = usable(look);
  return build(parsed.file, parsed.numbers);
}

/**
 * Reads a scenario as far as it can be read. Nothing is thrown, whatever the text.
 *
 * @param memory  of the texts before this one, for who reads after every edit: what stands in them as well is not read again
 */
export function lookInto(
  text: string,
  { file, load, memory }: { readonly file?: string; readonly load?: Load; readonly memory?: ReadingMemory } = {},
): Inspection {
  const source = { text, ...(file !== undefined && { file }), ...(memory && { pieces: memory.pieces }) };
  const { layers, complete, issues } = readLayers(source, load);
  if (!complete) return { issues };
  const { value: content, faults } = mergeAll(layers.map((layer) => layer.value));
  const unread = unreadOf(layers);
  const parsed = parse(content, { unread, ...(memory && { parts: memory.parts }) });
  const found = [
    ...faults.filter(({ path }) => !isWithin(path, unread)),
    ...parsed.faults,
    ...check(parsed, content, memory?.learning),
    ...remarksOn(parsed),
  ];
  const all = inFileOrder([...issues, ...found.map((fault) => issueOf(fault, layers))], layers);
  return {
    issues: all,
    inside: { content, parsed: withPilots(parsed, found, memory?.learning), untaught: parsed, faults: found },
  };
}

/** Parts of what files say together that are not what was meant; what a file says stands before what it extends says. */
function unreadOf(layers: readonly Layer[]): readonly Path[] {
  return layers.flatMap(({ unread }, depth) =>
    unread.filter((path) => !layers.slice(0, depth).some(({ value }) => depthOf(value, path) === path.length)),
  );
}

function usable({ issues, inside }: Inspection): NonNullable<Inspection['inside']> {
  if (inside === undefined || issues.some(({ severity }) => severity === 'error')) throw new ScenarioError(issues);
  return inside;
}

/** As one reads: the file itself first, each file from top to bottom. */
function inFileOrder(issues: readonly Issue[], layers: readonly Layer[]): Issue[] {
  const files = layers.map((layer) => layer.file);
  return issues.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

function remarksOn({ numbers, leftOut }: Parsed): Fault[] {
  return numbers.flatMap(({ path, warnings }) =>
    warnings.map((remark) => ({ severity: 'warning' as const, path: originalPath(path, leftOut), ...remark })),
  );
}

function believedIn({ file, numbers }: Parsed): Believed[] {
  return numbers.flatMap(({ path, value, field: { unit } }) =>
    typeof value === 'number' || value.kind !== 'uncertain'
      ? []
      : [{ path: pathText(path), quantity: value, unit, currency: currencyAt(file, path) }],
  );
}

function echoOf(believed: readonly Believed[]): Echo[] {
  return believed.map(({ path, quantity, unit, currency }) => ({
    path,
    text: quantity.text,
    words: inWords(quantity, unit, { currency }),
    ...(unit === 'money' && { currency }),
  }));
}
