import type { PeriodState } from '../../../../layers/records/ledger/domain/period-state.ts';
import { fromEach } from '../../../items/public/state-from-each.ts';
import { stateTable } from '../../../items/public/state-table.ts';

/** The states of a month's accounting period, from open to the sealed pack. */
export const periodStates = stateTable<PeriodState>({
  of: 'period',
  states: {
    open: 'The month runs, or nobody has taken its figures yet; corrections of closed months go in here.',
    metered: 'The figures of its use are taken.',
    reconciled: 'They are set against the platform’s bill, and its statements are written to be looked at.',
    approved: 'Its statements are approved as they are, and are being booked.',
    closed: 'Its statements are booked, sealed into a pack, and never change.',
  },
  initial: ['open'],
  final: ['closed'],
  transitions: [
    { from: 'open', trigger: 'meter', to: 'metered', by: 'preparer' },
    { from: 'metered', trigger: 'meter', to: 'metered', by: 'preparer' },
    { from: 'metered', trigger: 'reconcile', to: 'reconciled', by: 'preparer' },
    { from: 'reconciled', trigger: 'approve', to: 'approved', by: 'approver' },
    { from: 'approved', trigger: 'close', to: 'closed', by: 'engine' },
    ...fromEach(['metered', 'reconciled', 'approved'], { trigger: 'reopen', to: 'open', by: 'approver' }),
  ],
});

/** Returns whether a month's statements are written in this state: from then on their input does not change. */
export const isWritten = (state: PeriodState): boolean => state !== 'open' && state !== 'metered';
