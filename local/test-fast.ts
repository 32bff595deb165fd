import { join } from 'node:path';
import { checks, runCheck } from './levels/checks.ts';
import { jestLevel } from './levels/jest-level.ts';
import { runLevel } from './levels/report.ts';
import { closingLine, sum } from './levels/tally.ts';
import { toolsFolder } from './places.ts';
import { say } from './progress.ts';
import { untilTheEnd } from './way-out.ts';

const logs = join(toolsFolder, 'test-fast');

/** Types, lint, domain and contract, all at once: what to run before each commit. */
const fast = async (): Promise<number> => {
  const results = await Promise.all([
    ...[checks.types, checks.web, checks.lint].map((check) => runLevel(check.name, () => runCheck(check, logs))),
    ...['domain', 'contract'].map((name) => runLevel(name, () => jestLevel({ name, project: name, logs }))),
  ]);
  const tally = sum(results.map((result) => result.tally));
  say(closingLine(tally));
  return tally.failed > 0 ? 1 : 0;
};

await untilTheEnd(fast, () => Promise.resolve());
