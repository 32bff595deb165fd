import * as z from 'zod';
import { type PaperSize, paperSizes } from '../../../layers/kernel/text/paper-size.ts';
import { absent, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { Letter } from '../domain/letter.ts';
import { files } from './files.ts';
import { gsi2, indexPartition, key, listKey, sortPrefix } from './keys.ts';
import { type Notice, readNotice } from './notice-store.ts';

const storedLetter = z.object({
  patronId: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  date: z.string(),
  subject: z.string(),
  text: z.string(),
});

const storedBatch = z.object({
  batchId: z.string(),
  memberId: z.string(),
  madeAt: z.string(),
  paper: z.enum(paperSizes),
  letters: z.number(),
  printedAt: z.string().exactOptional(),
  prints: z.number(),
  v: z.number(),
});

/** A batch of letters: their number, without the patrons. */
export type LetterBatch = z.infer<typeof storedBatch>;

/** A notice that waits for a letter, with its patron. */
export type AwaitingLetter = { patronId: string; notice: Notice };

/** How long a letter's text is stored, in milliseconds: as long as a notice. */
const LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

const batchKey = (memberId: string, batchId: string) => key('letterBatch', { memberId, batchId });

/**
 * Returns the key of a batch's PDF in the bucket. It needs no secret part: the file is downloaded by a signed address that expires soon.
 */
export const letterFile = (memberId: string, batchId: string): string =>
  `${files.letters.prefix}${memberId}/${batchId}.pdf`;

/** The letters of patrons, and the batches in which they are printed. */
export const letterStore = (table: Table) => ({
  /** Lists the notices that wait for a member's next batch, oldest first. */
  waiting: (memberId: string, page: PageRequest): Promise<CursorPage<AwaitingLetter> | 'bad-cursor'> =>
    readPage(table, { index: 'gsi2', partition: listKey('awaitingLetter', memberId) }, page, (item) => ({
      patronId: String(item.patronId),
      notice: readNotice(item),
    })),
  begin: async (batch: Pick<LetterBatch, 'batchId' | 'memberId' | 'madeAt'> & { paper: PaperSize }): Promise<void> => {
    const put = { ...batchKey(batch.memberId, batch.batchId), ...batch, letters: 0, prints: 0 };
    await table.write([{ put: { ...put, ...stamp('letterBatch', 1) }, when: absent() }]);
  },
  /**
   * Adds a patron's letter to a batch: the letter, the count, and the new state of each notice, in one write. So no notice is in two
   * letters, and an interrupted batch contains whole letters. False when a notice was taken by another batch.
   */
  put: async (
    { batchId, memberId, madeAt }: Pick<LetterBatch, 'batchId' | 'memberId' | 'madeAt'>,
    patronId: string,
    letter: Letter,
    place: number,
    notices: readonly Notice[],
  ): Promise<boolean> => {
    const at = { patronId, batchId };
    const expiresAt = Math.floor((Date.parse(madeAt) + LIFETIME_MS) / 1000);
    const order = gsi2('letter', { ...at, place: String(place).padStart(6, '0') });
    const conflict = await table.write([
      {
        put: { ...key('letter', at), ...order, ...stamp('letter', 1), ...at, memberId, ...letter, expiresAt },
        when: absent(),
      },
      { update: batchKey(memberId, batchId), add: { letters: 1 }, when: present() },
      { check: patronsKeys.key('patronStatus', { patronId }), when: present() },
      ...notices.map(({ noticeId }) => ({
        update: key('notice', { patronId, noticeId }),
        set: { state: 'in-letter', batchId },
        remove: ['gsi2pk', 'gsi2sk'],
        when: equals('state', 'awaiting-letter'),
      })),
    ]);
    return conflict === undefined;
  },
  batch: async (memberId: string, batchId: string): Promise<LetterBatch | undefined> => {
    const item = await table.get(batchKey(memberId, batchId), { strong: true });
    return item && storedBatch.parse(item);
  },
  /** Lists a member's batches, the newest first. */
  batches: (memberId: string, page: PageRequest): Promise<CursorPage<LetterBatch> | 'bad-cursor'> => {
    const { pk: partition } = membershipKeys.key('member', { memberId });
    const query = { partition, begins: sortPrefix('letterBatch'), backwards: true };
    return readPage(table, query, page, (item) => storedBatch.parse(item));
  },
  /** Loads the letters of a batch in the order in which they were written: their keys from the index, the rows from the table. */
  lettersOf: async (batchId: string): Promise<(Letter & { patronId: string })[]> => {
    const partition = indexPartition('letter', 'gsi2', { batchId });
    const keys = await table.queryAll({ index: 'gsi2', partition });
    const rows = await table.getMany(
      keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
      { strong: true },
    );
    return rows.flatMap((row) => (row ? [storedLetter.parse(row)] : []));
  },
  /** Records that a batch was printed; the first time is preserved. False when somebody else printed it concurrently. */
  printed: async ({ memberId, batchId, printedAt, v }: LetterBatch, at: string): Promise<boolean> => {
    const set = { printedAt: printedAt ?? at };
    return (
      (await table.write([{ update: batchKey(memberId, batchId), set, add: { prints: 1 }, when: unchanged(v) }])) ===
      undefined
    );
  },
});

/** A patron whose letters are deleted, with the ids of patrons merged into it. */
type ErasedPatron = { patronId: string; formerIds?: readonly string[] };

/** Deletes every printed file with a letter to an erased patron, with all its versions: the batch can be printed again without it. */
export const forgetLetters = async (
  table: Table,
  { patronId, formerIds = [] }: ErasedPatron,
  forget: Bucket['forget'],
): Promise<void> => {
  for (const id of [patronId, ...formerIds]) {
    const { pk: partition } = patronsKeys.key('patronStatus', { patronId: id });
    const rows = await table.queryAll({ partition, begins: sortPrefix('letter'), strong: true });
    for (const { memberId, batchId } of rows) await forget(letterFile(String(memberId), String(batchId)));
  }
};
