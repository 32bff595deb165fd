import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { sendDeps } from '../../deps.ts';
import { sendMessageSchema } from '../../domain/send-message.ts';
import { processSend } from '../../use-cases/process-send.ts';
import { contract } from './contract.ts';

// In parallel: a slow receiver delays no other.
export const handler = work(
  contract,
  sendDeps,
  async ({ Records }: Pick<SQSEvent, 'Records'>, deps, { now }): Promise<SQSBatchResponse> => {
    const one = (record: SQSEvent['Records'][number]) =>
      eachMessage({ Records: [record] }, sendMessageSchema, (message) => processSend(deps, message, now));
    const done = await Promise.all(Records.map(one));
    return { batchItemFailures: done.flatMap(({ batchItemFailures }) => batchItemFailures) };
  },
);
