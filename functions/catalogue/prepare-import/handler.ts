import * as z from 'zod';
import { importStore } from '../../../layers/data/catalogue/import-store.ts';
import { prepareImport } from '../../../layers/data/catalogue/prepare-import.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { work } from '../../../layers/http/work.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { bearWitness } from '../../../layers/runtime/meter.ts';
import { contract } from './contract.ts';

// The bucket's event names the object, a run by hand the load.
const eventSchema = z.object({
  input: z.union([z.object({ importId: z.string() }), z.object({ key: z.string().regex(/^imports\/[^/]+\/file$/) })]),
  execution: z.string(),
});

export const handler = work(
  contract,
  (runtime) => ({ imports: importStore(openTable(runtime)), bucket: openBucket(runtime) }),
  async (event: unknown, deps, { now }) => {
    const { input, execution } = eventSchema.parse(event);
    const importId = 'importId' in input ? input.importId : (input.key.split('/')[1] ?? '');
    const load = await deps.imports.get(importId);
    if (load) bearWitness({ cause: load.memberId });
    return prepareImport(deps, importId, execution, iso(now));
  },
);
