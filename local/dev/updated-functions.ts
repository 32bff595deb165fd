import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { allFunctions, bundleFunctions } from '../../infra/bundle.ts';
import { readJson, writeJson } from '../json-file.ts';
import { type Places, toolsFolder } from '../places.ts';
import { updateFunctions } from './update-functions.ts';

const idsSchema = z.array(z.string());

/** Records that functions of a stack were updated on a save instead of deployed. */
export const noteUpdated = (places: Pick<Places, 'updated'>, ids: Iterable<string>): void =>
  writeJson(places.updated, [...new Set([...(readJson(places.updated, idsSchema) ?? []), ...ids])].sort());

/** Updates those functions to the current source, as a deployment would: the CDK does not know that they changed. */
export const restoreUpdated = async (places: Places, endpoint: string): Promise<void> => {
  const ids = new Set(readJson(places.updated, idsSchema));
  const functions = allFunctions.filter(({ id }) => ids.has(id));
  if (functions.length > 0) {
    const folder = join(toolsFolder, 'dev', 'restored');
    await bundleFunctions(functions, folder);
    await updateFunctions(endpoint, functions, folder);
  }
  rmSync(places.updated, { force: true });
};
