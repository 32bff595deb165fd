import { buildAll } from './build-all.ts';
import { runUntilShutdown } from './shutdown.ts';

/** Builds the functions and the web app. */
const build = async (): Promise<number> => {
  await buildAll();
  return 0;
};

await runUntilShutdown(build, () => Promise.resolve());
