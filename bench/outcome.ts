import { type Figure, figuresOf } from './figures.ts';

/** What a bench's process came to: its exit code (null when it was killed) and all that it wrote. */
export type Ended = { code: number | null; text: string };

/** How a bench went. One that failed may have measured something all the same: over its budget, for instance. */
export type Outcome = {
  bench: string;
  is: 'measured' | 'skipped' | 'failed';
  /** Why it was skipped or failed. */
  because?: string;
  figures: Figure[];
  result?: unknown;
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const skippedIn = (result: unknown): string | undefined =>
  typeof result === 'object' && result !== null && 'skipped' in result ? String(result.skipped) : undefined;

/** Reads what a bench came to. Its last line is its result as JSON; whatever it says, only exit code 0 is no failure. */
export const outcomeOf = (bench: string, { code, text }: Ended): Outcome => {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const result = parsed(last);
  const skipped = skippedIn(result);
  const figures = result === undefined || skipped !== undefined ? [] : figuresOf(bench, result);
  const measured = result === undefined || skipped !== undefined ? {} : { result };
  const ended = code === null ? 'it was killed' : `it ended with ${code}`;
  if (code !== 0)
    return { bench, is: 'failed', because: result === undefined ? `${ended}: ${last}` : ended, figures, ...measured };
  if (result === undefined) return { bench, is: 'failed', because: 'it gave no result', figures };
  if (skipped !== undefined) return { bench, is: 'skipped', because: skipped, figures };
  return { bench, is: 'measured', figures, ...measured };
};

/** The exit code of all together: 1 as soon as one failed. */
export const exitCodeOf = (outcomes: readonly Pick<Outcome, 'is'>[]): 0 | 1 =>
  outcomes.some(({ is }) => is === 'failed') ? 1 : 0;
