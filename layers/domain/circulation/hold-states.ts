import { stateTable } from './state-table.ts';

/** A patron's wait for a record, from the request to the pickup. */
export const holdStates = stateTable({
  of: 'hold',
  states: {
    placed: 'Waiting in the queue.',
    frozen: 'Keeps its place in the queue and is passed over.',
    targeted: 'A copy on a shelf was chosen, and its branch is asked to fetch it.',
    'in-transit': 'A copy was captured and travels to the pickup branch.',
    'on-shelf': 'The copy waits for the patron at the pickup branch.',
    fulfilled: 'The patron has the copy.',
    cancelled: 'Ended by the patron or staff.',
    'expired-unfilled': 'Ended because no copy came in time.',
    'expired-on-shelf': 'Ended because the patron did not come in time.',
  },
  initial: ['placed'],
  final: ['fulfilled', 'cancelled', 'expired-unfilled', 'expired-on-shelf'],
  transitions: [
    { from: 'placed', trigger: 'freeze', to: 'frozen' },
    { from: 'targeted', trigger: 'freeze', to: 'frozen' },
    { from: 'frozen', trigger: 'thaw', to: 'placed' },
    { from: 'placed', trigger: 'target', to: 'targeted' },
    { from: 'targeted', trigger: 'target another', to: 'targeted' },
    { from: 'targeted', trigger: 'target lost', to: 'placed' },
    ...(['placed', 'targeted', 'in-transit', 'on-shelf'] as const).flatMap((from) => [
      { from, trigger: 'check in elsewhere', to: 'in-transit' as const },
      { from, trigger: 'check in at pickup', to: 'on-shelf' as const },
      { from, trigger: 'check out to its patron', to: 'fulfilled' as const },
    ]),
    ...(['placed', 'frozen', 'targeted', 'in-transit', 'on-shelf'] as const).map((from) => ({
      from,
      trigger: 'cancel',
      to: 'cancelled' as const,
    })),
    ...(['placed', 'frozen', 'targeted'] as const).map((from) => ({
      from,
      trigger: 'not filled in time',
      to: 'expired-unfilled' as const,
    })),
    { from: 'on-shelf', trigger: 'not fetched in time', to: 'expired-on-shelf' },
  ],
});

export type HoldState = keyof typeof holdStates.states;
