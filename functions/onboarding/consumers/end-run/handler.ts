import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
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
  return { ...input, state: await endRun(deps, input, execution, iso(now), failed) };
});
