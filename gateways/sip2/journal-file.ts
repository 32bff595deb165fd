import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const askedSchema = z.object({
  method: z.literal('POST'),
  path: z.string(),
  body: z.record(z.string(), z.unknown()),
  key: z.string(),
  /** The day (YYYYMMDD) that the device gave the patron as due. */
  promised: z.string().exactOptional(),
  /** The time zone of the device, for that day. */
  timeZone: z.string().exactOptional(),
  /** What the device took, in minor units, and its own number of the payment. */
  paid: z.object({ amount: z.number(), currency: z.string(), reference: z.string().exactOptional() }).exactOptional(),
});
const entrySchema = z.object({
  clientId: z.string(),
  asked: askedSchema,
  /** True once staff see in Concord that it waits. */
  reported: z.literal(true).exactOptional(),
});

/** A transaction that waits to be sent, and its machine client. */
export type Entry = z.output<typeof entrySchema>;

type Lines = { entries: Entry[]; unreadable: string[] };

const readLines = (text: string): Lines => {
  const lines: Lines = { entries: [], unreadable: [] };
  for (const line of text.split('\n').filter(Boolean)) {
    try {
      lines.entries.push(entrySchema.parse(JSON.parse(line)));
    } catch {
      lines.unreadable.push(line);
    }
  }
  return lines;
};

const options = { mode: 0o600, flush: true } as const;
const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;

/**
 * Opens the files of a journal. They hold card numbers and barcodes, so only their owner may read them: a line leaves `waiting.ndjson` once it is sent,
 * and `refused.ndjson` when staff have dealt with it. A line of `refused.ndjson` may be moved back to `waiting.ndjson` to send it again. Lines that
 * cannot be read are moved to `unreadable.ndjson`: nothing is deleted unseen.
 */
export const openJournalFile = (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [file, refusals] = [join(folder, 'waiting.ndjson'), join(folder, 'refused.ndjson')];
  const differences = join(folder, 'differing.ndjson');
  const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return {
    read(): Lines {
      const lines = readLines(textOf(file));
      const { unreadable } = lines;
      if (unreadable.length > 0)
        appendFileSync(join(folder, 'unreadable.ndjson'), unreadable.map((line) => `${line}\n`).join(''), options);
      return lines;
    },
    append: (entry: Entry): void => appendFileSync(file, lineOf(entry), options),
    /** Stores what Concord refused. Returns false when the line is stored already: its device sent it again. */
    refuse(entry: Entry, codes: readonly string[]): boolean {
      if (textOf(refusals).includes(JSON.stringify(entry.asked.key))) return false;
      appendFileSync(refusals, lineOf({ ...entry, codes }), options);
      return true;
    },
    /** Notes a loan whose due date is another one than its device gave the patron. */
    differ: (difference: { item: unknown; promised: string; due: string }): void =>
      appendFileSync(differences, lineOf(difference), options),
    /** Writes the waiting entries anew. */
    save(entries: readonly Entry[]): void {
      if (entries.length === 0) {
        rmSync(file, { force: true });
        return;
      }
      writeFileSync(`${file}.new`, entries.map(lineOf).join(''), options);
      renameSync(`${file}.new`, file);
    },
  };
};
