import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { Page, Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import type { Hold } from '../../items/public/hold.ts';
import { isOver } from '../../items/public/hold-is-over.ts';
import { followed } from '../domain/holds/hold-editions.ts';
import { byQueueOrder, isWaiting } from '../domain/holds/hold-queue.ts';
import { pointed, readHold } from './hold-store.ts';
import { indexPartition, sortPrefix } from './keys.ts';

/** The number of rows in the first read of a queue: enough for nearly every record, in one query. */
const FIRST_ROWS = 40;
const MORE_ROWS = 120;
/** Each pointer costs one read in addition to its page. */
const POINTERS = 20;

/**
 * The maximum number of waiting holds of one record that a request reads. A copy that none of them may take continues on its route, and
 * the targeter, which processes the whole queue, pages it from its shelf.
 */
export const MOST_LOOKED_AT = 1000;

/**
 * The part of a queue read so far. `upTo`: every unread hold was placed at or after this instant (epoch ms). Without it all were read
 * or, with `cut`, the read limit was reached: the unread holds were placed from that instant on.
 */
export type QueueRead = { open: Hold[]; upTo?: number; cut?: number };

type Stream = { partition: string; begins: string; after: Record<string, unknown> | undefined; upTo: number };

const OWN = sortPrefix('hold');
const ELSEWHERE = sortPrefix('holdElsewhere');
/** The common prefix of all rows of a queue: its own holds, then the pointers to holds for works. */
const BOTH = 'HOLD';

/**
 * Returns a reader of the queue of merged records in the order in which its holds were placed, a page at a time: `more` reads the next
 * page and returns all holds read so far in queue order (C34). Holds with a place other than their ids imply, because staff moved them
 * up or an owner agreed to lend for them, are in the first page. A hold for a work is found from its other editions by pointers.
 */
export const queueReader = (table: Table, recordIds: readonly string[], reading: { strong?: boolean } = {}) => {
  const strong = reading.strong ? { strong: true } : {};
  const found = new Map<string, Hold>();
  let streams: Stream[] | undefined;

  const add = (holds: readonly Hold[]): void => {
    for (const hold of holds) if (!isOver(hold)) found.set(hold.holdId, followed(hold, recordIds));
  };
  const ofKeys = async (keys: Parameters<Table['getMany']>[0]): Promise<Hold[]> =>
    (await table.getMany(keys, strong)).flatMap((row) => (row ? [readHold(row)] : []));
  /** Adds the holds of a page; returns the instant before which all holds of the stream have been read. */
  const take = async (rows: readonly Record<string, unknown>[]): Promise<{ own: number; others: number }> => {
    const own = rows.filter(({ entity }) => entity === 'hold').map(readHold);
    const others = await ofKeys(pointed(rows));
    add([...own, ...others]);
    const last = (holds: readonly Hold[]): number => millis(holds.at(-1)?.placedAt ?? new Date(0).toISOString());
    return { own: last(own), others: last(others) };
  };

  const outOfTurn = async (recordId: string): Promise<void> => {
    const { pk } = catalogueKeys.key('record', { recordId });
    const moved = { index: 'gsi4', partition: indexPartition('hold', 'gsi4', { recordId }), limit: MORE_ROWS } as const;
    const [agreed, up] = await Promise.all([
      // An agreed hold has the id of its request, which sorts after all others.
      table.query({ partition: pk, between: [`${OWN}req_`, `${OWN}req_~`], limit: MORE_ROWS, ...strong }),
      table.query(moved),
    ]);
    const keys = up.items.map(({ pk: at, sk }) => ({ pk: String(at), sk: String(sk) }));
    add([...agreed.items.map(readHold), ...(reading.strong ? await ofKeys(keys) : up.items.map(readHold))]);
  };

  const advance = async (stream: Stream): Promise<Stream[]> => {
    const { partition, begins, after } = stream;
    const page: Page = await table.query({
      ...{ partition, begins, limit: begins === OWN ? MORE_ROWS : POINTERS, ...strong },
      ...(after && { after }),
    });
    const { own, others } = await take(page.items);
    return page.next ? [{ ...stream, after: page.next, upTo: begins === OWN ? own : others }] : [];
  };

  const begin = async (recordId: string): Promise<Stream[]> => {
    const partition = catalogueKeys.key('record', { recordId }).pk;
    const page = await table.query({ partition, begins: BOTH, limit: FIRST_ROWS, ...strong });
    const { own, others } = await take(page.items);
    if (!page.next) return [];
    await outOfTurn(recordId);
    const elsewhere = { partition, begins: ELSEWHERE, after: undefined, upTo: others };
    if (String(page.next.sk).startsWith(ELSEWHERE)) return [{ ...elsewhere, after: page.next }];
    return [{ partition, begins: OWN, after: page.next, upTo: own }, ...(await advance(elsewhere))];
  };

  /** Returns the reads of the streams that are furthest behind; the other streams wait. */
  const furthestBack = (all: Stream[]): (Stream[] | Promise<Stream[]>)[] => {
    const least = Math.min(...all.map(({ upTo }) => upTo));
    return all.map((stream) => (stream.upTo === least ? advance(stream) : [stream]));
  };

  return {
    more: async (): Promise<QueueRead> => {
      streams = (await Promise.all(streams ? furthestBack(streams) : [...new Set(recordIds)].map(begin))).flat();
      const open = [...found.values()].toSorted(byQueueOrder);
      if (streams.length === 0) return { open };
      const upTo = Math.min(...streams.map((stream) => stream.upTo));
      return open.filter(isWaiting).length >= MOST_LOOKED_AT ? { open, cut: upTo } : { open, upTo };
    },
  };
};
