/** A scenario made from a file of another program. */
export interface Imported {
  /** A scenario file as text, in YAML. */
  readonly scenario: string;
  /** What was taken, assumed or left out, in sentences; the scenario holds them too. */
  readonly notes: readonly string[];
}

/** A file format of another program that a scenario can be made from. */
export interface Importer {
  readonly name: string;
  readonly about: string;
  /** Whether `text` looks like a file of this format. */
  recognizes(text: string): boolean;
  /**
   * @param file  name of the file, to name in the scenario and in errors
   * @throws ScenarioError with everything that is wrong with the file
   */
  convert(text: string, options?: { readonly file?: string }): Imported;
}
