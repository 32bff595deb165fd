import * as z from 'zod';
import { type PaperSize, paperSizes } from '../../../layers/kernel/text/paper-size.ts';
import { absent, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { Letter } from '../domain/letter.ts';
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

/** A batch of letters: how many, never to whom. */
export type LetterBatch = z.infer<typeof storedBatch>;

/** What waits for a letter: a notice and whose it is. */
export type OnPile = { patronId: string; notice: Notice };

/** How long what a letter said is kept, in milliseconds: as long as a notice. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

const batchKey = (memberId: string, batchId: string) => key('letterBatch', { memberId, batchId });

/** Where the PDF of a batch is in the bucket. It is no secret: whoever reads it was given an address that ends soon. */
export const letterFile = (memberId: string, batchId: string): string => `letters/${memberId}/${batchId}.pdf`;

/** The letters of patrons, and the batches in which they are printed. */
export const letterStore = (table: Table) => ({
  /** What waits for a member's next batch, oldest first. */
  pile: (memberId: string, wish: PageRequest): Promise<CursorPage<OnPile> | 'bad-cursor'> =>
    readPage(table, { index: 'gsi2', partition: listKey('pile', memberId) }, wish, (item) => ({
      patronId: String(item.patronId),
      notice: readNotice(item),
    })),
  begin: async (batch: Pick<LetterBatch, 'batchId' | 'memberId' | 'madeAt'> & { paper: PaperSize }): Promise<void> => {
    const put = { ...batchKey(batch.memberId, batch.batchId), ...batch, letters: 0, prints: 0 };
    await table.write([{ put: { ...put, ...stamp('letterBatch', 1) }, when: absent() }]);
  },
  /**
   * Puts a patron's letter into a batch: the letter, the count, and each notice off the pile, in one write. So no notice is
   * in two letters, and a batch that breaks off holds whole letters. False when one was taken meanwhile.
   */
  put: async (
    { batchId, memberId, madeAt }: Pick<LetterBatch, 'batchId' | 'memberId' | 'madeAt'>,
    patronId: string,
    letter: Letter,
    place: number,
    notices: readonly Notice[],
  ): Promise<boolean> => {
    const at = { patronId, batchId };
    const expiresAt = Math.floor((Date.parse(madeAt) + KEPT_MS) / 1000);
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
        set: { state: 'lettered', batchId },
        remove: ['gsi2pk', 'gsi2sk'],
        when: equals('state', 'on-pile'),
      })),
    ]);
    return conflict === undefined;
  },
  batch: async (memberId: string, batchId: string): Promise<LetterBatch | undefined> => {
    const item = await table.get(batchKey(memberId, batchId), { strong: true });
    return item && storedBatch.parse(item);
  },
  /** A member's batches, the newest first. */
  batches: (memberId: string, wish: PageRequest): Promise<CursorPage<LetterBatch> | 'bad-cursor'> => {
    const { pk: partition } = membershipKeys.key('member', { memberId });
    const query = { partition, begins: sortPrefix('letterBatch'), backwards: true };
    return readPage(table, query, wish, (item) => storedBatch.parse(item));
  },
  /** The letters of a batch in the order in which they were written. The index says which; the rows are read themselves. */
  lettersOf: async (batchId: string): Promise<(Letter & { patronId: string })[]> => {
    const partition = indexPartition('letter', 'gsi2', { batchId });
    const keys = await table.queryAll({ index: 'gsi2', partition });
    const rows = await table.getMany(
      keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
      { strong: true },
    );
    return rows.flatMap((row) => (row ? [storedLetter.parse(row)] : []));
  },
  /** Notes that a batch was printed; the first time stays. False when it was printed by another just then. */
  printed: async ({ memberId, batchId, printedAt, v }: LetterBatch, at: string): Promise<boolean> => {
    const set = { printedAt: printedAt ?? at };
    return (
      (await table.write([{ update: batchKey(memberId, batchId), set, add: { prints: 1 }, when: unchanged(v) }])) ===
      undefined
    );
  },
});

/** Whose letters are to be forgotten: a patron, with the ids of those merged into it. */
type Forgotten = { patronId: string; formerIds?: readonly string[] };

/** Deletes every printed file that holds a letter to an erased patron, with all its versions: it is printed anew without it. */
export const forgetLetters = async (
  table: Table,
  { patronId, formerIds = [] }: Forgotten,
  forget: Bucket['forget'],
): Promise<void> => {
  for (const id of [patronId, ...formerIds]) {
    const { pk: partition } = patronsKeys.key('patronStatus', { patronId: id });
    const rows = await table.queryAll({ partition, begins: sortPrefix('letter'), strong: true });
    for (const { memberId, batchId } of rows) await forget(letterFile(String(memberId), String(batchId)));
  }
};
