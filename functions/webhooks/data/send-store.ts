import { absent, below, equals, or } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

const DAY_SECONDS = 86_400;
/** After this time a replay that broke off no longer keeps another from beginning. */
const REPLAY_SECONDS = 3600;

/** What staff ask a webhook to send: a test, one delivery again, or those of a period again. */
export type SendRequest = { webhookId: string; owner: string; sendId: string; at: string } & (
  | { send: 'test' }
  | { send: 'delivery'; eventId: string; happenedAt: string }
  | { send: 'since'; since: string }
);

/** The requests of staff to send; the stream brings each to the queue. */
export type SendStore = {
  /** Stores a request; false when it is a replay and another one of the webhook runs. */
  add(request: SendRequest, also?: readonly Write[]): Promise<boolean>;
  /** Ends a replay, so that another may begin. */
  endReplay(replay: { webhookId: string; sendId: string }): Promise<void>;
};

const replayWrite = ({ webhookId, sendId }: SendRequest, beganAt: number): Write => ({
  put: {
    ...key('webhookReplay', { webhookId }),
    ...stamp('webhookReplay', 1),
    ...{ webhookId, sendId, expiresAt: beganAt + REPLAY_SECONDS },
  },
  when: or(absent(), below('expiresAt', beganAt)),
});

/** The requests in the table. */
export const sendStore = (table: Table): SendStore => ({
  add: async (request, also = []) => {
    const at = Math.floor(Date.parse(request.at) / 1000);
    const put = {
      ...key('webhookSend', request),
      ...stamp('webhookSend', 1),
      ...request,
      expiresAt: at + DAY_SECONDS,
    };
    const alone = request.send === 'since' ? [replayWrite(request, at)] : [];
    return (await table.write([{ put }, ...alone, ...also])) === undefined;
  },
  endReplay: async ({ webhookId, sendId }) => {
    // It fails when a later replay runs.
    await table.write([{ delete: key('webhookReplay', { webhookId }), when: equals('sendId', sendId) }]);
  },
});
