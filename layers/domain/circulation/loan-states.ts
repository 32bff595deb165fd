import { millis } from '../calendar/days.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { fromEach, stateTable } from './state-table.ts';

/** A loan. It has no state field of its own: `loanStateOf` reads it off the item's record, so the two cannot disagree. */
export const loanStates = stateTable({
  of: 'loan',
  states: {
    open: 'The patron has the item and it is not yet due.',
    overdue: 'The patron has the item and it is past due.',
    claimed: 'The patron says it was brought back; fines stand still.',
    lost: 'Declared lost; the charge is made, and taken back when the item returns.',
    closed: 'The item came back; fees may still be open.',
  },
  initial: ['open'],
  final: ['closed'],
  transitions: [
    { from: 'open', trigger: 'due date passes', to: 'overdue', by: 'clock' },
    ...fromEach(['open', 'overdue'], { trigger: 'renew', to: 'open', by: 'patron' }),
    ...fromEach(['open', 'overdue'], { trigger: 'claim returned', to: 'claimed', by: 'loan-party' }),
    ...fromEach(['open', 'overdue'], { trigger: 'declare lost', to: 'lost', by: 'loan-party' }),
    ...fromEach(['open', 'overdue', 'claimed', 'lost'], { trigger: 'check in', to: 'closed', by: 'desk' }),
  ],
});

export type LoanState = keyof typeof loanStates.states;

/** The state of the item's loan at an instant; `closed` when it has none. */
export const loanStateOf = (item: ItemCirculation, at: string): LoanState => {
  if (item.loan === undefined) return 'closed';
  if (item.state === 'lost') return 'lost';
  if (item.state === 'claimed-returned') return 'claimed';
  return millis(item.loan.due) < millis(at) ? 'overdue' : 'open';
};
