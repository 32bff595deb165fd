import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { messagingDeps } from '../../deps.ts';
import { partnerMessageEventSchema } from '../../domain/messages/partner-message-events.ts';
import { processMessage } from '../../use-cases/messages/process-message.ts';
import { contract } from './contract.ts';

// In parallel: a slow partner delays no other.
export const handler = work(
  contract,
  messagingDeps,
  async ({ Records }: Pick<SQSEvent, 'Records'>, deps, { now }): Promise<SQSBatchResponse> => {
    const one = (record: SQSEvent['Records'][number]) =>
      eachMessage({ Records: [record] }, partnerMessageEventSchema, (event) => processMessage(deps, event, now));
    const done = await Promise.all(Records.map(one));
    return { batchItemFailures: done.flatMap(({ batchItemFailures }) => batchItemFailures) };
  },
);
