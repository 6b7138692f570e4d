import type { Model, Source } from '../domain.ts';
import { operation, type Expression } from '../formula/expression.ts';

/** Resources in limited supply that any channel takes of, by their index. */
export function limitedResources(model: Model) {
  return model.resources.flatMap(({ capacity }, k) =>
    capacity !== undefined && isTaken(model, k) ? [{ capacity, k }] : [],
  );
}

/** Whether any channel takes of a resource. */
function isTaken({ channels }: Model, resource: number): boolean {
  return channels.some(({ hours }) => hours.some((role) => role.resource === resource));
}

/** The same model with so much more of a resource in every draw; what is taken away leaves nothing at least. */
export function withMore(model: Model, resource: number, step: number): Model {
  const capacity = model.resources[resource]!.capacity!;
  const replaced = (by: Source) =>
    model.resources.map((each, k) => (k === resource ? { ...each, capacity: by } : each));
  if ('constant' in capacity)
    return { ...model, resources: replaced({ constant: Math.max(0, capacity.constant + step) }) };
  const expression: Expression = operation(
    'max',
    { kind: 'constant', value: 0 },
    operation('add', AMOUNT, { kind: 'constant', value: step }),
  );
  return {
    ...model,
    derived: [...model.derived, { id: `resources.${model.resources[resource]!.name}`, expression, uses: [capacity] }],
    resources: replaced({ row: model.assumptions.length + model.derived.length }),
  };
}

const AMOUNT: Expression = { kind: 'name', name: 'amount', index: 0 };
