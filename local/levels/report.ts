import { failureText } from '../failure.ts';
import { say, secondsSince } from '../progress.ts';
import { closingLine, type LevelResult } from './tally.ts';

/** Runs a level and prints one line with its count and seconds, then each failure. An exception counts as one failure. */
export const runLevel = async (name: string, work: () => Promise<LevelResult>): Promise<LevelResult> => {
  const began = Date.now();
  const still = setInterval(() => say(`  … ${name} (${secondsSince(began)} so far)`), 30_000);
  const result: LevelResult = await work().catch((error: unknown) => ({
    tally: { passed: 0, failed: 1, skipped: 0 },
    failures: [failureText(error)],
  }));
  clearInterval(still);
  const mark = result.tally.failed > 0 ? '✗' : '✓';
  // Not alone on its line: the only such line is the last one, for all levels.
  say(`  ${mark} ${name.padEnd(28)} ${closingLine(result.tally).padEnd(36)} ${secondsSince(began).padStart(8)}`);
  for (const note of result.notes ?? []) say(`      – ${note}`);
  for (const failure of result.failures) say(`${failure.replace(/^/gm, '      ')}\n`);
  return result;
};
