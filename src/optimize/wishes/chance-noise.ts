/**
 * By how much so many draws may be off about chances that are asked for, as a share of draws: one standard error of plain ones, for the chance
 * where that is largest. What is missed by less is for fresh draws to judge.
 */
export function chanceNoise(chances: readonly { readonly asked: number }[], draws: number): number {
  return Math.max(...chances.map(({ asked }) => Math.sqrt((asked * (1 - asked)) / draws)));
}
