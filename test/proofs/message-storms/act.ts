import * as fc from 'fast-check';
import { faults } from '../crash-points/faults.ts';

/** The ids in a message's header that are wrong. */
const twists = ['none', 'other-request', 'no-request', 'other-agency', 'other-sender'] as const;
const partner = fc.constantFrom(0, 1);
const pick = fc.nat(1000);
const twisted = fc.oneof(
  { weight: 9, arbitrary: fc.constant(twists[0]) },
  { weight: 4, arbitrary: fc.constantFrom(...twists) },
);
const late = fc.constantFrom(true, false, false, false);
const message = { partner, pick, twist: twisted, late, word: fc.nat(1000) };
const often = (times: number): true[] => Array.from({ length: times }, () => true);
/** Three of four acts fit the current state of the workflow; the fourth is arbitrary. */
const sensible = fc.constantFrom(...often(3), false);
const taking = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ how: 'once' as const }) },
  { weight: 2, arbitrary: fc.constant({ how: 'twice' as const }) },
  { weight: 1, arbitrary: fc.record({ how: fc.constantFrom(...faults), at: fc.integer({ min: 1, max: 20 }) }) },
);
const manners = ['confirms', 'confirms', 'confirms', 'refuses', 'is busy', 'hangs up', 'confirms another'] as const;

const acts = {
  /** A library outside sends a message as supplier, or as requester. */
  supplier: fc.record({ what: fc.constant('supplier' as const), sensible, ...message }),
  requester: fc.record({ what: fc.constant('requester' as const), sensible, ...message }),
  /** It sends a request, new or repeated. */
  request: fc.record({
    what: fc.constant('request' as const),
    ...message,
    type: fc.constantFrom('New', 'New', 'Retry', 'Reminder'),
    service: fc.constantFrom('Loan', 'Loan', 'CopyOrLoan'),
    maxCost: fc.option(fc.constantFrom('2.00', '10.00'), { nil: undefined }),
    toAll: fc.boolean(),
  }),
  /** An earlier message is repeated, and a delayed one is delivered. */
  again: fc.record({ what: fc.constant('again' as const), pick }),
  arrives: fc.record({ what: fc.constant('arrives' as const), pick }),
  staff: fc.record({
    what: fc.constant('staff' as const),
    sensible,
    pick,
    word: fc.nat(1000),
    own: fc.boolean(),
    taking,
  }),
  repeat: fc.record({ what: fc.constant('repeat' as const), pick, otherWords: fc.boolean() }),
  carry: fc.record({ what: fc.constant('carry' as const), carrying: taking }),
  manners: fc.record({ what: fc.constant('manners' as const), partner, manner: fc.constantFrom(...manners) }),
  resend: fc.record({ what: fc.constant('resend' as const), pick }),
  tick: fc.record({ what: fc.constant('tick' as const), twice: fc.boolean() }),
  pass: fc.record({
    what: fc.constant('pass' as const),
    seconds: fc.constantFrom(1, 5, 5, 20, 61, 61, 200, 2000, 2000),
  }),
  /** A desk of circulation scans the copy of a request, or lends it. */
  desk: fc.record({
    what: fc.constant('desk' as const),
    pick,
    branchId: fc.constantFrom('cedar.main', 'cedar.main', 'ash.main'),
    lends: fc.boolean(),
  }),
};

/** One act, chosen by the weight of its kind. */
export const anAct = fc.oneof(
  { weight: 8, arbitrary: acts.supplier },
  { weight: 4, arbitrary: acts.requester },
  { weight: 2, arbitrary: acts.request },
  { weight: 3, arbitrary: acts.again },
  { weight: 3, arbitrary: acts.arrives },
  { weight: 9, arbitrary: acts.staff },
  { weight: 2, arbitrary: acts.repeat },
  { weight: 9, arbitrary: acts.carry },
  { weight: 1, arbitrary: acts.manners },
  { weight: 1, arbitrary: acts.resend },
  { weight: 5, arbitrary: acts.tick },
  { weight: 3, arbitrary: acts.pass },
  { weight: 2, arbitrary: acts.desk },
);

/** One act in a storm. */
export type Act = typeof anAct extends fc.Arbitrary<infer A> ? A : never;

/** The faults of a message. */
export type Twist = (typeof twists)[number];
