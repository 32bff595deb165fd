import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { tableDeps } from '../../deps.ts';
import { followQueueChange } from '../../use-cases/follow-queue-change.ts';
import { contract } from './contract.ts';

const messageSchema = z.object({
  recordId: z.string().min(1),
  cause: z.string().min(1),
  left: z.object({ itemId: z.string().min(1), holdId: z.string().min(1) }).exactOptional(),
  only: z.enum(['counters', 'copies']).exactOptional(),
});

export const handler = work(contract, tableDeps, (event: Pick<SQSEvent, 'Records'>, { table }, { now }) =>
  eachMessage(event, messageSchema, (change) => followQueueChange(table, change, now)),
);
