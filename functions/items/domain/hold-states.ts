import { fromEach, stateTable } from './state-table.ts';

/** The hold of a patron on a record, from the request to the pickup. */
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
  initial: ['placed', 'frozen'],
  final: ['fulfilled', 'cancelled', 'expired-unfilled', 'expired-on-shelf'],
  transitions: [
    ...fromEach(['placed', 'targeted'], { trigger: 'freeze', to: 'frozen', by: 'patron' }),
    { from: 'frozen', trigger: 'thaw', to: 'placed', by: 'patron' },
    { from: 'cancelled', trigger: 'restore', to: 'placed', by: 'desk' },
    { from: 'placed', trigger: 'target', to: 'targeted', by: 'engine' },
    { from: 'targeted', trigger: 'target another', to: 'targeted', by: 'engine' },
    { from: 'targeted', trigger: 'target lost', to: 'placed', by: 'engine' },
    ...fromEach(['in-transit', 'on-shelf'], {
      trigger: 'its copy is lost or called back',
      to: 'placed',
      by: 'involved',
    }),
    ...(['placed', 'targeted', 'in-transit', 'on-shelf'] as const).flatMap((from) => [
      { from, trigger: 'check in elsewhere', to: 'in-transit' as const, by: 'desk' as const },
      { from, trigger: 'check in at pickup', to: 'on-shelf' as const, by: 'desk' as const },
      { from, trigger: 'check out to its patron', to: 'fulfilled' as const, by: 'desk' as const },
    ]),
    { from: 'frozen', trigger: 'check out to its patron', to: 'fulfilled', by: 'desk' },
    ...fromEach(['placed', 'frozen', 'targeted', 'in-transit', 'on-shelf'], {
      trigger: 'cancel',
      to: 'cancelled',
      by: 'patron',
    }),
    ...fromEach(['placed', 'frozen', 'targeted'], {
      trigger: 'not filled in time',
      to: 'expired-unfilled',
      by: 'clock',
    }),
    { from: 'on-shelf', trigger: 'send to another pickup branch', to: 'in-transit', by: 'desk' },
    { from: 'on-shelf', trigger: 'not fetched in time', to: 'expired-on-shelf', by: 'clock' },
  ],
});

export type HoldState = keyof typeof holdStates.states;
