import { and, type Condition, equals, lacks, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import type { Consent } from '../domain/access/openness.ts';
import type { PatronChange } from '../domain/record/change.ts';
import type { EditedPatron } from '../domain/record/edit-patron.ts';
import type { Block, PatronStatus } from '../domain/record/patron-status.ts';
import { key } from './keys.ts';
import { changeWrite } from './patron-change-store.ts';
import { dependantWrite, type Patron, personItem } from './patron-store.ts';
import { dropUnlikePairs, duplicateKeyWrites, findPossibleDuplicates, notePairs } from './possible-duplicate-store.ts';
import { movedTemporaryWrites } from './temporary-patron-store.ts';

type Status = EditedPatron['status'];
type Tail<F> = F extends (first: Table, ...rest: infer R) => unknown ? R : never;

const stillTemporary = ({ temporary }: PatronStatus): Condition[] => (temporary ? [equals('temporary', true)] : []);

// Only changed values are set, conditioned on the values read: loans raise the status's `v` all the time.
const statusWrite = (before: PatronStatus, after: Status): Write => {
  const fields = (
    ['category', 'homeBranch', 'expiresOn', 'minor', 'classes', 'department', 'residence', 'guarantorId'] as const
  ).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const expected = fields.map((field) => (before[field] === undefined ? lacks(field) : equals(field, before[field])));
  return {
    update: key('patronStatus', before),
    set: Object.fromEntries(fields.flatMap((field) => (after[field] === undefined ? [] : [[field, after[field]]]))),
    remove: fields.filter((field) => after[field] === undefined),
    // The row of a temporary patron moves with the last day: a desk that verifies the patron meanwhile deletes it.
    when: and(present(), ...expected, ...(fields.includes('expiresOn') ? stillTemporary(before) : [])),
  };
};

/** Returns the writes by which the former guardian loses a dependant, and the new one, who must be a patron, finds it. */
const guardianWrites = ({ patronId, guarantorId: before }: PatronStatus, { guarantorId: after }: Status): Write[] =>
  before === after
    ? []
    : [
        ...(before === undefined
          ? []
          : [{ delete: key('patronDependant', { patronId: before, dependantId: patronId }) }]),
        ...(after === undefined
          ? []
          : [{ check: key('patronStatus', { patronId: after }), when: present() }, dependantWrite(after, patronId)]),
      ];

/**
 * Writes an edited patron when person and status are as read; with its entry in the patron's log and the other writes of the transaction.
 */
export const saveEdit = async (
  table: Table,
  { status, person }: Patron,
  edited: EditedPatron,
  change: PatronChange,
  beside: readonly Write[] = [],
): Promise<'saved' | 'branch-unknown' | 'changed-meanwhile'> => {
  const { patronId, homeMember: memberId } = status;
  const { homeBranch: branchId } = edited.status;
  const moved = branchId !== status.homeBranch;
  const likenesses = duplicateKeyWrites(patronId, person.person, edited.person);
  const conflict = await table.write([
    {
      put: personItem({
        ...{ ...person, person: edited.person, v: person.v + 1 },
        ...(edited.contactConsents && { contactConsents: edited.contactConsents }),
      }),
      when: unchanged(person.v),
    },
    statusWrite(status, edited.status),
    changeWrite(patronId, change),
    ...(moved ? [{ check: membershipKeys.key('branch', { memberId, branchId }), when: present() }] : []),
    ...likenesses,
    ...guardianWrites(status, edited.status),
    ...movedTemporaryWrites(status, edited.status.expiresOn),
    ...beside,
  ]);
  if (!conflict) {
    // Before new pairs are found, so that one found by an edit of the other at the same time stays.
    if (likenesses.length > 0) await dropUnlikePairs(table, patronId);
    await notePairs(
      table,
      { patronId, memberId },
      await findPossibleDuplicates(table, patronId, edited.person),
      change.at,
    );
    return 'saved';
  }
  return moved && conflict.conflict.some(({ index }) => index === 3) ? 'branch-unknown' : 'changed-meanwhile';
};

/** Writes a card's new last day of validity when the current one is as read. False when it is not. */
export const saveExpiry = async (
  table: Table,
  status: PatronStatus,
  expiresOn: string,
  change: PatronChange,
  beside: readonly Write[] = [],
): Promise<boolean> => {
  const { patronId, expiresOn: before } = status;
  const when = and(equals('expiresOn', before), ...stillTemporary(status));
  const update = { update: key('patronStatus', { patronId }), set: { expiresOn }, when };
  const listed = movedTemporaryWrites(status, expiresOn);
  return (await table.write([update, ...listed, changeWrite(patronId, change), ...beside])) === undefined;
};

/** Writes the blocks when they are as read. False when they are not: read again. */
export const saveBlocks = async (
  table: Table,
  { patronId, blocks: before }: PatronStatus,
  blocks: readonly Block[],
  change: PatronChange,
  beside: readonly Write[] = [],
): Promise<boolean> => {
  // Not conditioned on `v`: loans and returns raise it all the time, and they do not change the blocks.
  const update = { update: key('patronStatus', { patronId }), set: { blocks }, when: equals('blocks', before) };
  return (await table.write([update, changeWrite(patronId, change), ...beside])) === undefined;
};

/** Writes a patron's consents when they are as read. False when they are not: read again. */
export const saveConsents = async (
  table: Table,
  { patronId, consents: before }: PatronStatus,
  consents: readonly Consent[],
  change: PatronChange,
  beside: readonly Write[] = [],
): Promise<boolean> => {
  const when = and(present(), before === undefined ? lacks('consents') : equals('consents', before));
  const update = { update: key('patronStatus', { patronId }), set: { consents }, when };
  return (await table.write([update, changeWrite(patronId, change), ...beside])) === undefined;
};

/** Returns the writes that change a patron's record. */
export const patronEdits = (table: Table) => ({
  saveEdit: (...args: Tail<typeof saveEdit>) => saveEdit(table, ...args),
  saveExpiry: (...args: Tail<typeof saveExpiry>) => saveExpiry(table, ...args),
  saveBlocks: (...args: Tail<typeof saveBlocks>) => saveBlocks(table, ...args),
  saveConsents: (...args: Tail<typeof saveConsents>) => saveConsents(table, ...args),
});
