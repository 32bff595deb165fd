import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { readConfig } from '../../infra/config.ts';
import { zipped } from '../../layers/platform/spreadsheet/zip.ts';
import { clientOf } from '../stacks.ts';

/** The maximum number of parallel updates. */
const AT_ONCE = 8;

/** Updates the running functions with the bundles in a folder, by function id. */
export const updateFunctions = async (endpoint: string, ids: readonly string[], bundles: string): Promise<void> => {
  const client = new LambdaClient(clientOf(endpoint));
  const { name } = readConfig();
  const update = async (id: string): Promise<void> => {
    const folder = join(bundles, id);
    const files = readdirSync(folder).map((file) => ({ name: file, data: readFileSync(join(folder, file)) }));
    await client.send(new UpdateFunctionCodeCommand({ FunctionName: `${name}-${id}`, ZipFile: zipped(files) }));
  };
  for (let at = 0; at < ids.length; at += AT_ONCE) await Promise.all(ids.slice(at, at + AT_ONCE).map(update));
};
