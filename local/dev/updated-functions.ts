import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { consumers } from '../../functions/consumers.ts';
import { operations } from '../../functions/operations.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { readJson, writeJson } from '../json-file.ts';
import { type Places, toolsFolder } from '../places.ts';
import { updateFunctions } from './update-functions.ts';

const idsSchema = z.array(z.string());

/** Notes that functions of a stack have code that was not deployed but updated on a save. */
export const noteUpdated = (places: Pick<Places, 'updated'>, ids: Iterable<string>): void =>
  writeJson(places.updated, [...new Set([...(readJson(places.updated, idsSchema) ?? []), ...ids])].sort());

/** Gives the functions that were updated on a save the code of the source as it is now, as a deployment would: the CDK knows nothing of them. */
export const restoreUpdated = async (places: Places, endpoint: string): Promise<void> => {
  const ids = new Set(readJson(places.updated, idsSchema));
  const contracts = [...operations, ...consumers].filter(({ id }) => ids.has(id));
  if (contracts.length > 0) {
    const folder = join(toolsFolder, 'dev', 'restored');
    await bundleFunctions(contracts, folder);
    await updateFunctions(
      endpoint,
      contracts.map(({ id }) => id),
      folder,
    );
  }
  rmSync(places.updated, { force: true });
};
