import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { importEndDeps } from '../../deps.ts';
import { finishImport } from '../../use-cases/finish-import.ts';
import { contract } from './contract.ts';

// `key` is present when even the first step failed, which would have derived the load's id from it.
const eventSchema = z.object({
  input: z.object({ importId: z.string().optional(), key: z.string().optional() }),
  failed: z.boolean(),
});

export const handler = work(contract, importEndDeps, async (event: unknown, deps, { now }) => {
  const { input, failed } = eventSchema.parse(event);
  const { importId = '', key = '' } = input;
  return finishImport(deps, { importId: importId || (key.split('/')[1] ?? ''), failed, now });
});
