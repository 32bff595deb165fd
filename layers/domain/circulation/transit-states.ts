import { stateTable } from './state-table.ts';

/** A journey of an item between branches. An item's record holds the one open transit there can be (C9). */
export const transitStates = stateTable({
  of: 'transit',
  states: {
    sent: 'On its way.',
    forwarded: 'Scanned at a branch between; destination unchanged.',
    received: 'Arrived at its destination.',
    cancelled: 'Ended before arrival, because a hold or a loan took the item.',
  },
  initial: ['sent'],
  final: ['received', 'cancelled'],
  transitions: (['sent', 'forwarded'] as const).flatMap((from) => [
    { from, trigger: 'check in between', to: 'forwarded' as const },
    { from, trigger: 'check in at destination', to: 'received' as const },
    { from, trigger: 'a hold or loan takes the item', to: 'cancelled' as const },
  ]),
});

export type TransitState = keyof typeof transitStates.states;
