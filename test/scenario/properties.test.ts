import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ScenarioError } from '../../src/errors.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { fixture, smallest, spring } from './fixtures.ts';

type Content = Record<string, unknown>;

const contents = { spring: parse(spring) as Content, smallest: parse(smallest) as Content };

/** Whether the content can be read and compiled; anything else thrown than a `ScenarioError` with places in the file fails the test. */
function isRead(text: string): boolean {
  try {
    // What the reader lets through, nobody checks again.
    compile(readScenario(text).scenario);
    return true;
  } catch (problem) {
    if (!(problem instanceof ScenarioError)) throw problem;
    expect(problem.issues.some(({ severity }) => severity === 'error')).toBe(true);
    for (const { line, column, message } of problem.issues) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message).not.toBe('');
    }
    return false;
  }
}

/** Ways to everything in a content, the innermost included. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...inner];
}

/** A copy with the part at `path` changed; undefined removes it. */
function withPart(value: unknown, path: readonly (string | number)[], change: (part: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const part = withPart(copy[first], rest, change);
  if (part !== undefined) copy[first] = part;
  else if (Array.isArray(copy)) copy.splice(Number(first), 1);
  else delete copy[first];
  return copy;
}

const settings = { seed: 20270104, numRuns: 60 };
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(0, -1, 1e308, '', '30%', '3 to 5', '= t', '1.2M', null, [], {}, true, ['a'], {
    curve: 'hill',
  }),
);

describe('any value of JSON is a scenario or is refused in words', () => {
  it('as a whole file', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void isRead(JSON.stringify(value))),
      settings,
    );
  });

  it('in the place of any part of a file', () => {
    const parts = pathsOf(contents.spring);
    let kept = 0;
    fc.assert(
      fc.property(fc.constantFrom(...parts), anything, (path, value) => {
        kept += isRead(JSON.stringify(withPart(contents.spring, path, () => value))) ? 1 : 0;
      }),
      settings,
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('with any part of a file left out', () => {
    const parts = pathsOf(contents.spring).filter(({ length }) => length > 0);
    let kept = 0;
    fc.assert(
      fc.property(fc.constantFrom(...parts), (path) => {
        kept += isRead(JSON.stringify(withPart(contents.spring, path, () => undefined))) ? 1 : 0;
      }),
      settings,
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('with a part of one place in another', () => {
    const parts = pathsOf(contents.spring);
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.constantFrom(...parts), (from, to) => {
        const part = from.reduce<unknown>(
          (value, name) => (value as Record<string | number, unknown>)[name],
          contents.spring,
        );
        isRead(JSON.stringify(withPart(contents.spring, to, () => part)));
      }),
      settings,
    );
  });
});

describe('a text cut short', () => {
  it('is read or refused in words', () => {
    fc.assert(
      fc.property(
        fc.nat(spring.length),
        fc.nat(40),
        (at, cut) => void isRead(spring.slice(0, at) + spring.slice(at + cut)),
      ),
      settings,
    );
  });
});

it('does not depend on the order of fields', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, part]) => [name, turned(part)] as const)
        .toReversed(),
    );
  };
  // The order of what a stress multiplies is kept, as it does not matter.
  const { stresses: _, ...scenario } = readScenario(JSON.stringify(contents.spring)).scenario;
  expect(readScenario(JSON.stringify(turned(contents.spring))).scenario).toMatchObject(scenario);
});

it('reads a file that extends nothing like one that extends it and changes nothing', () => {
  const over = 'apportion: 1\nextends: spring.yaml\n';
  const extended = readScenario(over, { load: () => fixture('spring.yaml') });
  expect(extended).toEqual(readScenario(spring));
});
