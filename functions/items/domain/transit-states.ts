import { fromEach, stateTable } from './state-table.ts';

/** The states of an item's transit between branches. An item's record contains the only open transit (C9). */
export const transitStates = stateTable({
  of: 'transit',
  states: {
    requested: 'Asked for; the item still stands where it is and can be borrowed.',
    sent: 'On its way.',
    forwarded: 'Scanned at a branch between; destination unchanged.',
    received: 'Arrived at its destination.',
    cancelled: 'Ended before arrival: by a hold, a loan, or a desk that says why.',
    lost: 'Never arrived; the item is being looked for.',
  },
  initial: ['requested', 'sent'],
  final: ['received', 'cancelled', 'lost'],
  transitions: [
    { from: 'requested', trigger: 'check in where it stands', to: 'sent', by: 'desk' },
    { from: 'requested', trigger: 'check in at destination', to: 'received', by: 'desk' },
    { from: 'requested', trigger: 'a hold or loan takes the item', to: 'cancelled', by: 'engine' },
    { from: 'requested', trigger: 'cancel with a reason', to: 'cancelled', by: 'involved' },
    ...fromEach(['sent', 'forwarded'], { trigger: 'check in between', to: 'forwarded', by: 'desk' }),
    ...fromEach(['sent', 'forwarded'], { trigger: 'check in at destination', to: 'received', by: 'desk' }),
    ...fromEach(['sent', 'forwarded'], { trigger: 'a hold or loan takes the item', to: 'cancelled', by: 'engine' }),
    ...fromEach(['sent', 'forwarded'], { trigger: 'cancel with a reason, forced', to: 'cancelled', by: 'involved' }),
    ...fromEach(['sent', 'forwarded'], { trigger: 'mark missing', to: 'lost', by: 'involved' }),
  ],
});

export type TransitState = keyof typeof transitStates.states;
