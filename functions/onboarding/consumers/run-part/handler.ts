import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { fileDeps } from '../../deps.ts';
import { runPart } from '../../use-cases/run-part.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({ loadId: z.string(), runId: z.string(), part: z.string() });

export const handler = work(contract, fileDeps, async (event: unknown, deps, { now }) => {
  const { loadId, runId, part: name } = eventSchema.parse(event);
  const [run, part] = await Promise.all([deps.loads.run(loadId, runId), deps.loads.part(runId, name)]);
  if (!run || !part) throw new Error(`There is no part ${name} of the run ${runId}.`);
  attributeUsage({ cause: run.memberId });
  if (!part.done) await runPart(deps, run, part, now);
  return { part: name };
});
