import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { fileDeps } from '../../deps.ts';
import { prepareRun } from '../../use-cases/prepare-run.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({ input: z.object({ loadId: z.string(), runId: z.string() }), execution: z.string() });

export const handler = work(contract, fileDeps, async (event: unknown, deps, { now }) => {
  const { input, execution } = eventSchema.parse(event);
  const load = await deps.loads.get(input.loadId);
  if (load) attributeUsage({ cause: load.memberId });
  return prepareRun(deps, input, execution, iso(now));
});
