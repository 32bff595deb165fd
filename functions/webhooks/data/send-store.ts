import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

const DAY_SECONDS = 86_400;

/** What staff ask a webhook to send: a test, one delivery again, or those of a period again. */
export type SendRequest = { webhookId: string; owner: string; sendId: string; at: string } & (
  | { send: 'test' }
  | { send: 'delivery'; eventId: string; happenedAt: string }
  | { send: 'since'; since: string }
);

/** The requests of staff to send; the stream brings each to the queue. */
export type SendStore = { add(request: SendRequest, also?: readonly Write[]): Promise<void> };

/** The requests in the table. */
export const sendStore = (table: Table): SendStore => ({
  add: async (request, also = []) => {
    const expiresAt = Math.floor(Date.parse(request.at) / 1000) + DAY_SECONDS;
    const put = { ...key('webhookSend', request), ...stamp('webhookSend', 1), ...request, expiresAt };
    await table.write([{ put }, ...also]);
  },
});
