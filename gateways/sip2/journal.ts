import * as z from 'zod';
import { sipDate } from '../../layers/protocols/sip2/dates.ts';
import type { Called, Client, ConcordApi } from './concord-api.ts';
import { type Entry, openJournalFile } from './journal-file.ts';
import { openReports, type ReportEvent } from './reports.ts';

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
  /**
   * Notes for staff when an answer has another due date than the device gave the patron, or when a loan was recorded although rules were
   * against it.
   */
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
  | { what: 'journal-unreadable'; lines: number }
  | ReportEvent;

const anything = z.unknown();
const dueIn = z.union([z.object({ due: z.string() }), z.object({ loan: z.object({ due: z.string() }) })]);
const conflictsIn = z.object({ conflicts: z.array(z.string()).min(1) });

/** After how many sent transactions the file is written again. A restart repeats at most these, under the same keys: Concord carries each out once. */
const SENT_BETWEEN_SAVES = 50;

/** How often Concord may fail at one transaction, in ten minutes or more, before staff have to deal with it. */
const MOST_TRIES = 60;

/** After how many unreachable clients in a row a replay ends: Concord itself is then unreachable. */
const MOST_UNREACHABLE = 3;

/** How many replays, a minute, a client's transactions wait before staff see it, and how many of them one replay reports. */
const REPORTED_AFTER = 6;
const MOST_REPORTED = 20;

type Options = {
  api: ConcordApi;
  clientOf: (id: string) => Client | undefined;
  /** Returns a client that has signed in and acts at a branch. */
  clientAt: (branchId: unknown) => Client | undefined;
  timeZone: string;
  log: (event: JournalEvent) => void;
};

/** Opens the journal of a folder. One program at a time may have it open (see lock-folder.ts). */
export const openJournal = (folder: string, { api, clientOf, clientAt, timeZone, log }: Options): Journal => {
  const file = openJournalFile(folder);
  const queues = new Map<string, Entry[]>();
  const tries = new WeakMap<Entry, number>();
  const stopped = new Map<string, { why: string; times: number }>();
  let [running, closing]: [Promise<number> | undefined, boolean] = [undefined, false];

  const add = (entry: Entry): void => {
    const queue = queues.get(entry.clientId);
    if (queue) queue.push(entry);
    else queues.set(entry.clientId, [entry]);
  };
  const save = (): void => file.save([...queues.values()].flat());
  const reports = openReports(folder, { api, clientOf, clientAt, log });
  const { entries, unreadable } = file.read();
  for (const entry of entries) add(entry);
  if (unreadable.length > 0) log({ what: 'journal-unreadable', lines: unreadable.length });
  for (const line of unreadable) reports.unreadable(line);
  // A line that a crash cut short has no line end: the next one would be joined to it.
  save();

  const compare: Journal['compare'] = (client, asked, given) => {
    const { promised, body, timeZone: own = timeZone } = asked;
    const against = conflictsIn.safeParse(given).data?.conflicts;
    if (against) reports.add('conflicts', { clientId: client, asked }, { codes: against });
    const read = dueIn.safeParse(given).data;
    if (promised === undefined || read === undefined) return;
    const due = sipDate(Date.parse('loan' in read ? read.loan.due : read.due), own).slice(0, 8);
    if (due === promised) return;
    file.differ({ item: body.item, promised, due });
    reports.add('due-differs', { clientId: client, asked }, { due });
    log({ what: 'due-differs', client, promised, due });
  };

  const refuse: Journal['refuse'] = (clientId, asked, codes) => {
    if (!file.refuse({ clientId, asked }, codes)) return;
    reports.add('refused', { clientId, asked }, { codes });
    log({ what: 'refused', client: clientId, codes });
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
    const before = stopped.get(clientId);
    if (before?.why !== why) log({ what: 'stopped', client: clientId, why });
    stopped.set(clientId, { why, times: (before?.times ?? 0) + 1 });
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
      } else {
        if (entry.reported) reports.add('recorded', entry);
        compare(client.id, entry.asked, called.ok);
      }
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

  /** Shows staff what waits although Concord can be reached: its client is not let in, or a request fails again and again. */
  const reportWaiting = async (): Promise<void> => {
    const waiting = [...queues].flatMap(([clientId, queue]) => {
      const { why, times } = stopped.get(clientId) ?? { why: '', times: 0 };
      const unknown = times < REPORTED_AFTER ? [] : queue.filter(({ reported }) => !reported);
      return unknown.slice(0, MOST_REPORTED).map((entry) => ({ entry, why }));
    });
    for (const { entry, why } of waiting) {
      const sent = closing ? 'unreachable' : await reports.waiting(entry, [why]);
      if (sent === 'unreachable') break;
      if (sent === 'done') entry.reported = true;
    }
    if (waiting.some(({ entry }) => entry.reported)) save();
  };

  const replayAndReport = async (): Promise<number> => {
    const sent = await sendAll();
    if (!closing && (await reports.send())) await reportWaiting();
    return sent;
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
      running ??= replayAndReport().finally(() => {
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
