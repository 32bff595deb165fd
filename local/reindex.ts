import { endpointsSchema } from './endpoints.ts';
import { failureText } from './failure.ts';
import { readJson } from './json-file.ts';
import { startPlaces } from './places.ts';
import { rebuildIndex } from './rebuild-index.ts';

// npm run reindex: the index of what runs here; with --aws, of the account and region that the environment names.
const isAws = process.argv.includes('--aws');
const endpoints = readJson(startPlaces().endpoints, endpointsSchema);
if (!isAws && !endpoints) {
  console.error('Concord has not been started here: run npm start first, or name an AWS account (--aws).');
  process.exitCode = 1;
} else {
  try {
    const rebuilt = await rebuildIndex(isAws ? undefined : endpoints?.aws);
    if (!rebuilt) throw new Error('No function catalogue-rebuild-index is deployed there.');
    const { written, older, failed } = rebuilt;
    console.log(`The index was rebuilt: ${written} documents, ${older} changed meanwhile, ${failed} failed.`);
    if (failed > 0) process.exitCode = 1;
  } catch (error) {
    console.error(failureText(error));
    process.exitCode = 1;
  }
}
