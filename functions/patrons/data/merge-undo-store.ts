import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { completedPart, undoableUntil } from '../domain/identity/merge-undo.ts';
import { key } from './keys.ts';
import type { MergeOf } from './merge-of.ts';
import { cardsOf, storedPerson, storedStatus } from './patron-schemas.ts';

type Row = Record<string, unknown>;
type Merged = { patronId: string; formerId: string };

const stored = z.object({
  formerId: z.string(),
  until: z.string(),
  survivor: z.object({
    ...storedStatus.pick({ blocks: true, consents: true, guarantorId: true, residence: true }).shape,
    person: storedPerson,
    hadPin: z.boolean(),
  }),
  other: z.object({
    status: storedStatus,
    person: storedPerson,
    pinHash: z.string().exactOptional(),
    cards: z.array(z.string()),
  }),
});

/** Both records before a merge, and until when it can be undone. */
export type BeforeMerge = z.infer<typeof stored>;

const storedRow = z.object({ row: z.record(z.string(), z.unknown()), taken: z.boolean() });

const expiry = (until: string): number => Math.ceil(Date.parse(until) / 1000);

/** Returns the write that stores both records as they are before their merge. */
export const undoWrite = ({ survivor, other, change }: MergeOf): Write => {
  const { patronId: formerId } = other.status;
  const until = undoableUntil(change.at);
  const before: BeforeMerge = {
    ...{ formerId, until },
    survivor: { ...completedPart(survivor.status), person: survivor.person, hadPin: survivor.hasPin },
    other: {
      status: other.status,
      person: other.person,
      ...(other.pinHash !== undefined && { pinHash: other.pinHash }),
      cards: cardsOf(other.person),
    },
  };
  return {
    put: {
      ...key('patronMergeUndo', { patronId: survivor.status.patronId, formerId }),
      ...{ ...stamp('patronMergeUndo', 1), ...before, expiresAt: expiry(until) },
    },
  };
};

const rowsOf = ({ patronId, formerId }: Merged) => {
  const { pk: partition, sk } = key('patronMergedRow', { patronId, formerId, place: '-' });
  return { partition, begins: sk.slice(0, -1), strong: true };
};

/** Stores what a merge moved, so that it can be undone. */
export const mergeUndoStore = (table: Table) => ({
  /** Returns both records before the merge; undefined when it can no longer be undone. */
  get: async (merged: Merged): Promise<BeforeMerge | undefined> => {
    const item = await table.get(key('patronMergeUndo', merged), { strong: true });
    return item && stored.parse(item);
  },
  /** Stores a row as it was before the merge moved it. Repeating it changes nothing. */
  noteRow: async (merged: Merged, before: { row: Row; taken: boolean }, mergedAt: string): Promise<void> => {
    const place = `${before.row.pk}|${before.row.sk}`;
    const put = {
      ...key('patronMergedRow', { ...merged, place }),
      ...{ ...stamp('patronMergedRow', 1), ...before, expiresAt: expiry(undoableUntil(mergedAt)) },
    };
    await table.write([{ put }]);
  },
  /** Returns the rows that came from the other record, as they were, with the write that deletes each note. */
  rows: async (merged: Merged) =>
    (await table.queryAll(rowsOf(merged))).map((item) => ({
      before: storedRow.parse(item),
      gone: { delete: { pk: String(item.pk), sk: String(item.sk) } } satisfies Write,
    })),
});
