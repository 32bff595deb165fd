import { type Figure, figuresOf } from './figures.ts';

/** The result of a bench's process: its exit code (null when it was killed) and its output. */
export type Ended = { code: number | null; text: string };

/** The outcome of a bench. A failed one may still have measured something: over its budget, for instance. */
export type Outcome = {
  bench: string;
  is: 'measured' | 'skipped' | 'failed';
  /** The reason why it was skipped or failed. */
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

/** Reads the result of a bench. Its last line is its result as JSON; whatever its output, only exit code 0 is a success. */
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

/** Returns the exit code of all benches: 1 if one failed. */
export const exitCodeOf = (outcomes: readonly Pick<Outcome, 'is'>[]): 0 | 1 =>
  outcomes.some(({ is }) => is === 'failed') ? 1 : 0;
