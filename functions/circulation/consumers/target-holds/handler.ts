import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { tableDeps } from '../../deps.ts';
import { countQueueOf } from '../../use-cases/count-queue.ts';
import { releaseAbandonedCopy } from '../../use-cases/release-paged-copy.ts';
import { targetHolds } from '../../use-cases/target-holds.ts';
import { contract } from './contract.ts';

const messageSchema = z.object({
  recordId: z.string().min(1),
  cause: z.string().min(1),
  left: z.object({ itemId: z.string().min(1), holdId: z.string().min(1) }).exactOptional(),
  only: z.enum(['counters', 'copies']).exactOptional(),
});

export const handler = work(contract, tableDeps, (event: Pick<SQSEvent, 'Records'>, { table }, { now }) =>
  eachMessage(event, messageSchema, async ({ recordId, left, only }) => {
    if (only) return countQueueOf(table, recordId, now, { copies: only === 'copies' });
    if (left) await releaseAbandonedCopy(table, recordId, left);
    await targetHolds(table, recordId, now);
  }),
);
