import * as z from 'zod';
import { sipDate } from '../../layers/protocols/sip2/dates.ts';
import type { Called, Client, ConcordApi } from './concord-api.ts';
import { type Entry, openJournalFile } from './journal-file.ts';

/** Transactions made off line that wait to be sent, for each machine client in their order. They outlive a restart. */
export type Journal = {
  isEmpty(clientId: string): boolean;
  /** Stores a transaction durably before the device gets its response. */
  store(clientId: string, asked: Entry['asked']): { stored: true };
  /**
   * Sends what waits, for each client oldest first, until one of its requests does not get through. A client that has not signed in again, or
   * whose requests fail, does not stop the others. Returns how many left the journal.
   */
  replay(): Promise<number>;
  /** Stores for staff what Concord refused for good of a transaction that its device made off line and cannot take back. */
  refuse(clientId: string, asked: Entry['asked'], codes: readonly string[]): void;
  /** Notes for staff when an answer has another due date than the device gave the patron. */
  compare(clientId: string, asked: Entry['asked'], answer: unknown): void;
  waiting(): number;
  /** Ends a running replay after the current request. */
  close(): Promise<void>;
};

/** Why the transactions of a client wait. */
type Stopped = { what: 'stopped'; client: string; why: string };

/** A loan made off line got another due date than its device gave the patron; days as YYYYMMDD. */
type DueDiffers = { what: 'due-differs'; client: string; promised: string; due: string };

/** What a journal logs: never a card or a barcode. */
export type JournalEvent =
  | Stopped
  | DueDiffers
  | { what: 'refused'; client: string; codes: readonly string[] }
  | { what: 'journal-unreadable'; lines: number };

const anything = z.unknown();
const dueIn = z.union([z.object({ due: z.string() }), z.object({ loan: z.object({ due: z.string() }) })]);

/** After how many sent transactions the file is written again. A restart repeats at most these, under the same keys: Concord carries each out once. */
const SENT_BETWEEN_SAVES = 50;

/** How often Concord may fail at one transaction, in ten minutes or more, before staff have to deal with it. */
const MOST_TRIES = 60;

/** After how many unreachable clients in a row a replay ends: Concord itself is then unreachable. */
const MOST_UNREACHABLE = 3;

type Options = {
  api: ConcordApi;
  clientOf: (id: string) => Client | undefined;
  timeZone: string;
  log: (event: JournalEvent) => void;
};

/** Opens the journal of a folder. One program at a time may have it open (see lock-folder.ts). */
export const openJournal = (folder: string, { api, clientOf, timeZone, log }: Options): Journal => {
  const file = openJournalFile(folder);
  const queues = new Map<string, Entry[]>();
  const tries = new WeakMap<Entry, number>();
  const stopped = new Map<string, string>();
  let [running, closing]: [Promise<number> | undefined, boolean] = [undefined, false];

  const add = (entry: Entry): void => {
    const queue = queues.get(entry.clientId);
    if (queue) queue.push(entry);
    else queues.set(entry.clientId, [entry]);
  };
  const save = (): void => file.save([...queues.values()].flat());
  const { entries, unreadable } = file.read();
  for (const entry of entries) add(entry);
  if (unreadable > 0) log({ what: 'journal-unreadable', lines: unreadable });
  // A line that a crash cut short has no line end: the next one would be joined to it.
  save();

  const compare: Journal['compare'] = (client, { promised, body, timeZone: own = timeZone }, given) => {
    const read = dueIn.safeParse(given).data;
    if (promised === undefined || read === undefined) return;
    const due = sipDate(Date.parse('loan' in read ? read.loan.due : read.due), own).slice(0, 8);
    if (due === promised) return;
    file.differ({ item: body.item, promised, due });
    log({ what: 'due-differs', client, promised, due });
  };

  const refuse: Journal['refuse'] = (clientId, asked, codes) => {
    if (file.refuse({ clientId, asked }, codes)) log({ what: 'refused', client: clientId, codes });
  };

  const call = async (client: Client, { asked }: Entry): Promise<Called<unknown>> => {
    try {
      return await api.call(client, asked, anything);
    } catch (error) {
      return { unreachable: error instanceof Error ? error.name : 'unknown' };
    }
  };

  /** Returns why an entry leaves the queue for staff to deal with: Concord refused it for good, or failed at it too often. */
  const refusalOf = (entry: Entry, called: Exclude<Called<unknown>, { ok: unknown }>): string[] | undefined => {
    const codes = 'refused' in called ? called.refused.map(({ code }) => code) : [called.unreachable];
    if ('refused' in called && !called.passing) return codes;
    if (called.passing !== 'request') return undefined;
    const tried = (tries.get(entry) ?? 0) + 1;
    tries.set(entry, tried);
    return tried >= MOST_TRIES ? codes : undefined;
  };

  /** A client that waits is logged once, and goes to the end of the next replay. */
  const stop = (clientId: string, queue: Entry[], called: Exclude<Called<unknown>, { ok: unknown }>): void => {
    queues.delete(clientId);
    queues.set(clientId, queue);
    const why = 'refused' in called ? called.refused.map(({ code }) => code).join(' ') : called.unreachable;
    if (stopped.get(clientId) !== why) log({ what: 'stopped', client: clientId, why });
    stopped.set(clientId, why);
  };

  const sendQueue = async (client: Client, queue: Entry[], onSent: () => void): Promise<{ unreachable: boolean }> => {
    while (queue[0] && !closing) {
      const [entry] = queue;
      const called = await call(client, entry);
      const codes = 'ok' in called ? [] : refusalOf(entry, called);
      if (!('ok' in called)) {
        if (!codes) {
          stop(client.id, queue, called);
          return { unreachable: 'unreachable' in called && !called.passing };
        }
        refuse(client.id, entry.asked, codes);
      } else compare(client.id, entry.asked, called.ok);
      queue.shift();
      stopped.delete(client.id);
      onSent();
    }
    if (queue.length === 0) queues.delete(client.id);
    return { unreachable: false };
  };

  const sendAll = async (): Promise<number> => {
    let [sent, unreachable] = [0, 0];
    const onSent = (): void => {
      sent += 1;
      if (sent % SENT_BETWEEN_SAVES === 0) save();
    };
    try {
      for (const [clientId, queue] of [...queues]) {
        const client = clientOf(clientId);
        if (!client) {
          stop(clientId, queue, { unreachable: 'not-signed-in' });
          continue;
        }
        const before = sent;
        const ended = await sendQueue(client, queue, onSent);
        unreachable = ended.unreachable && sent === before ? unreachable + 1 : 0;
        if (closing || unreachable >= MOST_UNREACHABLE) break;
      }
      return sent;
    } finally {
      if (sent > 0) save();
    }
  };

  return {
    compare,
    refuse,
    isEmpty: (clientId) => !queues.has(clientId),
    waiting: () => [...queues.values()].flat().length,
    store(clientId, asked) {
      const entry = { clientId, asked };
      file.append(entry);
      add(entry);
      return { stored: true };
    },
    replay() {
      running ??= sendAll().finally(() => {
        running = undefined;
      });
      return running;
    },
    async close() {
      closing = true;
      await running;
    },
  };
};
