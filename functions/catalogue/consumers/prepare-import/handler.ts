import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { importStepDeps } from '../../deps.ts';
import { prepareImport } from '../../use-cases/prepare-import.ts';
import { contract } from './contract.ts';

// The bucket's event names the object; a manual run names the load.
const eventSchema = z.object({
  input: z.union([z.object({ importId: z.string() }), z.object({ key: z.string().regex(/^imports\/[^/]+\/file$/) })]),
  execution: z.string(),
});

export const handler = work(contract, importStepDeps, async (event: unknown, deps, { now }) => {
  const { input, execution } = eventSchema.parse(event);
  const importId = 'importId' in input ? input.importId : (input.key.split('/')[1] ?? '');
  const load = await deps.imports.get(importId);
  if (load) attributeUsage({ cause: load.memberId });
  return prepareImport(deps, importId, execution, iso(now));
});
