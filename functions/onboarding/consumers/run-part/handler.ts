import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { fileDeps } from '../../deps.ts';
import { processPart } from '../../use-cases/process-part.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({ loadId: z.string(), runId: z.string(), part: z.string() });

export const handler = work(contract, fileDeps, (event: unknown, deps, { now }) =>
  processPart(deps, eventSchema.parse(event), now),
);
