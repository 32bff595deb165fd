import { join } from 'node:path';
import { type Check, checks, runCheck } from './levels/checks.ts';
import { jestLevel } from './levels/jest-level.ts';
import { runLevel } from './levels/report.ts';
import { slowTests } from './levels/slow-tests.ts';
import { closingLine, type LevelResult, sum } from './levels/tally.ts';
import { toolsFolder } from './places.ts';
import { say, secondsSince } from './progress.ts';
import { runUntilShutdown } from './shutdown.ts';

const logs = join(toolsFolder, 'test-fast');

const check = (one: Check) => (): Promise<LevelResult> => runLevel(one.name, () => runCheck(one, logs));
const tests = (name: string) => (): Promise<LevelResult> =>
  runLevel(name, () => jestLevel({ name, project: name, without: slowTests, atOnce: 1, logs }));

const oneAfterAnother = async (work: readonly (() => Promise<LevelResult>)[]): Promise<LevelResult[]> => {
  const results: LevelResult[] = [];
  for (const next of work) results.push(await next());
  return results;
};

/**
 * Runs types, lint, names, direction of imports, and the quick tests of domain and contract: what to run before each commit. Two
 * processes at a time, so that it ends within a minute on two cores; the first run is longer, as it has no types of an earlier one to
 * continue from.
 */
const fast = async (): Promise<number> => {
  const began = Date.now();
  const results = await Promise.all([
    oneAfterAnother([checks.types, checks.web, checks.lint, checks.names, checks.direction].map(check)),
    oneAfterAnother(['domain', 'contract'].map(tests)),
  ]);
  const tally = sum(results.flat().map((result) => result.tally));
  say(
    `\nLeft to npm test: ${slowTests.length} slow paths (local/levels/slow-tests.ts), unused code, generated documents,`,
  );
  say('and the levels unit, infra, stores, deployed, browser and iam.');
  say(`Took ${secondsSince(began)}.`);
  say(closingLine(tally));
  return tally.failed > 0 ? 1 : 0;
};

await runUntilShutdown(fast, () => Promise.resolve());
