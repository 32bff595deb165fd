import { join } from 'node:path';
import { bundle } from '../infra/bundle.ts';
import { withLock } from './lock.ts';
import { toolsFolder } from './places.ts';
import { step } from './progress.ts';
import { buildWeb } from './web-build.ts';

/** Builds what a deployment needs: the functions' bundles in dist/functions and the web app in web/dist. */
export const buildAll = async (): Promise<void> => {
  // The work tree shares one dist/, so nothing is synthesised while it is emptied.
  await step('Bundling the functions', () => withLock(join(toolsFolder, 'build.lock'), () => bundle()));
  await buildWeb();
};
