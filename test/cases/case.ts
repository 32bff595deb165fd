/**
 * A case that must be shown by a test which bears its number; `later` says why it has none yet, `partly` what of it comes
 * later.
 */
export type Case = { case: string; about: string; later?: string; partly?: string };

/** The acceptance cases of one part of the product: what begins their numbers, where their tests are, and what measures beside. */
export type CaseList = {
  /** What begins their numbers in the names of tests, as a pattern: a letter, for example. */
  letter: string;
  /** Whether each title is written out in its file, so that only files with a title of the list need to be loaded. */
  isWritten?: true;
  projects: readonly ('domain' | 'unit' | 'contract' | 'infra' | 'stores' | 'browser')[];
  cases: readonly Case[];
  /**
   * Scripts that print a case's figures: with --json one object `{ cases: [{ case, test, passed }] }`, with
   * `skipped: [{ case, why }]` where there is something that they cannot measure on this machine.
   */
  benches: readonly string[];
};
