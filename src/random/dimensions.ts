/** Where an assumption reads the Sobol' points. */
export interface Place {
  /** Assumptions of one group read one sequence of points, and are spread evenly together. */
  readonly group: string;
  /** Which coordinate of the points, from 0. */
  readonly dimension: number;
}

/**
 * The place of an assumption, from its id alone, so that it does not depend on what else is in the file.
 *
 * An id that ends in one of the roles below, `channels.search.price.cpc`, belongs to the group of its owner,
 * `channels.search`, and has the dimension of its role, `price.cpc`. Any other is a group of its own.
 */
export function placeOf(id: string): Place {
  for (let start = 0; start >= 0; start = nextPart(id, start)) {
    const dimension = DIMENSION_OF_ROLE.get(id.slice(start));
    if (dimension !== undefined) return { group: id.slice(0, Math.max(0, start - 1)), dimension };
  }
  return { group: id, dimension: 0 };
}

/** Where the part after the next dot starts; -1 at the end. */
function nextPart(id: string, start: number): number {
  return id.indexOf('.', start) + 1 || -1;
}

/**
 * Roles by dimension. The lowest dimensions fill space best, so those come first whose product is a channel's result.
 * Roles on one line share a dimension: a channel has one of them at most. A role, once here, keeps its place: moving it
 * changes the numbers of every file.
 */
export const ROLES: readonly (readonly string[])[] = [
  ['price.cpm', 'price.cpc', 'price.cpl', 'price.cpa', 'price.flat'],
  ['funnel.leadToCustomer', 'funnel.clickToCustomer'],
  ['response.scale', 'response.halfSaturation'],
  ['value.orderValue'],
  ['funnel.clickToLead'],
  ['carryover.retention', 'carryover.persistence'],
  ['response.slope', 'response.exponent'],
  ['funnel.impressionToClick'],
  ['value.repeat.rate'],
  ['value.grossMargin'],
  ['efficiency'],
  ['response.ceiling'],
  ['value.returns'],
  ['response.multiplier'],
  ['precision'],
  ['fee'],
  ['commission'],
  ['costPerCustomer'],
  ['costPerLead'],
  ['fixedCost'],
  ['carryover.peak'],
  ['carryover.shape'],
  ['carryover.scale'],
  ['response.floor'],
  ['response.reference'],
  ['value.referral.rate'],
  ['value.serviceCost'],
  ['price.buys'],
  ['delivery.startDelay'],
  ['delivery.probability'],
];

const DIMENSION_OF_ROLE = new Map(ROLES.flatMap((roles, dimension) => roles.map((role) => [role, dimension] as const)));
