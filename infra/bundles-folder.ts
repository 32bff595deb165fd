import { join } from 'node:path';

/** The folder from which deployments take the bundles of functions, beside cdk.json. */
export const bundlesFolder = 'dist/functions';

/** Returns the file with esbuild's metafile in a folder of bundles. */
export const metafileIn = (folder: string): string => join(folder, 'metafile.json');
