import type { z } from 'zod';
import type { LinearLimit, NonlinearLimit, Scenario } from '../domain.ts';
import type { Templates } from '../report/languages/translate.ts';
import type { Rule } from '../scenario/check/rule.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';

/** Where fields of a limit can stand: at the top of a file, in the `limits` of a channel, in a group. */
export interface LimitFields {
  readonly file?: z.ZodRawShape;
  readonly channel?: z.ZodRawShape;
  readonly group?: z.ZodRawShape;
}

/** What a limit is called in Chinese where one field is behind limits of several names. */
export interface ChineseNames {
  readonly least: string;
  readonly most: string;
  readonly field: string;
}

/** Stands beside the limit (`constraints/chinese/`), and only who reads Chinese fetches it. */
export interface ChineseOfLimit {
  /**
   * Names of limits by their fields, told by the section of the file and what follows the planner's own name and `limits`:
   * `channels.total.min`, `groups.mostUsed`, `mostChannels`. Whose limit it is stands before the name in sections that planners
   * name things in, and else in the place of `{}`.
   */
  readonly names: Readonly<Record<string, string | ChineseNames>>;
  /** What is said of the limit elsewhere: what its fields are for, what is wrong with them, its names within sentences. */
  readonly texts: Templates;
}

type FieldsOfLimit = (kinds: FieldKinds) => LimitFields;

/**
 * A kind of limit on spend: reads what the file says about it and returns the linear limits that follow. Limits on one
 * number (`at least`, `at most`) are returned one by one, so that each can be named when it binds or conflicts.
 */
export interface ConstraintFamily<Fields extends FieldsOfLimit = FieldsOfLimit> {
  readonly name: string;
  /** How the limit is written. What a scenario holds is told by these types. */
  readonly fields?: Fields;
  /** Names of fields that keep a plan from spending nothing, unless they are 0. */
  readonly floors?: readonly string[];
  /** Fields that end what a channel, or those of a group, can be given, told as `names` of its Chinese are. */
  readonly ceilings?: readonly string[];
  /** What its fields must be together and beside others. */
  readonly rules?: readonly Rule[];
  /** @param settled  periods from the first that are past, for what only holds among those to come */
  limits(scenario: Scenario, settled: number): readonly LinearLimit[];
  /** What it asks for beyond linear sums. */
  nonlinear?(scenario: Scenario): readonly NonlinearLimit[];
}
