import { instant, millis } from '../../../../layers/kernel/calendar/days.ts';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import { anItem, aPatron, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { feesOutstanding } from '../../../items/public/fees-outstanding.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import type { HoldState } from '../../../items/public/hold-states.ts';
import { holdStates } from '../../../items/public/hold-states.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type ItemState, itemStates } from '../../../items/public/item-states.ts';
import { loanStateOf } from '../../../items/public/loan-state-of.ts';
import { type LoanState, loanStates } from '../../../items/public/loan-states.ts';
import { allows } from '../../../items/public/state-allows.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import type { CheckinRequest } from '../checkin/checkin-request.ts';
import type { Bill, Decided, Decision } from '../decisions/decision.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import { decideCancelHold, decideEndHold } from '../holds/end-hold.ts';
import { decidePlaceHold } from '../holds/place-hold.ts';
import { decideRestoreHold } from '../holds/restore-hold.ts';
import { decideSuspendHold } from '../holds/suspend-hold.ts';
import { decideTargetHold } from '../holds/target-hold.ts';
import { decideCheckout } from '../loans/checkout.ts';
import { decideRecall } from '../loans/recall.ts';
import { decideRenewal } from '../loans/renewal.ts';
import { decideDamage } from './damage.ts';
import { ageLoan, claimMissing, claimReturned, declareLost, settleLost } from './lost-and-claimed.ts';
import { markable, markItem } from './mark-item.ts';
import { decideCancelTransit, decideSendItem } from './move-item.ts';

/** One copy, one borrower and one requester after some operations. */
type World = {
  at: string;
  item: ItemCirculation;
  hold?: Hold;
  borrower: PatronStatus;
  asker: PatronStatus;
  /** The last loan and the open amounts of its bills. */
  loanId?: string;
  bills: (Bill & { open: number })[];
};
type Operation = { name: string; run: (world: World) => World | undefined };

const calendar = aCalendar();
const DAY = 86_400_000;
const ids = { bill: 'bil_x', entry: 'ent_x', feeBill: 'bil_f', feeEntry: 'ent_f' };

const counted = (patron: PatronStatus, { changes }: Decided): PatronStatus => {
  const own = changes.patrons.filter(({ patronId }) => patronId === patron.patronId).map(({ add }) => add);
  const sum = (counter: 'loans' | 'holds' | 'owed'): number =>
    own.reduce((total, add) => total + (add[counter] ?? 0), patron.counters[counter]);
  return { ...patron, counters: { ...patron.counters, loans: sum('loans'), holds: sum('holds'), owed: sum('owed') } };
};

/** Returns the world after a decision is written; undefined when it was refused. */
const written = (world: World, decision: Decision | Decided | undefined): World | undefined => {
  if (decision === undefined || 'refused' in decision) return undefined;
  const { item, holds, bills, refund } = decision.changes;
  const hold = holds.at(-1)?.after ?? world.hold;
  const after = item?.after ?? world.item;
  const loanId = after.loan?.loanId ?? world.loanId;
  const open = [...world.bills, ...bills.map((bill) => ({ ...bill, open: bill.amount }))].map((bill) =>
    bill.billId === refund?.billId ? { ...bill, open: 0 } : bill,
  );
  return {
    ...{ at: world.at, item: after, bills: open },
    ...(hold && { hold }),
    ...(loanId !== undefined && { loanId }),
    borrower: counted(world.borrower, decision),
    asker: counted(world.asker, decision),
  };
};

const claimIn = ({ item, hold }: World) => (hold && item.hold?.holdId === hold.holdId ? { claim: hold } : {});
const openHold = ({ hold }: World) => (hold && !isOver(hold) ? [hold] : []);

/** Returns every operation of desks, patrons and the clock on this copy and this hold. */
const operationsBy = (by: CirculationPolicies): Operation[] => {
  const op = (name: string, decide: (world: World) => Decision | Decided | undefined): Operation => ({
    name,
    run: (world) => written(world, decide(world)),
  });
  const ofHold = (name: string, decide: (world: World, hold: Hold) => Decision): Operation =>
    op(name, (world) => world.hold && decide(world, world.hold));
  const scan = (world: World, branchId: string, over: Partial<CheckinRequest> = {}): CheckinRequest => ({
    ...{ item: world.item, branchId, at: world.at, policies: by, calendarOf: () => calendar },
    ...{ waiting: openHold(world), ...claimIn(world) },
    ids: { bill: `bil_fine${world.bills.length}`, fineEntry: 'ent_1', refundEntry: 'ent_2', feeRefundEntry: 'ent_3' },
    ...over,
  });
  const charge = ({ bills }: World) => ({ ...ids, bill: `bil_${bills.length}` });
  return [
    { name: 'time passes', run: (world) => ({ ...world, at: instant(millis(world.at) + 60 * DAY) }) },
    {
      name: 'pay all',
      run: (world) => {
        const lost = world.bills.find(({ billId }) => billId === world.item.loan?.lost?.billId);
        const settled = lost && settleLost({ item: world.item, at: world.at }, { billId: lost.billId, open: 0 });
        const bills = world.bills.map((bill) => ({ ...bill, open: 0 }));
        const { borrower } = world;
        const even = { ...borrower, counters: { ...borrower.counters, owed: 0 } };
        const paid: World = { ...world, bills, borrower: even };
        return settled ? written(paid, settled) : paid;
      },
    },
    ...(['borrower', 'asker'] as const).map((who) =>
      op(`check out to ${who}`, (world) =>
        decideCheckout({
          ...{ item: world.item, patron: world[who], branchId: 'ash.main', at: world.at, policies: by, calendar },
          ...{ loanId: `lon_${world.item.v}`, ...claimIn(world) },
          ...(world.hold && who === 'asker' && !isOver(world.hold) && { ownHold: world.hold }),
        }),
      ),
    ),
    ...['ash.main', 'cedar.main', 'elm.main'].map((branchId) =>
      op(`check in at ${branchId}`, (world) => decideCheckin(scan(world, branchId))),
    ),
    op('check in damaged', (world) =>
      decideDamage({ ...scan(world, 'ash.main'), amount: 0, damageIds: { bill: 'bil_d', entry: 'ent_d' } }),
    ),
    op('renew', (world) =>
      decideRenewal({
        ...{ item: world.item, patron: world.borrower, at: world.at, policies: by, calendar },
        ...{ waiting: openHold(world), ids: { bill: `bil_fine${world.bills.length}`, entry: 'ent_1' } },
      }),
    ),
    op('declare lost', (world) => declareLost({ item: world.item, at: world.at, ids: charge(world) })),
    op('age to lost', (world) => ageLoan({ item: world.item, at: world.at, ids: charge(world), calendar })),
    op('claim returned', (world) => claimReturned({ item: world.item, at: world.at })),
    op('give up the claim', (world) => claimMissing({ item: world.item, at: world.at })),
    op('send', (world) =>
      decideSendItem({
        ...{ item: world.item, branchId: 'ash.main', to: 'ash.annex', purpose: 'display', inHand: true, at: world.at },
      }),
    ),
    op('cancel the transit', (world) =>
      decideCancelTransit({
        ...{ item: world.item, branchId: 'ash.main', reason: 'other', forced: true, at: world.at, ...claimIn(world) },
      }),
    ),
    ...markable.map((to) =>
      op(`mark ${to}`, (world) =>
        markItem({ item: world.item, to, branchId: 'ash.main', at: world.at, ...claimIn(world) }),
      ),
    ),
    op('place a hold', (world) =>
      world.hold && !isOver(world.hold)
        ? undefined
        : decidePlaceHold({
            ...{ holdId: `hld_${world.item.v}`, recordId: 'rec_1', patron: world.asker, at: world.at, policies: by },
            pickup: { branchId: 'cedar.main', allowsPickup: true, calendar },
            ...{ items: [world.item], ownHolds: [] },
          }),
    ),
    ofHold('target', (world, hold) => decideTargetHold(hold, [world.item], by, world.at)),
    ofHold('recall', (world, hold) =>
      decideRecall({
        ...{
          hold,
          items: [world.item],
          waiting: [hold],
          patronOf: () => ({ category: 'adult' }),
          at: world.at,
          policies: by,
        },
        calendarOf: () => calendar,
      }),
    ),
    ofHold('freeze', (world, hold) =>
      decideSuspendHold({ hold, item: world.item, suspension: { from: world.at }, at: world.at, policies: by }),
    ),
    ofHold('thaw', (world, hold) => decideSuspendHold({ hold, item: world.item, at: world.at, policies: by })),
    ofHold('cancel', (world, hold) => decideCancelHold({ hold, item: world.item, reason: 'by-patron', at: world.at })),
    ...(['expired-unfilled', 'expired-on-shelf'] as const).map((cause) =>
      ofHold(cause, (world, hold) => decideEndHold({ hold, item: world.item, cause, reason: cause, at: world.at })),
    ),
    ofHold('restore', (world, hold) =>
      decideRestoreHold({
        ...{ hold, patron: world.asker, items: [world.item], ownHolds: [], policies: by, at: world.at },
        pickup: { branchId: hold.pickupBranch, allowsPickup: true, calendar },
      }),
    ),
  ];
};

type States = { item: ItemState; loan: LoanState; hold: HoldState | 'none' };

const statesOf = ({ item, hold, at, loanId, bills }: World): States => {
  const over = loanId !== undefined && feesOutstanding(loanId, item, bills);
  return { item: item.state, loan: over ? 'fees-outstanding' : loanStateOf(item, at), hold: hold?.state ?? 'none' };
};

const nameOf = (world: World): string => {
  const { item, loan, hold } = statesOf(world);
  return [item, loan, hold, world.item.transit?.to ?? '-', world.item.loan?.patronId ?? '-'].join(' ');
};

const isDone = (world: World): boolean => {
  const { item, loan, hold } = statesOf(world);
  const rests = itemStates.final.includes(item) && loanStates.final.includes(loan);
  const { borrower, asker } = world;
  const none = [borrower, asker].every(({ counters }) => counters.loans === 0 && counters.holds === 0);
  return rests && none && (hold === 'none' || holdStates.final.includes(hold));
};

/** Runs every operation from every reachable situation, each situation once. */
const drive = (lostCharge: number) => {
  const values = { recallable: true, lostAfterDays: 30, recallGuaranteedDays: 1, recallReturnDays: 1, lostCharge };
  const operations = operationsBy(policies([aRule({ id: 'all', values })]));
  const begin: World = {
    ...{ at: monday, item: anItem({ state: 'on-order' }), bills: [] },
    ...{ borrower: aPatron(), asker: aPatron({ patronId: 'pat_2' }) },
  };
  const worlds = new Map([[nameOf(begin), begin]]);
  const steps: { from: string; by: string; to: string }[] = [];
  for (const [from, world] of worlds) {
    for (const { name: by, run } of operations) {
      const after = run(world);
      if (after === undefined) continue;
      const to = nameOf(after);
      steps.push({ from, by, to });
      if (!worlds.has(to)) worlds.set(to, after);
    }
  }
  return { worlds, steps };
};

const split = (name: string): { item: string; loan: string; hold: string } => {
  const [item = '', loan = '', hold = ''] = name.split(' ');
  return { item, loan, hold };
};

/** Returns the situations from which no operations lead to an end state: copy available, loan closed, hold ended. */
const stuck = ({ worlds, steps }: ReturnType<typeof drive>): string[] => {
  const free = new Set([...worlds].filter(([, world]) => isDone(world)).map(([name]) => name));
  for (let before = -1; before !== free.size; ) {
    before = free.size;
    for (const { from, to } of steps) if (free.has(to)) free.add(from);
  }
  return [...worlds.keys()].filter((name) => !free.has(name));
};

const free = drive(0);
const priced = drive(3000);

test('operations lead out of every state of copy, loan and hold, at any charge for a lost copy', () => {
  expect({ priced: stuck(priced), free: stuck(free) }).toEqual({ priced: [], free: [] });
});

test('operations reach every state of copy, loan and hold', () => {
  const reached = [...priced.worlds.keys()].map(split);
  expect(new Set(reached.map(({ item }) => item))).toEqual(new Set(Object.keys(itemStates.states)));
  expect(new Set(reached.map(({ loan }) => loan))).toEqual(new Set(Object.keys(loanStates.states)));
  expect(new Set(reached.map(({ hold }) => hold))).toEqual(new Set(['none', ...Object.keys(holdStates.states)]));
});

test('a lost copy without a charge is settled at once: its loan never waits for a payment', () => {
  const reached = new Set([...free.worlds.keys()].map((name) => split(name).item));
  expect([reached.has('lost'), reached.has('lost-and-paid')]).toEqual([false, true]);
});

test('every step of an operation for a copy, a loan or a hold is in its table', () => {
  const unsaid = [...priced.steps, ...free.steps].flatMap(({ from, by, to }) => {
    const [was, is] = [split(from), split(to)];
    const item = was.item === is.item || allows(itemStates, was.item as ItemState, is.item as ItemState);
    const fresh = was.hold === 'none' || (by === 'place a hold' && is.hold === 'placed');
    const hold = was.hold === is.hold || fresh || allows(holdStates, was.hold as HoldState, is.hold as HoldState);
    const lent = by.startsWith('check out') && is.loan === 'open';
    const loan = was.loan === is.loan || lent || allows(loanStates, was.loan as LoanState, is.loan as LoanState);
    return [
      ...(loan ? [] : [`${by}: ${was.loan} -> ${is.loan}`]),
      ...(item ? [] : [`${by}: ${was.item} -> ${is.item}`]),
      ...(hold ? [] : [`${by}: ${was.hold} -> ${is.hold}`]),
    ];
  });
  expect([...new Set(unsaid)]).toEqual([]);
});
