import { listed, type Fault } from '../fault.ts';
import { channelsOf, error, type Facts } from './rule.ts';

const SUPPLIES = ['capacity', 'perPeriod', 'stock'] as const;

/** A resource has one kind of supply. */
export function* oneKindOfSupply({ file }: Facts): Generator<Fault> {
  for (const [name, resource] of Object.entries(file.resources ?? {})) {
    const [first, ...others] = SUPPLIES.filter((field) => resource[field] !== undefined);
    for (const field of others) {
      const advice = 'Keep one of them: hours per period, units per period, or units for the whole plan.';
      yield error(['resources', name, field], `is given together with ${listed([first!])}, which says something else`, {
        advice,
      });
    }
  }
}

/** Units are taken by leads and customers; only hours are spent otherwise. */
export function* unitsAreServed({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    for (const [role, hours] of Object.entries(channel.hours ?? {})) {
      const resource = file.resources?.[role];
      if (resource?.perPeriod === undefined && resource?.stock === undefined) continue;
      for (const field of ['perPeriod', 'perThousandSpent'] as const) {
        if (hours[field] === undefined) continue;
        const advice =
          'Say what a lead or a customer takes (`perLead`, `perCustomer`), or give the resource hours (`capacity`).';
        yield error([...at, 'hours', role, field], `takes hours of \`${role}\`, which has units`, { advice });
      }
    }
  }
}
