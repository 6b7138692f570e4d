/**
 * A kind of limit is one file and one line of a table, and so is its Chinese; what is made of it elsewhere finds all that it
 * needs there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chineseOfLimits } from '../../src/constraints/chinese/table.ts';
import { constraints } from '../../src/constraints/table.ts';
import type { ConstraintFamily } from '../../src/families/constraint.ts';
import { fieldWords } from '../../src/report/chinese/field-words.ts';
import { limitFields } from '../../src/scenario/schema/limit-fields.ts';
import { bare } from '../../src/scenario/schema/inside.ts';
import { z } from '../../src/scenario/schema/zod.ts';

const SOURCE = resolve(import.meta.dirname, '../../src');

const families: readonly ConstraintFamily[] = constraints;

/** Fields that hold no fields of their own but windows and patterns, told as names of limits are. */
function leaves(section: string, shape: z.ZodRawShape): readonly string[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const inner = bare(field as z.ZodType);
    // What planners name, as ratios, also says what it is about.
    if (inner instanceof z.ZodRecord) return [`${section}${name}.min`, `${section}${name}.max`];
    const ends = inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
    return ends.length > 0 && !ends.includes('from')
      ? ends.map((end) => `${section}${name}.${end}`)
      : [`${section}${name}`];
  });
}

const fields = [
  ...leaves('channels.', limitFields('channel')),
  ...leaves('groups.', limitFields('group')),
  ...leaves('', limitFields('file')),
];

const files = (folder: string) =>
  readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(SOURCE, folder, name), 'utf8') }));

describe('a kind of limit', () => {
  it('stands in the table if there is a file of it', () => {
    const described = files('constraints').filter(({ text }) => /^export const \w+: ConstraintFamily/m.test(text));
    expect(described).toHaveLength(families.length);
    expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  });

  it('has a file of Chinese of the same name, which stands in the table of those', () => {
    const names = (among: readonly { name: string; text: string }[]) => among.map(({ name }) => basename(name));
    const described = files('constraints').filter(({ text }) => /^export const \w+: ConstraintFamily/m.test(text));
    const told = files('constraints/chinese').filter(({ text }) => /^export const \w+: ChineseOfLimit/m.test(text));
    expect(names(told)).toEqual(names(described));
    expect(chineseOfLimits).toHaveLength(told.length);
  });

  it('has a Chinese name for each of its fields, and the page has a word', () => {
    const named = chineseOfLimits.flatMap(({ names }) => Object.keys(names));
    expect(named.filter((name) => !name.startsWith('budget.')).toSorted()).toEqual(fields.toSorted());
    const words = fields.flatMap((field) => field.split('.'));
    expect(words.filter((word) => !Object.hasOwn(fieldWords, word))).toEqual([]);
  });

  it('has floors and ceilings among its fields', () => {
    const known = new Set(fields.map((field) => field.split('.').at(-1)));
    expect(families.flatMap(({ floors = [] }) => floors).filter((floor) => !known.has(floor))).toEqual([]);
    expect(families.flatMap(({ ceilings = [] }) => ceilings).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('is told apart by name nowhere else', () => {
    const ownNames = /\b(?:maxChange|maxStep|maxStepAmount|minIfUsed|mostChannels)\b/;
    const elsewhere = ['scenario', 'simulate', 'optimize', 'replan', 'report', 'runs', 'documents', 'pictures']
      .flatMap(files)
      .filter(({ text }) => ownNames.test(text))
      .map(({ name }) => name);
    expect(elsewhere).toEqual([
      // What two limits on a change have in common, and the words of the page.
      'scenario/check/nothing.ts',
      'report/chinese/field-words.ts',
    ]);
  });
});
