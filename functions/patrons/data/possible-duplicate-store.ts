import { createHash } from 'node:crypto';
import * as z from 'zod';
import { absent, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { alike, type LikenessReason, likenessKeys } from '../domain/identity/likeness.ts';
import type { Person } from '../domain/identity/person.ts';
import { gsi2, indexPartition, key, sortPrefix } from './keys.ts';
import { type StoredPerson, storedPerson } from './patron-schemas.ts';

/** A patron in a pair: an id and the home library. */
export type PatronReference = { patronId: string; memberId: string };

// More patrons than this share a library's own phone, not a person's.
const MOST_BEARERS = 50;

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
const hashes = (person: Person | undefined): string[] => (person === undefined ? [] : likenessKeys(person).map(hash));

/** Returns the writes by which a person is found by likeness: deletes outdated ones, puts new ones. They never fail. */
export const duplicateKeyWrites = (
  patronId: string,
  before: Person | undefined,
  after: Person | undefined,
): Write[] => {
  const [old, now] = [hashes(before), hashes(after)];
  return [
    ...old
      .filter((likeness) => !now.includes(likeness))
      .map((likeness): Write => ({ delete: key('duplicateKey', { likeness, patronId }) })),
    ...now
      .filter((likeness) => !old.includes(likeness))
      .map((likeness): Write => {
        const put = { ...key('duplicateKey', { likeness, patronId }), ...stamp('duplicateKey', 1), patronId };
        return { put };
      }),
  ];
};

/** Returns the patrons, of any member, with one of these likenesses as `likenessKeys` writes them. `isCut`: there are more. */
export const idsByLikeness = async (table: Table, likenesses: readonly string[]) => {
  const pages = await Promise.all(
    likenesses.map((text) =>
      table.query({
        partition: key('duplicateKey', { likeness: hash(text), patronId: 'any' }).pk,
        limit: MOST_BEARERS,
      }),
    ),
  );
  return {
    ids: [...new Set(pages.flatMap(({ items }) => items.map((item) => String(item.patronId))))],
    isCut: pages.some(({ next }) => next !== undefined),
  };
};

/** Another patron who may be the same person, and why. */
export type PossibleDuplicate = { other: StoredPerson; reasons: LikenessReason[] };

/** Returns the current patrons who may be this person, found by the hashed keys: no search, no scan. */
export const findPossibleDuplicates = async (
  table: Table,
  patronId: string,
  person: Person,
): Promise<PossibleDuplicate[]> => {
  const pages = await Promise.all(
    hashes(person).map((likeness) =>
      table.query({ partition: key('duplicateKey', { likeness, patronId }).pk, limit: MOST_BEARERS, strong: true }),
    ),
  );
  const ids = new Set(pages.flatMap(({ items }) => items.map((item) => String(item.patronId))));
  const others = [...ids].filter((id) => id !== patronId);
  const rows = await table.getMany(
    others.map((id) => key('patronPerson', { patronId: id })),
    { strong: true },
  );
  return rows.flatMap((row) => {
    if (row === undefined) return [];
    const other = storedPerson.parse(row);
    const reasons = alike(person, other.person);
    return reasons.length > 0 ? [{ other, reasons }] : [];
  });
};

const storedPair = z.object({
  patronId: z.string(),
  otherId: z.string(),
  memberId: z.string(),
  at: z.string(),
  apart: z.object({ at: z.string(), by: z.string() }).exactOptional(),
});

/**
 * Two patrons who may be one person: stored in both partitions, for decision at the home libraries; `apart` after a decision that they are
 * two.
 */
export type DuplicatePair = z.infer<typeof storedPair>;

/** Decodes a stored pair. */
export const readPair = (item: unknown): DuplicatePair => storedPair.parse(item);

const pairItem = (pair: DuplicatePair, listed: boolean): Item => ({
  ...key('duplicatePair', pair),
  ...(listed && pair.apart === undefined ? gsi2('duplicatePair', pair) : {}),
  ...stamp('duplicatePair', 1),
  ...pair,
});

/**
 * Returns the two rows of a pair, one with each patron; each home library that has to decide lists one. With `apart` they record
 * permanently that the two are not one person.
 */
export const pairItems = (
  one: PatronReference,
  other: PatronReference,
  at: string,
  apart?: DuplicatePair['apart'],
): Item[] => {
  const fields = { at, ...(apart && { apart }) };
  return [
    pairItem({ ...one, otherId: other.patronId, ...fields }, true),
    pairItem({ ...other, otherId: one.patronId, ...fields }, one.memberId !== other.memberId),
  ];
};

/** Stores the new pairs of a patron; earlier decisions stay. */
export const notePairs = async (
  table: Table,
  patron: PatronReference,
  found: readonly PossibleDuplicate[],
  at: string,
): Promise<void> => {
  for (const { other } of found)
    for (const put of pairItems(patron, other, at)) await table.write([{ put, when: absent() }]);
};

/** Returns the pairs of a patron by the other's id. */
export const pairsOf = async (table: Table, patronId: string): Promise<Map<string, DuplicatePair>> => {
  const { pk: partition } = key('patronStatus', { patronId });
  const rows = await table.queryAll({ partition, begins: sortPrefix('duplicatePair'), strong: true });
  return new Map(rows.map(readPair).map((pair) => [pair.otherId, pair]));
};

/** Deletes the pairs of a patron on which nobody has decided and whose records are no longer alike. */
export const dropUnlikePairs = async (table: Table, patronId: string): Promise<void> => {
  const open = [...(await pairsOf(table, patronId)).values()].filter(({ apart }) => apart === undefined);
  if (open.length === 0) return;
  const keys = [patronId, ...open.map(({ otherId }) => otherId)].map((id) => key('patronPerson', { patronId: id }));
  const people = (await table.getMany(keys, { strong: true })).map((row) => row && storedPerson.parse(row).person);
  const own = people[0];
  for (const [place, { otherId }] of open.entries()) {
    const other = people[place + 1];
    // The pairs of a patron erased or merged meanwhile are handled there.
    if (!own || !other || alike(own, other).length > 0) continue;
    const rows = [
      { patronId, otherId },
      { patronId: otherId, otherId: patronId },
    ];
    await table.write(rows.map((row) => ({ delete: key('duplicatePair', row), when: lacks('apart') })));
  }
};

/** Lists the pairs that a member has to decide, the oldest first. */
export const undecidedPairs = (
  table: Table,
  memberId: string,
  pageRequest: PageRequest,
): Promise<CursorPage<DuplicatePair> | 'bad-cursor'> =>
  readPage(
    table,
    { index: 'gsi2', partition: indexPartition('duplicatePair', 'gsi2', { memberId }) },
    pageRequest,
    readPair,
  );

/** Records permanently that two patrons are two people. False when one of them no longer exists. */
export const markDistinct = async (
  table: Table,
  [one, other]: readonly [PatronReference, PatronReference],
  decision: { at: string; by: string },
): Promise<boolean> => {
  const puts = pairItems(one, other, decision.at, decision);
  const there = [one, other].map((reference) => ({ check: key('patronStatus', reference), when: present() }));
  return (await table.write([...puts.map((put) => ({ put })), ...there])) === undefined;
};

/** Stores the patrons who may be the same person as others. */
export const possibleDuplicateStore = (table: Table) => ({
  find: (patronId: string, person: Person) => findPossibleDuplicates(table, patronId, person),
  pairsOf: (patronId: string) => pairsOf(table, patronId),
  undecided: (memberId: string, page: PageRequest) => undecidedPairs(table, memberId, page),
  markDistinct: (pair: readonly [PatronReference, PatronReference], by: { at: string; by: string }) =>
    markDistinct(table, pair, by),
});
export type PossibleDuplicateStore = ReturnType<typeof possibleDuplicateStore>;
