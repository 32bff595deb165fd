import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { fromEach, stateTable } from './state-table.ts';

/**
 * The states of a loan. It has no state field of its own: `loanStateOf` derives the state from the item's record, so the two cannot
 * disagree.
 */
export const loanStates = stateTable({
  of: 'loan',
  states: {
    open: 'The patron has the item and it is not yet due.',
    recalled: 'The patron has the item, not yet due, and was asked to bring it back for another.',
    overdue: 'The patron has the item and it is past due.',
    claimed: 'The patron says it was brought back; fines stand still.',
    lost: 'Declared lost, or overdue for so long that it counts as lost; charged.',
    'lost-and-paid': 'Lost, and nothing of its charge is open: counted no more, and stored for a refund.',
    'fees-outstanding':
      'Returned, and something of it is still to be paid: the item is free, the bill knows the patron.',
    closed: 'Over, and nothing of it is open.',
  },
  initial: ['open'],
  final: ['closed'],
  transitions: [
    ...fromEach(['open', 'recalled'], { trigger: 'due date passes', to: 'overdue', by: 'clock' }),
    { from: 'open', trigger: 'recall', to: 'recalled', by: 'patron' },
    ...fromEach(['open', 'recalled', 'overdue'], { trigger: 'renew', to: 'open', by: 'patron' }),
    ...fromEach(['open', 'recalled', 'overdue'], { trigger: 'claim returned', to: 'claimed', by: 'loan-party' }),
    ...fromEach(['open', 'recalled', 'overdue'], { trigger: 'declare lost', to: 'lost', by: 'loan-party' }),
    { from: 'overdue', trigger: 'age to lost', to: 'lost', by: 'clock' },
    ...fromEach(['open', 'recalled', 'overdue'], {
      trigger: 'declare lost, nothing to pay',
      to: 'lost-and-paid',
      by: 'loan-party',
    }),
    { from: 'overdue', trigger: 'age to lost, nothing to pay', to: 'lost-and-paid', by: 'clock' },
    { from: 'lost', trigger: 'withdraw the item', to: 'fees-outstanding', by: 'owner' },
    { from: 'lost-and-paid', trigger: 'withdraw the item', to: 'closed', by: 'owner' },
    { from: 'claimed', trigger: 'give up the search', to: 'closed', by: 'loan-party' },
    { from: 'lost', trigger: 'pay its charge', to: 'lost-and-paid', by: 'desk' },
    { from: 'lost-and-paid', trigger: 'check in', to: 'closed', by: 'desk' },
    ...fromEach(['open', 'recalled', 'overdue', 'claimed', 'lost'], {
      trigger: 'check in, nothing to pay',
      to: 'closed',
      by: 'desk',
    }),
    ...fromEach(['open', 'recalled', 'overdue', 'claimed', 'lost'], {
      trigger: 'check in, something to pay',
      to: 'fees-outstanding',
      by: 'desk',
    }),
    { from: 'fees-outstanding', trigger: 'pay or waive the last of it', to: 'closed', by: 'desk' },
  ],
});

export type LoanState = keyof typeof loanStates.states;

/** Returns whether an item is lost, paid for or not. */
export const isLost = ({ state }: Pick<ItemCirculation, 'state'>): boolean =>
  state === 'lost' || state === 'lost-and-paid';

/** Returns whether this loan is over with charges outstanding (C75): its item no longer has it, and a bill of it is open. */
export const feesOutstanding = (
  loanId: string,
  item: Pick<ItemCirculation, 'loan'> | undefined,
  bills: readonly { loanId?: string; open: number }[],
): boolean => item?.loan?.loanId !== loanId && bills.some((bill) => bill.loanId === loanId && bill.open > 0);

/** Returns the state of the item's loan at a time; `closed` when it has none. */
export const loanStateOf = (item: ItemCirculation, at: string): LoanState => {
  if (item.loan === undefined) return 'closed';
  if (item.state === 'lost' || item.state === 'lost-and-paid') return item.state;
  if (item.state === 'claimed-returned') return 'claimed';
  if (millis(item.loan.due) < millis(at)) return 'overdue';
  return item.loan.recalledAt === undefined ? 'open' : 'recalled';
};
