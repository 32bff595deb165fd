import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { openTable } from '../../../layers/data/table.ts';
import { targetHolds } from '../../../layers/data/target-holds.ts';
import { eachMessage } from '../../../layers/http/each-message.ts';
import { work } from '../../../layers/http/work.ts';
import { contract } from './contract.ts';

const messageSchema = z.object({ recordId: z.string().min(1), cause: z.string().min(1) });

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  (event: Pick<SQSEvent, 'Records'>, { table }, { now }) =>
    eachMessage(event, messageSchema, async ({ recordId }) => {
      await targetHolds(table, recordId, now);
    }),
);
