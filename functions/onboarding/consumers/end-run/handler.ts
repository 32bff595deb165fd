import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage, count } from '../../../../layers/platform/runtime/meter.ts';
import { fileDeps } from '../../deps.ts';
import { endRun } from '../../use-cases/end-run.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({
  input: z.object({ loadId: z.string(), runId: z.string() }),
  execution: z.string(),
  failed: z.boolean(),
});

export const handler = work(contract, fileDeps, async (event: unknown, deps, { now }) => {
  const { input, execution, failed } = eventSchema.parse(event);
  const load = await deps.loads.get(input.loadId);
  if (!load) return { ...input, state: 'unknown' };
  attributeUsage({ cause: load.memberId });
  const parts = await deps.loads.parts(input.runId);
  // The platform bills each step of the workflow: three around each phase, and two for each part.
  count({ transitions: 3 * (new Set(parts.map(({ phase }) => phase)).size + 1) + 2 * parts.length });
  return { ...input, state: await endRun(deps, input, execution, iso(now), failed) };
});
