import { absent, and, equals, lacks, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { completedPart, personWithout, statusWithout } from '../domain/identity/merge-undo.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { mergedContactConsents } from '../domain/record/contact-consents.ts';
import { holdersWrite, restoredWrite, type StoredCard } from './card-store.ts';
import { key } from './keys.ts';
import { type Merge, mergeItem } from './merge-store.ts';
import type { BeforeMerge } from './merge-undo-store.ts';
import { changeWrite } from './patron-change-store.ts';
import type { StoredPerson, StoredPin } from './patron-schemas.ts';
import { dependantWrite, type Patron, personItem, pinWrite } from './patron-store.ts';
import { duplicateKeyWrites } from './possible-duplicate-store.ts';
import { temporaryWrite } from './temporary-patron-store.ts';

/** The undo of a merge: the merge and the survivor as read, both records before the merge, and the cards that return. */
export type UndoOf = {
  merge: Merge;
  survivor: Patron;
  pin: StoredPin | undefined;
  before: BeforeMerge;
  cards: readonly StoredCard[];
  now: number;
  change: PatronChange;
  /** The same entry for the log of the returned record. */
  otherChange: PatronChange;
  audit: AuditLine;
};

const asRead = (field: string, value: unknown) => (value === undefined ? lacks(field) : equals(field, value));

/** Returns whether a card can return to the record that was merged away: it was refused by the merge, or works for the survivor. */
export const canReturn = (card: StoredCard, survivorId: string): boolean =>
  card.state === 'replaced' ? card.reason === 'merged' : card.holders.some((one) => one.patronId === survivorId);

const cardWrite = (card: StoredCard, { survivor, before: { other } }: UndoOf): Write => {
  const holder = { patronId: other.status.patronId, memberId: other.status.homeMember };
  if (card.state === 'replaced') return restoredWrite(card, holder);
  const survivorId = survivor.status.patronId;
  return holdersWrite(
    card,
    card.holders.map((one) => (one.patronId === survivorId ? holder : one)),
  );
};

const otherWrites = ({ before: { other }, now, otherChange }: UndoOf): Write[] => {
  const { dueFrom: _, counters, ...status } = other.status;
  const { patronId, homeMember, guarantorId, temporary, expiresOn } = status;
  // Counters return row by row, with what they count.
  const zero = { loans: 0, holds: 0, owed: 0, perGroup: {}, ...(counters.claims && { claims: counters.claims }) };
  return [
    {
      put: { ...key('patronStatus', { patronId }), ...status, ...stamp('patronStatus', status.v + 1), counters: zero },
      when: absent(),
    },
    { put: personItem({ ...other.person, v: other.person.v + 1 }), when: absent() },
    ...(other.pinHash === undefined ? [] : [pinWrite(patronId, other.pinHash, now)]),
    ...(guarantorId === undefined ? [] : [dependantWrite(guarantorId, patronId)]),
    ...(temporary ? [temporaryWrite(patronId, homeMember, expiresOn)] : []),
    ...duplicateKeyWrites(patronId, undefined, other.person.person),
    changeWrite(patronId, otherChange),
  ];
};

const survivorPerson = ({ person: now }: Patron, { survivor: { person: was }, other }: BeforeMerge): StoredPerson => {
  const { alsoCards, contactConsents, ...rest } = now;
  const also = alsoCards?.filter((number) => !other.cards.includes(number)) ?? [];
  const merged = mergedContactConsents(was.contactConsents, other.person.contactConsents);
  const isAsMerged = JSON.stringify(contactConsents ?? {}) === JSON.stringify(merged);
  const consents = isAsMerged ? was.contactConsents : contactConsents;
  return {
    ...rest,
    person: personWithout(now.person, was.person, other.person.person),
    ...(consents && { contactConsents: consents }),
    ...(also.length > 0 && { alsoCards: also }),
    v: now.v + 1,
  };
};

const survivorWrites = ({ survivor, pin, before, change }: UndoOf): Write[] => {
  const { status, person } = survivor;
  const { patronId } = status;
  const [was, theirs] = [before.survivor, before.other.status];
  const after = statusWithout(completedPart(status), completedPart(was), completedPart(theirs));
  const fields = ['consents', 'guarantorId', 'residence'] as const;
  const { claims } = theirs.counters;
  const personAfter = survivorPerson(survivor, before);
  const lostGuarantor = status.guarantorId !== undefined && after.guarantorId === undefined;
  // The PIN came from the other record: whoever knows it must not open this one.
  const foreignPin = pin && !was.hadPin && pin.pinHash === before.other.pinHash;
  return [
    {
      update: key('patronStatus', { patronId }),
      set: { ...after, merging: theirs.patronId },
      remove: fields.filter((field) => after[field] === undefined),
      ...(claims && { add: { 'counters.claims': -Math.min(claims, status.counters.claims ?? 0) } }),
      when: and(
        equals('blocks', status.blocks),
        ...fields.map((field) => asRead(field, status[field])),
        lacks('merging'),
      ),
    },
    { put: personItem(personAfter), when: unchanged(person.v) },
    ...(foreignPin ? [{ delete: key('patronPin', { patronId }), when: unchanged(pin.v) }] : []),
    ...(lostGuarantor
      ? [{ delete: key('patronDependant', { patronId: String(status.guarantorId), dependantId: patronId }) }]
      : []),
    ...duplicateKeyWrites(patronId, person.person, personAfter.person),
    { delete: key('patronFormer', { patronId, formerId: theirs.patronId }) },
    changeWrite(patronId, change),
  ];
};

/**
 * Begins the undo of a merge in a single write: both records exist again, with their cards; rows and counters return afterwards. False when
 * something changed since it was read.
 */
export const beginUndo = async (table: Table, undo: UndoOf): Promise<boolean> => {
  const { merge, cards, audit } = undo;
  const conflict = await table.write([
    { put: mergeItem({ ...merge, state: 'undoing', v: merge.v + 1 }), when: unchanged(merge.v) },
    ...otherWrites(undo),
    ...survivorWrites(undo),
    ...cards.map((card) => cardWrite(card, undo)),
    auditWrite(audit),
  ]);
  return conflict === undefined;
};

/** Completes the undo: nothing of the merge remains. */
export const endUndo = async (table: Table, { patronId: formerId, survivorId: patronId, v }: Merge): Promise<void> => {
  const survivor = key('patronStatus', { patronId });
  const open = { update: survivor, remove: ['merging'], when: equals('merging', formerId) };
  const isThere = (await table.get(survivor, { strong: true })) !== undefined;
  await table.write([
    { delete: key('patronMerge', { patronId: formerId }), when: unchanged(v) },
    { delete: key('patronMergeUndo', { patronId, formerId }) },
    ...(isThere ? [open] : []),
  ]);
};
