import { PlainFailure } from './failure.ts';

/** Seconds since an instant, with one decimal. */
export const secondsSince = (began: number): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** Prints one line to the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * Runs a step and prints one line with its seconds at the end, and a line every 15 s meanwhile, so that a slow step does not look stuck.
 */
export const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
  const began = Date.now();
  const still = setInterval(() => say(`  … ${title} (${secondsSince(began)} so far)`), 15_000);
  try {
    const result = await work();
    say(`  ✓ ${title.padEnd(52)} ${secondsSince(began).padStart(8)}`);
    return result;
  } catch (error) {
    say(`  ✗ ${title.padEnd(52)} ${secondsSince(began).padStart(8)}`);
    throw error instanceof Error ? error : new PlainFailure(String(error));
  } finally {
    clearInterval(still);
  }
};
