import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Person } from '../domain/identity/person.ts';
import { verifiedBlocks } from '../domain/identity/sign-up.ts';
import type { PatronChange } from '../domain/record/change.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import { claimWrite, releaseWrite, type StoredCard } from './card-store.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { changeWrite } from './patron-change-store.ts';
import { type Patron, personItem } from './patron-store.ts';
import { dropUnlikePairs, duplicateKeyWrites } from './possible-duplicate-store.ts';

const SHARDS = 8;
const shardOf = (patronId: string): string => String((patronId.charCodeAt(patronId.length - 1) || 0) % SHARDS);
const keyOf = (patronId: string, day: string) => key('temporaryPatron', { shard: shardOf(patronId), day, patronId });

/** Returns the write that lists a temporary patron under the card's last day of validity, also for the home library. */
export const temporaryWrite = (patronId: string, memberId: string, day: string): Write => ({
  put: {
    ...keyOf(patronId, day),
    ...gsi2('temporaryPatron', { memberId, day, patronId }),
    ...stamp('temporaryPatron', 1),
    patronId,
  },
});

type OfTemporary = Pick<PatronStatus, 'patronId' | 'homeMember' | 'expiresOn' | 'temporary'>;

/** Returns the write that ends the listing of a temporary patron with the record; none for others. */
export const endedTemporaryWrites = ({ patronId, temporary, expiresOn }: OfTemporary): Write[] =>
  temporary ? [{ delete: keyOf(patronId, expiresOn) }] : [];

/** Returns the writes that list a temporary patron under another last day; none for others. */
export const movedTemporaryWrites = (status: OfTemporary, expiresOn: string): Write[] =>
  status.temporary && status.expiresOn !== expiresOn
    ? [...endedTemporaryWrites(status), temporaryWrite(status.patronId, status.homeMember, expiresOn)]
    : [];

/** A temporary patron in a list, with the last day of the card (`YYYY-MM-DD`). */
export type ListedTemporaryPatron = { patronId: string; until: string };

/** Lists a member's temporary patrons, the earliest last day first. */
export const temporaryPatronsOf = (
  table: Table,
  memberId: string,
  wanted: PageRequest,
): Promise<CursorPage<ListedTemporaryPatron> | 'bad-cursor'> =>
  readPage(
    table,
    { index: 'gsi2', partition: indexPartition('temporaryPatron', 'gsi2', { memberId }) },
    wanted,
    ({ patronId, gsi2sk }) => ({ patronId: String(patronId), until: String(gsi2sk).split('#')[0] ?? '' }),
  );

/** A temporary patron whose card has expired, with the key of the row. */
export type EndedTemporaryPatron = { pk: string; sk: string; patronId: string };

/** Lists the temporary patrons whose cards expired before a date (`YYYY-MM-DD`), shard by shard: a card is valid on its last day. */
export async function* endedTemporaryPatrons(table: Table, today: string): AsyncGenerator<EndedTemporaryPatron> {
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const { pk: partition } = key('temporaryPatron', { shard: String(shard), day: '-', patronId: '-' });
    const ended = await table.queryAll({ partition, between: [' ', today], strong: true });
    for (const { pk, sk, patronId } of ended) yield { pk: String(pk), sk: String(sk), patronId: String(patronId) };
  }
}

/** A temporary patron after verification: the full card, the new status and person, and the other writes. */
export type VerifiedPatron = {
  status: Pick<PatronStatus, 'category' | 'expiresOn' | 'minor' | 'residence'>;
  person: Person;
  /** The number of the full card. */
  card: string;
  change: PatronChange;
  beside: readonly Write[];
};

/**
 * Makes a temporary patron a full one under the same id, with another card and category, no longer unverified. Returns what prevented it:
 * the number is taken, or the patron changed meanwhile.
 */
export const saveVerified = async (
  table: Table,
  { status, person: stored }: Patron,
  old: StoredCard & { state: 'active' },
  { status: after, person, card, change, beside }: VerifiedPatron,
): Promise<'verified' | 'card-taken' | 'changed-meanwhile'> => {
  const { patronId, homeMember: memberId, blocks, expiresOn } = status;
  const conflict = await table.write([
    claimWrite(card, { patronId, memberId }),
    releaseWrite(old, patronId, 'temporary', change.at),
    {
      update: key('patronStatus', { patronId }),
      set: { ...after, blocks: verifiedBlocks(status) },
      remove: ['temporary'],
      when: and(equals('temporary', true), equals('blocks', blocks), equals('expiresOn', expiresOn)),
    },
    { put: personItem({ ...stored, person, card, v: stored.v + 1 }), when: unchanged(stored.v) },
    ...endedTemporaryWrites(status),
    ...duplicateKeyWrites(patronId, stored.person, person),
    changeWrite(patronId, change),
    ...beside,
  ]);
  if (!conflict) {
    await dropUnlikePairs(table, patronId);
    return 'verified';
  }
  return conflict.conflict.some(({ index }) => index === 0) ? 'card-taken' : 'changed-meanwhile';
};
