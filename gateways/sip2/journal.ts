import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Client, ConcordApi } from './concord-api.ts';

const askedSchema = z.object({
  method: z.literal('POST'),
  path: z.string(),
  body: z.record(z.string(), z.unknown()),
  key: z.string(),
});
const entrySchema = z.object({ clientId: z.string(), asked: askedSchema });
type Entry = z.output<typeof entrySchema>;
type Asked = z.output<typeof askedSchema>;

/** Transactions made off line that wait to be sent, in their order. They outlive a restart. */
export type Journal = {
  isEmpty(): boolean;
  /** Stores a transaction durably before the device gets its response. */
  store(clientId: string, asked: Asked): { stored: true };
  /** Sends what waits, oldest first, until Concord cannot be reached or a client has not signed in again. Returns how many were sent. */
  replay(): Promise<number>;
  waiting(): number;
};

const anything = z.unknown();

/** After how many sent transactions the file is written again. A restart repeats at most these, under the same keys: Concord carries each out once. */
const sentBetweenSaves = 50;

/**
 * Opens the journal of a folder. The file `waiting.ndjson` holds card numbers, so only its owner may read it, and a line leaves it once it
 * is sent (with the next 50 at the latest); `refused.ndjson` lists what Concord refused, for staff: the key, the path, the time and the codes, and the item, without the card.
 */
export const openJournal = (
  folder: string,
  { api, clientOf }: { api: ConcordApi; clientOf: (id: string) => Client | undefined },
): Journal => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [file, refusals] = [join(folder, 'waiting.ndjson'), join(folder, 'refused.ndjson')];
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  // A line that a crash cut short was never confirmed to its device.
  const waiting: Entry[] = lines.flatMap((line) => {
    try {
      return [entrySchema.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
  let running: Promise<number> | undefined;

  const save = (): void => {
    if (waiting.length === 0) {
      rmSync(file, { force: true });
      return;
    }
    writeFileSync(`${file}.new`, waiting.map((entry) => `${JSON.stringify(entry)}\n`).join(''), {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${file}.new`, file);
  };

  const sendUntilUnreachable = async (): Promise<number> => {
    let sent = 0;
    while (waiting[0]) {
      const { clientId, asked } = waiting[0];
      const client = clientOf(clientId);
      if (!client) return sent;
      const called = await api.call(client, asked, anything);
      if ('unreachable' in called) return sent;
      if ('refused' in called) {
        const { path, key, body } = asked;
        const line = {
          key,
          path,
          item: body.item,
          madeAt: body.madeAt,
          codes: called.refused.map(({ code }) => code),
        };
        appendFileSync(refusals, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
      }
      waiting.shift();
      sent += 1;
      if (sent % sentBetweenSaves === 0) save();
    }
    return sent;
  };

  const sendAll = async (): Promise<number> => {
    const before = waiting.length;
    try {
      return await sendUntilUnreachable();
    } finally {
      if (before > 0) save();
    }
  };

  return {
    isEmpty: () => waiting.length === 0,
    waiting: () => waiting.length,
    store(clientId, asked) {
      const entry = { clientId, asked };
      appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
      waiting.push(entry);
      return { stored: true };
    },
    replay() {
      running ??= sendAll().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
