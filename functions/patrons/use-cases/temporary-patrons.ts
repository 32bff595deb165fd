import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { alikeWrites } from '../data/alike-store.ts';
import { claimWrite, releaseWrite, type StoredCard } from '../data/card-store.ts';
import { key } from '../data/keys.ts';
import { changeWrite } from '../data/patron-change-store.ts';
import { type Patron, patronStore, personItem } from '../data/patron-store.ts';
import type { PatronChange } from '../domain/change.ts';
import type { PatronStatus } from '../domain/patron-status.ts';
import type { Person } from '../domain/person.ts';
import { verifiedBlocks } from '../domain/sign-up.ts';
import { askErasure } from './erase-patron.ts';

const SHARDS = 8;
const shardOf = (patronId: string): string => String((patronId.charCodeAt(patronId.length - 1) || 0) % SHARDS);

/** The write that has the clock look at a temporary patron after the last good day of the card. */
export const temporaryWrite = (patronId: string, expiresOn: string): Write => ({
  put: {
    ...key('temporaryPatron', { shard: shardOf(patronId), day: expiresOn, patronId }),
    ...{ ...stamp('temporaryPatron', 1), patronId },
  },
});

type Finished = {
  status: Pick<PatronStatus, 'category' | 'expiresOn' | 'minor'>;
  person: Person;
  /** The number of the full card. */
  card: string;
  change: PatronChange;
  beside: readonly Write[];
};

/**
 * Makes a temporary patron a full one under the same id: another card and category, no longer unverified. What stood in the
 * way otherwise: the number is taken, or somebody was faster.
 */
export const finishTemporary = async (
  table: Table,
  { status, person: stored }: Patron,
  old: StoredCard & { state: 'active' },
  { status: after, person, card, change, beside }: Finished,
): Promise<'finished' | 'card-taken' | 'changed-meanwhile'> => {
  const { patronId, homeMember: memberId, blocks, expiresOn } = status;
  const conflict = await table.write([
    claimWrite(card, { patronId, memberId }),
    releaseWrite(old, patronId, 'temporary', change.at),
    {
      update: key('patronStatus', { patronId }),
      set: { ...after, blocks: verifiedBlocks(status) },
      remove: ['temporary'],
      when: and(equals('temporary', true), equals('blocks', blocks)),
    },
    { put: personItem({ ...stored, person, card, v: stored.v + 1 }), when: unchanged(stored.v) },
    { delete: key('temporaryPatron', { shard: shardOf(patronId), day: expiresOn, patronId }) },
    ...alikeWrites(patronId, stored.person, person),
    changeWrite(patronId, change),
    ...beside,
  ]);
  if (!conflict) return 'finished';
  return conflict.conflict.some(({ index }) => index === 0) ? 'card-taken' : 'changed-meanwhile';
};

/**
 * Has temporary patrons erased whose cards ended before a day and whom no desk verified: at once, or as soon as nothing of
 * theirs is open. Who was verified meanwhile is no longer temporary, and is left alone.
 */
export const eraseUnfinished = async (table: Table, at: string, audit: (did: string) => AuditLine): Promise<number> => {
  let erased = 0;
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const { pk: partition } = key('temporaryPatron', { shard: String(shard), day: '-', patronId: '-' });
    // A card is good on its last day.
    const ended = await table.queryAll({ partition, between: [' ', at.slice(0, 10)], strong: true });
    for (const { pk, sk, patronId } of ended) {
      const status = await patronStore(table).status(String(patronId), { strong: true });
      if (status?.temporary && status.patronId === patronId) {
        const asked = await askErasure(table, { patronId, askedAt: at, by: 'clock' }, audit);
        if (asked === 'changed-meanwhile') continue;
        erased += 1;
      }
      await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
    }
  }
  return erased;
};
