import { PlainFailure } from './failure.ts';
import { root } from './places.ts';
import { say } from './progress.ts';
import { makeContext } from './scaffold/new-files.ts';
import { TO_WRITE } from './scaffold/templates.ts';
import { runUntilShutdown } from './shutdown.ts';

/** Creates the folder of a context, with a README and keys to write, and gives it its place among the contexts. */
const make = async (): Promise<number> => {
  const [name] = process.argv.slice(2);
  if (name === undefined) throw new PlainFailure('Usage: npm run new:context -- <name>');
  for (const path of makeContext(root, name)) say(`  ${path}`);
  say(`Write what says ${TO_WRITE}, move ${name} down in functions/context-order.ts to the contexts that use it,`);
  say(`then npm run new:operation -- ${name} <verb-noun>. Until it is written npm test fails.`);
  return 0;
};

await runUntilShutdown(make, () => Promise.resolve());
