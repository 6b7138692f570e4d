/** x where it lies between the two, else the nearer one. */
export function clamp(x: number, least: number, most: number): number {
  return Math.min(Math.max(x, least), most);
}
