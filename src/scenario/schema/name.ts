import { z } from './zod.ts';

const LONGEST_NAME = 80;
const RESERVED = ['__proto__', 'constructor', 'prototype'];

/** Why a channel, segment or other thing of the planner's cannot have this name; undefined when it can. */
function nameFault(name: string): { readonly message: string; readonly replacement?: string } | undefined {
  if (RESERVED.includes(name)) return { message: 'is a name that programs reserve for themselves' };
  if (name.trim() === '') return { message: 'must have a name that can be seen' };
  if (name.length > LONGEST_NAME) {
    return { message: `must have a name of ${LONGEST_NAME} characters or fewer, got ${name.length}` };
  }
  if (/\p{Cc}/u.test(name)) {
    return { message: 'must have a name on one line, without tabs and other control characters' };
  }
  if (/[.*]/.test(name)) {
    return { message: 'must have a name without `.` and `*`', replacement: name.replaceAll(/[.*]+/g, '-') };
  }
  if (name.trim() !== name) return { message: 'must have a name without spaces at its ends', replacement: name.trim() };
  return undefined;
}

const nameSchema = z.string().check((context) => {
  const fault = nameFault(context.value);
  if (fault === undefined) return;
  const { message, ...params } = fault;
  context.issues.push({ code: 'custom', message, params, input: context.value });
});

/** The planner's own names, each with something of one kind. */
export function named<Value extends z.ZodType>(about: string, value: Value) {
  return z.record(nameSchema, value).meta({
    description: about,
    propertyNames: { type: 'string', minLength: 1, maxLength: LONGEST_NAME, pattern: '^[^.*\\u0000-\\u001f]+$' },
  });
}
