import { stateTable } from './state-table.ts';

/** Where an item (copy) can be in its life. Available and withdrawn are where one may rest. */
export const itemStates = stateTable({
  of: 'item',
  states: {
    'on-order': 'Ordered and not yet received.',
    'in-process': 'Received and being made ready for the shelf.',
    available: 'On its shelf, for anyone to borrow.',
    paged: 'On its shelf and wanted for a hold; staff are asked to fetch it.',
    'on-loan': 'Lent to a patron.',
    'in-transit': 'On its way to another branch.',
    'on-hold-shelf': 'Waiting at the pickup branch for the patron of a hold.',
    'claimed-returned': 'Lent, and the patron says it was brought back.',
    lost: 'Lent, declared lost and charged.',
    missing: 'Not where it should be, and lent to nobody.',
    damaged: 'Not fit to be lent until repaired.',
    withdrawn: 'No longer part of the collection.',
  },
  initial: ['on-order', 'in-process', 'available'],
  final: ['available', 'withdrawn'],
  transitions: [
    { from: 'on-order', trigger: 'receive', to: 'in-process' },
    ...(
      [
        'on-order',
        'in-process',
        'missing',
        'on-loan',
        'claimed-returned',
        'lost',
        'available',
        'paged',
        'in-transit',
        'on-hold-shelf',
      ] as const
    ).flatMap((from) => [
      { from, trigger: 'check in: home, no hold', to: 'available' as const },
      { from, trigger: 'check in: hold, pickup here', to: 'on-hold-shelf' as const },
      { from, trigger: 'check in: hold elsewhere, or not home', to: 'in-transit' as const },
    ]),
    { from: 'damaged', trigger: 'check in', to: 'damaged' },
    { from: 'withdrawn', trigger: 'check in', to: 'withdrawn' },
    ...(['on-order', 'in-process', 'available', 'paged', 'in-transit', 'on-hold-shelf'] as const).map((from) => ({
      from,
      trigger: 'check out',
      to: 'on-loan' as const,
    })),
    { from: 'on-loan', trigger: 'renew', to: 'on-loan' },
    { from: 'on-loan', trigger: 'declare lost', to: 'lost' },
    { from: 'on-loan', trigger: 'claim returned', to: 'claimed-returned' },
    { from: 'available', trigger: 'target for a hold', to: 'paged' },
    { from: 'paged', trigger: 'end or move the hold', to: 'available' },
    ...(['available', 'in-process', 'damaged', 'missing'] as const).flatMap((from) => [
      { from, trigger: 'mark missing', to: 'missing' as const },
      { from, trigger: 'mark damaged', to: 'damaged' as const },
      { from, trigger: 'withdraw', to: 'withdrawn' as const },
      { from, trigger: 'make available', to: 'available' as const },
    ]),
  ],
});

export type ItemState = keyof typeof itemStates.states;
