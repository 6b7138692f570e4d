/** Name in the file of the step from one stage to another: `clickToLead`. */
export function stepKey(from: string, to: string): string {
  return `${from}To${to[0]!.toUpperCase()}${to.slice(1)}`;
}
