import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { EngineUnavailable } from '../../../../layers/platform/search/client.ts';
import { type PartnerMessageEvent, partnerMessageEventSchema } from '../../domain/messages/partner-message-events.ts';
import { type MessagingDeps, messagingDeps } from '../../use-cases/messages/messaging-deps.ts';
import { processIncoming } from '../../use-cases/messages/process-incoming.ts';
import { sendMessage } from '../../use-cases/messages/send-message.ts';
import { contract } from './contract.ts';

/** After how many seconds something is looked at again that the search engine was needed for. */
const ENGINE_SECONDS = 300;

const carry = async (office: MessagingDeps, news: PartnerMessageEvent, now: number): Promise<void> => {
  const row = await office.mail.get(news);
  if (row?.direction === 'out') await sendMessage(office, row, now);
  if (row?.direction !== 'in') return;
  try {
    await processIncoming(office, row, now);
  } catch (error) {
    // It passes by itself, and must not count as a failure of the message.
    if (!(error instanceof EngineUnavailable)) throw error;
    await office.queue.send([news], ENGINE_SECONDS);
  }
};

// Side by side: a partner that is slow keeps nobody else waiting.
export const handler = work(
  contract,
  messagingDeps,
  async ({ Records }: Pick<SQSEvent, 'Records'>, office, { now }): Promise<SQSBatchResponse> => {
    const one = (record: SQSEvent['Records'][number]) =>
      eachMessage({ Records: [record] }, partnerMessageEventSchema, (news) => carry(office, news, now));
    const done = await Promise.all(Records.map(one));
    return { batchItemFailures: done.flatMap(({ batchItemFailures }) => batchItemFailures) };
  },
);
