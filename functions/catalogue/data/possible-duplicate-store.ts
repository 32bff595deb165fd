import * as z from 'zod';
import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { PossibleDuplicate } from '../domain/duplicates/possible-duplicates.ts';
import { memberOfSource } from '../domain/source-id.ts';
import type { Sides } from '../domain/union/plan-decision.ts';
import { gsi2, indexPartition, key } from './keys.ts';

/** An uncertain pair as it is listed for one of its members. */
export const possibleDuplicateSchema = z.object({
  memberId: z.string(),
  one: z.string(),
  two: z.string(),
  score: z.number(),
});
type Row = z.infer<typeof possibleDuplicateSchema>;

/** Returns the index attributes of a pair: the likeliest sorts first. */
const listed = (row: Row) => gsi2('possibleDuplicate', { ...row, unlikelihood: (1 - row.score).toFixed(6) });

const rowsOf = ({ one, two, score }: PossibleDuplicate): Row[] =>
  [...new Set([one, two].map(memberOfSource))].map((memberId) => ({ memberId, one, two, score }));

/** Returns the writes that list uncertain pairs, each for the members of both source records. A listed pair does not change. */
export const possibleDuplicateWrites = (possibleDuplicates: readonly PossibleDuplicate[]): Write[] =>
  possibleDuplicates.flatMap(rowsOf).map((row) => ({
    put: { ...key('possibleDuplicate', row), ...listed(row), ...stamp('possibleDuplicate', 1), ...row },
  }));

/** Returns the uncertain pairs that were never listed: a pair that staff decided is not listed again. */
export const unlistedDuplicates = async (
  table: Table,
  pairs: readonly PossibleDuplicate[],
): Promise<PossibleDuplicate[]> => {
  const keys = pairs.map((pair) => key('possibleDuplicate', { ...pair, memberId: memberOfSource(pair.one) }));
  const rows = await table.getMany(keys, { strong: true });
  return pairs.filter((_, i) => rows[i] === undefined);
};

/** Returns a page of the pairs that a member's cataloguers should examine, the likeliest first, as they were when listed. */
export const possibleDuplicatesOf = (
  table: Table,
  memberId: string,
  pageRequest: PageRequest,
): Promise<CursorPage<PossibleDuplicate> | 'bad-cursor'> =>
  readPage(
    table,
    { index: 'gsi2', partition: indexPartition('possibleDuplicate', 'gsi2', { memberId }) },
    pageRequest,
    (row) => possibleDuplicateSchema.parse(row),
  );

const pairsOf = ([some, others]: Sides): PossibleDuplicate[] =>
  some.flatMap((a) =>
    others.map((b) => {
      const [one = '', two = ''] = [a, b].sort();
      return { one, two, score: 0 };
    }),
  );

/**
 * Removes pairs on which staff ruled from the lists, or (`open`) restores those of an undone decision. An outdated row does no harm: the
 * list operation reads the records themselves.
 */
export const settlePossibleDuplicates = async (
  table: Table,
  sides: Sides,
  { open }: { open: boolean },
): Promise<void> => {
  const keys = pairsOf(sides)
    .flatMap(rowsOf)
    .map((row) => key('possibleDuplicate', row));
  const rows = (await table.getMany(keys)).flatMap((row) => (row ? [possibleDuplicateSchema.parse(row)] : []));
  for (const row of rows) {
    const change = open ? { set: listed(row) } : { remove: ['gsi2pk', 'gsi2sk'] };
    await table.write([{ update: key('possibleDuplicate', row), ...change, when: present() }]);
  }
};
