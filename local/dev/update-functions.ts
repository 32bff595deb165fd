import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LambdaClient, UpdateAliasCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import type { Bundled } from '../../infra/bundle.ts';
import { readConfig } from '../../infra/config.ts';
import { LIVE } from '../../infra/constructs/concord-function.ts';
import { zipped } from '../../layers/platform/spreadsheet/zip.ts';
import { clientOf } from '../stacks.ts';

/** The maximum number of parallel updates. */
const AT_ONCE = 8;

/** Updates the running functions with the bundles in a folder. The gateway calls groups by their alias, which moves to the new version. */
export const updateFunctions = async (
  endpoint: string,
  functions: readonly Bundled[],
  bundles: string,
): Promise<void> => {
  const client = new LambdaClient(clientOf(endpoint));
  const { name } = readConfig();
  const update = async (one: Bundled): Promise<void> => {
    const folder = join(bundles, one.id);
    const files = readdirSync(folder).map((file) => ({ name: file, data: readFileSync(join(folder, file)) }));
    const FunctionName = `${name}-${one.id}`;
    const isGroup = 'operations' in one;
    const code = { FunctionName, ZipFile: zipped(files), Publish: isGroup };
    const { Version } = await client.send(new UpdateFunctionCodeCommand(code));
    if (isGroup) await client.send(new UpdateAliasCommand({ FunctionName, Name: LIVE, FunctionVersion: Version }));
  };
  for (let at = 0; at < functions.length; at += AT_ONCE)
    await Promise.all(functions.slice(at, at + AT_ONCE).map(update));
};
