import * as z from 'zod';
import { absent, and, type Condition, equals, lacks, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { completed } from '../domain/identity/likeness.ts';
import { type MergedStatus, mergedStatus } from '../domain/identity/merge.ts';
import type { Person } from '../domain/identity/person.ts';
import { mergedContactConsents } from '../domain/record/contact-consents.ts';
import { holdersWrite, releaseWrite } from './card-store.ts';
import { counterAttribute } from './counter-attribute.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import type { MergeOf } from './merge-of.ts';
import { undoWrite } from './merge-undo-store.ts';
import { changeWrite } from './patron-change-store.ts';
import { endBlockNoteWrite } from './patron-note-store.ts';
import { cardsOf, type StoredPerson } from './patron-schemas.ts';
import { personItem, pinWrite } from './patron-store.ts';
import { duplicateKeyWrites } from './possible-duplicate-store.ts';
import { endedTemporaryWrites } from './temporary-patron-store.ts';

const stored = z.object({
  patronId: z.string(),
  survivorId: z.string(),
  /**
   * `moving`: acts of both are deferred; `settling`: they go to the survivor, and rows that an index did not show are looked for; then
   * `done`. `undoing`: both records exist again, and rows return to the other.
   */
  state: z.enum(['moving', 'settling', 'done', 'undoing']),
  at: z.string(),
  by: z.string(),
  guarantorId: z.string().exactOptional(),
  v: z.number(),
});

/** A merge: the merged patron and the survivor. It determines the remaining work after an interruption. */
export type Merge = z.infer<typeof stored>;

/** Returns the stored item of a merge: listed while it, or its undo, is not complete. */
export const mergeItem = (merge: Merge) => ({
  ...key('patronMerge', merge),
  ...(merge.state === 'done' ? {} : gsi2('patronMerge', merge)),
  ...stamp('patronMerge', merge.v),
  ...merge,
});

const isUnchanged = (field: string, value: unknown): Condition =>
  value === undefined ? lacks(field) : equals(field, value);

const survivorWrite = (
  { survivor: { status }, other }: MergeOf,
  { add, dropped: _, ...fields }: MergedStatus,
): Write => {
  const counters = Object.entries(add).filter(([, by]) => by !== undefined && by !== 0);
  return {
    update: key('patronStatus', status),
    set: { ...fields, merging: other.status.patronId },
    // From when the loans of both are due is found out by the next checkout.
    remove: ['dueFrom'],
    add: Object.fromEntries(counters.map(([name, by]) => [counterAttribute(name), by ?? 0])),
    when: and(
      equals('blocks', status.blocks),
      isUnchanged('consents', status.consents),
      isUnchanged('guarantorId', status.guarantorId),
      isUnchanged('residence', status.residence),
      isUnchanged('uses', status.uses),
      lacks('merging'),
    ),
  };
};

/** Returns the writes of the old card: it keeps working for the survivor, or is refused with the reason. Loans stay in both cases. */
const cardWrites = ({ survivor, other, oldCard, change }: MergeOf): Write[] =>
  other.cards.flatMap((card): Write[] => {
    const { patronId } = other.status;
    if (card.state !== 'active' || !card.holders.some((one) => one.patronId === patronId)) return [];
    if (oldCard === 'refused') return [releaseWrite(card, patronId, 'merged', change.at)];
    const { patronId: survivorId, homeMember: memberId } = survivor.status;
    const holders = card.holders.map((one) => (one.patronId === patronId ? { patronId: survivorId, memberId } : one));
    return [holdersWrite(card, holders)];
  });

const survivorPerson = ({ survivor, other, oldCard }: MergeOf): StoredPerson & { person: Person } => {
  const { person } = survivor;
  const contactConsents = mergedContactConsents(person.contactConsents, other.person.contactConsents);
  const also = [...(person.alsoCards ?? []), ...(oldCard === 'works' ? cardsOf(other.person) : [])];
  return {
    ...person,
    person: completed(person.person, other.person.person),
    ...(Object.keys(contactConsents).length > 0 && { contactConsents }),
    ...(also.length > 0 && { alsoCards: also }),
    v: person.v + 1,
  };
};

/** Stores the merges of patrons. */
export const mergeStore = (table: Table) => ({
  /** Returns the merge of a merged patron. */
  get: async (patronId: string): Promise<Merge | undefined> => {
    const item = await table.get(key('patronMerge', { patronId }), { strong: true });
    return item && stored.parse(item);
  },
  /** Lists the merges that are not complete. */
  pending: async (): Promise<Merge[]> => {
    const partition = indexPartition('patronMerge', 'gsi2', {});
    return (await table.queryAll({ index: 'gsi2', partition })).map((item) => stored.parse(item));
  },
  /**
   * Merges two patrons in a single write: deletes the other's status, person and PIN, adds its counters to the survivor's, and makes its
   * card the survivor's or refuses it. From then on nothing can be written for the other. False when something changed since it was read.
   */
  begin: async (merge: MergeOf): Promise<boolean> => {
    const { survivor, other, now, by, change } = merge;
    const { patronId, guarantorId } = other.status;
    const survivorId = survivor.status.patronId;
    const person = survivorPerson(merge);
    const status = mergedStatus(survivor.status, other.status, merge.day);
    const row: Merge = {
      ...{ patronId, survivorId, state: 'moving', at: change.at, by, v: 1 },
      ...(guarantorId !== undefined && { guarantorId }),
    };
    const conflict = await table.write([
      { delete: key('patronStatus', { patronId }), when: and(unchanged(other.status.v), lacks('merging')) },
      { delete: key('patronPerson', { patronId }), when: unchanged(other.person.v) },
      { delete: key('patronPin', { patronId }) },
      ...endedTemporaryWrites(other.status),
      survivorWrite(merge, status),
      ...status.dropped.survivor.map((block) => endBlockNoteWrite(survivorId, block)),
      ...status.dropped.other.map((block) => endBlockNoteWrite(patronId, block)),
      { put: personItem(person), when: unchanged(survivor.person.v) },
      { put: mergeItem(row), when: absent() },
      undoWrite(merge),
      {
        put: {
          ...key('patronFormer', { patronId: survivorId, formerId: patronId }),
          ...{ ...stamp('patronFormer', 1), formerId: patronId, at: change.at },
        },
      },
      ...cardWrites(merge),
      ...(survivor.hasPin || other.pinHash === undefined ? [] : [pinWrite(survivorId, other.pinHash, now)]),
      ...duplicateKeyWrites(patronId, other.person.person, undefined),
      ...duplicateKeyWrites(survivorId, survivor.person.person, person.person),
      changeWrite(survivorId, change),
      auditWrite(merge.audit),
    ]);
    return conflict === undefined;
  },
  /**
   * Records that everything found is moved: acts go to the survivor from now on, and rows that an index did not show are looked for once
   * more.
   */
  settle: async (merge: Merge): Promise<void> => {
    const put = mergeItem({ ...merge, state: 'settling', v: merge.v + 1 });
    await table.write([
      { put, when: unchanged(merge.v) },
      {
        update: key('patronStatus', { patronId: merge.survivorId }),
        remove: ['merging'],
        when: equals('merging', merge.patronId),
      },
    ]);
  },
  /** Completes the merge. The row stays as long as the survivor does, as the old id resolves through it. */
  finish: async (merge: Merge): Promise<void> => {
    await table.write([{ put: mergeItem({ ...merge, state: 'done', v: merge.v + 1 }), when: unchanged(merge.v) }]);
  },
});
