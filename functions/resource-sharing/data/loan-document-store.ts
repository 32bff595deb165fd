import * as z from 'zod';
import { absent, and, below, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { copyFormats } from '../domain/copies/copy-file.ts';
import { DOCUMENT_STATES, type LoanDocument } from '../domain/copies/loan-document.ts';
import { gsi3, indexPartition, key } from './keys.ts';

const text = z.string();
const stored = z.object({
  documentId: text,
  requestId: text,
  askId: text,
  requesterMember: text,
  supplierMember: text,
  state: z.enum(DOCUMENT_STATES),
  title: text.exactOptional(),
  file: z.object({ format: z.enum(copyFormats), bytes: z.number() }).exactOptional(),
  url: text.exactOptional(),
  madeAt: text,
  sentAt: text.exactOptional(),
  link: z.object({ openedAt: text, until: text, most: z.number(), secretHash: text.exactOptional() }).exactOptional(),
  openings: z.number(),
  forgetAt: text,
  v: z.number(),
});

const read = (item: unknown): LoanDocument => stored.parse(item);

/** The number of partitions for the files of one day: those of a whole consortium expire on it. */
const SHARDS = 4;
const shardOf = (documentId: string): string => String((documentId.charCodeAt(documentId.length - 1) || 0) % SHARDS);

/** How long a row outlives its file: a late visitor learns that the copy has expired, not that it never existed. */
const RETENTION_MS = 90 * 24 * 60 * 60 * 1000;

const item = (document: LoanDocument): Item => {
  const { documentId, forgetAt } = document;
  return {
    ...key('loanDocument', { documentId }),
    ...gsi3('loanDocument', { day: forgetAt.slice(0, 10), shard: shardOf(documentId), forgetAt, documentId }),
    ...stamp('loanDocument', document.v),
    ...document,
  };
};

/** Builds the write of a new copy's row, for the transaction of the message that brought it. */
export const newDocumentWrite = (document: LoanDocument): Write => ({ put: item(document), when: absent() });

/** Builds the write of a copy after a step, on condition that it is unchanged. */
export const documentWrite = (before: LoanDocument, after: LoanDocument): Write => ({
  put: item({ ...after, v: before.v + 1 }),
  when: unchanged(before.v),
});

/** The copies sent for loan requests. */
export type LoanDocumentStore = {
  /** Loads the copy, strongly read. */
  get(documentId: string): Promise<LoanDocument | undefined>;
  add(document: LoanDocument): Promise<void>;
  /** Counts one use of the link, if its limit allows and the link is unchanged. False otherwise. */
  countOpening(document: LoanDocument): Promise<boolean>;
  /** Lists the copies of a day (`YYYY-MM-DD`, UTC) whose files expire by an instant. */
  due(day: string, by: string): Promise<LoanDocument[]>;
  /**
   * Closes a copy before its file is deleted, so that no link leads to a missing file. False when it was opened again
   * in the meantime.
   */
  close(document: LoanDocument): Promise<boolean>;
  /** Removes a copy whose file is deleted from the daily lists; its row expires later. */
  finish(document: LoanDocument): Promise<void>;
};

/** The copies in the table. */
export const loanDocumentStore = (table: Table): LoanDocumentStore => {
  const get = async (documentId: string): Promise<LoanDocument | undefined> => {
    const found = await table.get(key('loanDocument', { documentId }), { strong: true });
    return found && read(found);
  };
  return {
    get,
    add: async (document) => {
      await table.write([newDocumentWrite(document)]);
    },
    countOpening: async ({ documentId, link }) => {
      if (link === undefined) return false;
      const when = and(equals('state', 'open'), equals('link.until', link.until), below('openings', link.most));
      const conflict = await table.write([{ update: key('loanDocument', { documentId }), add: { openings: 1 }, when }]);
      return conflict === undefined;
    },
    due: async (day, by) => {
      const shards = Array.from({ length: SHARDS }, (_, shard) => String(shard));
      const keys = await Promise.all(
        shards.map((shard) => {
          const partition = indexPartition('loanDocument', 'gsi3', { day, shard });
          // `~` comes after whatever follows the instant in a sort key.
          return table.queryAll({ index: 'gsi3', partition, between: [' ', `${by}~`] });
        }),
      );
      const rows = await table.getMany(
        keys.flat().map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
        { strong: true },
      );
      return rows.flatMap((row) => (row ? [read(row)] : [])).filter(({ forgetAt }) => forgetAt <= by);
    },
    close: async ({ documentId, forgetAt }) => {
      const update = { update: key('loanDocument', { documentId }), set: { state: 'forgotten' } };
      return (await table.write([{ ...update, when: equals('forgetAt', forgetAt) }])) === undefined;
    },
    finish: async ({ documentId, forgetAt }) => {
      const expiresAt = Math.floor((Date.parse(forgetAt) + RETENTION_MS) / 1000);
      const update = { update: key('loanDocument', { documentId }), set: { expiresAt } };
      // The partner's address is deleted with the file.
      await table.write([{ ...update, remove: ['gsi3pk', 'gsi3sk', 'url'], when: equals('state', 'forgotten') }]);
    },
  };
};
