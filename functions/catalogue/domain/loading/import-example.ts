import type { ImportView } from './import.ts';

/** The name of the staff user who opened the example load. */
export const exampleOpeners = { 'staff:stf_01kaw5v7n0000000000000000z': 'Ines Keller' };

/** An example of a finished load for the contracts of its operations. */
export const exampleImport: ImportView = {
  importId: 'imp_01kb0000000000000000000000',
  memberId: 'riverton',
  fileName: 'march.mrc',
  bytes: 1_200_345,
  form: 'iso2709',
  state: 'done',
  createdAt: '2026-11-24T10:00:00.000Z',
  openedBy: 'staff:stf_01kaw5v7n0000000000000000z',
  startedAt: '2026-11-24T10:01:00.000Z',
  endedAt: '2026-11-24T10:02:00.000Z',
  parts: { all: 2, done: 2 },
  counts: {
    read: 1000,
    accepted: 998,
    rejected: 2,
    created: 990,
    changed: 8,
    unchanged: 0,
    withdrawn: 0,
    matched: 310,
    itemsCreated: 1203,
    itemsChanged: 0,
    itemsRejected: 1,
    barcodesShared: 0,
    itemsAsStaffSet: 0,
    itemsWithdrawn: 0,
  },
};
