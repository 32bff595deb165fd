import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { importPartDeps } from '../../deps.ts';
import { loadImportPart } from '../../use-cases/load-import-part.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({ importId: z.string(), part: z.string() });

export const handler = work(contract, importPartDeps, async (event: unknown, deps, { now }) => {
  const { importId, part } = eventSchema.parse(event);
  await loadImportPart(deps, importId, part, now);
  return { part };
});
