import { PlainFailure } from './failure.ts';
import { root } from './places.ts';
import { say } from './progress.ts';
import { makeContext } from './scaffold/new-files.ts';
import { runUntilShutdown } from './shutdown.ts';

/** Creates the folder of a context, with a README to complete. */
const make = async (): Promise<number> => {
  const [name] = process.argv.slice(2);
  if (name === undefined) throw new PlainFailure('Usage: npm run new:context -- <name>');
  for (const path of makeContext(root, name)) say(`  ${path}`);
  say(
    `Write it, give ${name} its place in functions/context-order.ts, then npm run new:operation -- ${name} <verb-noun>.`,
  );
  say('Until then npm test fails.');
  return 0;
};

await runUntilShutdown(make, () => Promise.resolve());
