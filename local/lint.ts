import { join } from 'node:path';
import { checks, runCheck } from './levels/checks.ts';
import { runLevel } from './levels/report.ts';
import { closingLine, sum } from './levels/tally.ts';
import { toolsFolder } from './places.ts';
import { say } from './progress.ts';
import { runUntilShutdown } from './shutdown.ts';

/** Runs all static checks: types, lint, direction of imports, unused code, generated documents. */
const lint = async (): Promise<number> => {
  const results = await Promise.all(
    Object.values(checks).map((check) => runLevel(check.name, () => runCheck(check, join(toolsFolder, 'test-fast')))),
  );
  const tally = sum(results.map((result) => result.tally));
  say(closingLine(tally));
  return tally.failed > 0 ? 1 : 0;
};

await runUntilShutdown(lint, () => Promise.resolve());
