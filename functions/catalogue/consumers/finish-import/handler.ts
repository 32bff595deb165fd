import * as z from 'zod';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage, count } from '../../../../layers/platform/runtime/meter.ts';
import { importStore, sumParts } from '../../data/import-store.ts';
import { contract } from './contract.ts';

// `key` when even the first step failed, which would have told the load from it.
const eventSchema = z.object({
  input: z.object({ importId: z.string().optional(), key: z.string().optional() }),
  failed: z.boolean(),
});
const stopped = { reason: 'stopped', detail: 'The load stopped before its end: run it again, what was done is kept.' };

export const handler = work(
  contract,
  (runtime) => ({ imports: importStore(openTable(runtime)) }),
  async (event: unknown, { imports }, { now }) => {
    const { input, failed } = eventSchema.parse(event);
    const { importId = '', key = '' } = input;
    const id = importId || (key.split('/')[1] ?? '');
    const load = await imports.get(id);
    if (!load) return { importId: id, state: 'unknown' };
    attributeUsage({ cause: load.memberId });
    const parts = await imports.parts(id);
    // The platform bills each step of the workflow: the steps around the parts, and two for each part.
    count({ transitions: 4 + 2 * parts.length });
    const whole = !failed && parts.every(({ done }) => done);
    await imports.end(id, {
      state: whole ? 'done' : 'failed',
      at: iso(now),
      counts: sumParts(parts),
      ...(whole ? {} : { problem: stopped }),
    });
    return { importId: id, state: whole ? 'done' : 'failed' };
  },
);
