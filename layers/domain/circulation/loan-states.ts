import { millis } from '../calendar/days.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { stateTable } from './state-table.ts';

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
    { from: 'open', trigger: 'due date passes', to: 'overdue' },
    { from: 'open', trigger: 'renew', to: 'open' },
    { from: 'overdue', trigger: 'renew', to: 'open' },
    ...(['open', 'overdue'] as const).flatMap((from) => [
      { from, trigger: 'claim returned', to: 'claimed' as const },
      { from, trigger: 'declare lost', to: 'lost' as const },
    ]),
    ...(['open', 'overdue', 'claimed', 'lost'] as const).map((from) => ({
      from,
      trigger: 'check in',
      to: 'closed' as const,
    })),
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
