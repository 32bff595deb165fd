import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { operations } from '../functions/operations.ts';
import { PlainFailure } from './failure.ts';
import { root } from './places.ts';
import { say } from './progress.ts';
import { makeOperation } from './scaffold/new-files.ts';
import { TO_WRITE } from './scaffold/templates.ts';
import { runUntilShutdown } from './shutdown.ts';

/** Creates the files of an operation, with a test that fails until it is written. */
const make = async (): Promise<number> => {
  const [context, name] = process.argv.slice(2);
  if (context === undefined || name === undefined)
    throw new PlainFailure('Usage: npm run new:operation -- <context> <verb-noun>');
  // A context's operations mostly belong to one service, so the first one's is the default.
  const service = operations.find((one) => one.context === context)?.service ?? 'administration';
  const made = makeOperation(root, { context, name, service });
  // Line breaks depend on the length of the names, the order of imports on those that were there.
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'check', '--write', ...made], { cwd: root });
  for (const path of made) say(`  ${path}`);
  say(`Write what says ${TO_WRITE}, then npm run gen: until then npm test fails.`);
  return 0;
};

await runUntilShutdown(make, () => Promise.resolve());
