import { fromEach, stateTable } from './state-table.ts';

const byHand = [
  { trigger: 'mark missing', to: 'missing', by: 'involved' },
  { trigger: 'mark damaged', to: 'damaged', by: 'involved' },
  { trigger: 'withdraw', to: 'withdrawn', by: 'owner' },
  { trigger: 'make available', to: 'available', by: 'owner' },
  { trigger: 'take into work', to: 'in-process', by: 'owner' },
] as const;

/** The states of an item (copy). Available and withdrawn are final. */
export const itemStates = stateTable({
  of: 'item',
  states: {
    'on-order': 'Ordered and not yet received.',
    'in-process': 'Being made ready: for the shelf, or to be sent back to the library outside that lent it.',
    available: 'On its shelf, for anyone to borrow.',
    paged: 'On its shelf and wanted for a hold; staff are asked to fetch it.',
    'on-loan': 'Lent to a patron.',
    'in-transit': 'On its way to another branch.',
    'cancelled-transit': 'Its journey was called off; the next scan says where it goes.',
    'on-hold-shelf': 'Waiting at the pickup branch for the patron of a hold.',
    'claimed-returned': 'Lent, and the patron says it was brought back.',
    lost: 'Lent, declared lost or aged to lost, and charged.',
    'lost-and-paid': 'Lost, and nothing of its charge is open; the loan counts no more.',
    missing: 'Not where it should be, and lent to nobody.',
    damaged: 'Not fit to be lent until repaired.',
    withdrawn: 'No longer part of the collection.',
  },
  initial: ['on-order', 'in-process', 'available'],
  final: ['available', 'withdrawn'],
  transitions: [
    { from: 'on-order', trigger: 'receive', to: 'in-process', by: 'owner' },
    ...(
      [
        'on-order',
        'in-process',
        'missing',
        'on-loan',
        'claimed-returned',
        'lost',
        'lost-and-paid',
        'available',
        'paged',
        'in-transit',
        'cancelled-transit',
        'on-hold-shelf',
      ] as const
    ).flatMap((from) => [
      { from, trigger: 'check in: stays here', to: 'available' as const, by: 'desk' as const },
      { from, trigger: 'check in: hold, pickup here', to: 'on-hold-shelf' as const, by: 'desk' as const },
      { from, trigger: 'check in: hold elsewhere, or not home', to: 'in-transit' as const, by: 'desk' as const },
    ]),
    // Items of a library outside the consortium.
    ...fromEach(
      ['missing', 'on-loan', 'claimed-returned', 'lost', 'lost-and-paid', 'on-hold-shelf', 'cancelled-transit'],
      {
        trigger: 'check in: to be sent back outside',
        to: 'in-process',
        by: 'desk',
      },
    ),
    ...fromEach(['in-process', 'missing', 'damaged', 'on-loan', 'on-hold-shelf'], {
      trigger: 'send back outside',
      to: 'in-transit',
      by: 'desk',
    }),
    ...fromEach(['on-loan', 'claimed-returned', 'in-transit', 'on-hold-shelf'], {
      trigger: 'its owner outside has it again, or gives it up',
      to: 'withdrawn',
      by: 'engine',
    }),
    { from: 'damaged', trigger: 'check in', to: 'damaged', by: 'desk' },
    { from: 'withdrawn', trigger: 'check in', to: 'withdrawn', by: 'desk' },
    ...fromEach(
      ['on-order', 'in-process', 'available', 'paged', 'in-transit', 'cancelled-transit', 'on-hold-shelf', 'missing'],
      {
        trigger: 'check out',
        to: 'on-loan',
        by: 'desk',
      },
    ),
    { from: 'on-loan', trigger: 'renew', to: 'on-loan', by: 'patron' },
    { from: 'on-loan', trigger: 'declare lost', to: 'lost', by: 'loan-party' },
    { from: 'on-loan', trigger: 'age to lost', to: 'lost', by: 'clock' },
    { from: 'on-loan', trigger: 'declare lost, nothing to pay', to: 'lost-and-paid', by: 'loan-party' },
    { from: 'on-loan', trigger: 'age to lost, nothing to pay', to: 'lost-and-paid', by: 'clock' },
    { from: 'lost', trigger: 'pay its charge', to: 'lost-and-paid', by: 'desk' },
    // Given up permanently: outstanding charges remain, and a return counts as a new find.
    ...fromEach(['lost', 'lost-and-paid'], { trigger: 'withdraw', to: 'withdrawn', by: 'owner' }),
    { from: 'withdrawn', trigger: 'take into work', to: 'in-process', by: 'owner' },
    { from: 'on-loan', trigger: 'recall', to: 'on-loan', by: 'patron' },
    ...fromEach(['on-loan', 'claimed-returned', 'lost', 'lost-and-paid'], {
      trigger: 'check in damaged',
      to: 'damaged',
      by: 'desk',
    }),
    { from: 'on-loan', trigger: 'claim returned', to: 'claimed-returned', by: 'loan-party' },
    { from: 'claimed-returned', trigger: 'give up the search', to: 'missing', by: 'loan-party' },
    { from: 'available', trigger: 'target for a hold', to: 'paged', by: 'engine' },
    { from: 'paged', trigger: 'end or move the hold', to: 'available', by: 'engine' },
    ...fromEach(['available', 'cancelled-transit'], { trigger: 'send', to: 'in-transit', by: 'owner' }),
    { from: 'in-transit', trigger: 'cancel the transit', to: 'cancelled-transit', by: 'involved' },
    ...(['available', 'in-process', 'damaged', 'missing', 'cancelled-transit'] as const).flatMap((from) =>
      byHand.filter(({ to }) => to !== from).map((step) => ({ from, ...step })),
    ),
    ...(['paged', 'in-transit', 'on-hold-shelf'] as const).flatMap((from) => [
      { from, trigger: 'mark missing', to: 'missing' as const, by: 'involved' as const },
      { from, trigger: 'mark damaged', to: 'damaged' as const, by: 'involved' as const },
    ]),
  ],
});

export type ItemState = keyof typeof itemStates.states;
