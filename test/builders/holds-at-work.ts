import { handler as changeTimedHolds } from '../../functions/circulation/consumers/change-timed-holds/handler.ts';
import { holdStore } from '../../functions/circulation/data/hold-store.ts';
import type { handler as cancelHold } from '../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkIn } from '../../functions/circulation/operations/check-in/handler.ts';
import { handler as placeHold } from '../../functions/circulation/operations/place-hold/handler.ts';
import { keys as itemsKeys } from '../../functions/items/data/keys.ts';
import { keys as membershipKeys } from '../../functions/membership/data/keys.ts';
import { memberOfBranch } from '../../layers/kernel/identity/roles.ts';
import { stamp, type Table } from '../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { call } from './call.ts';
import { monday } from './circulation.ts';
import { aTable } from './dynamodb-local.ts';
import { type aBorrower, aConsortium, at, branches } from './lending.ts';
import { staffAt } from './people.ts';
import { aRule, holdsDocument } from './policies.ts';

/** Staff of a desk. */
export const desk = (branch: string) => staffAt(branch, 'desk');
/** The clock of these tests. */
export const clock = () => at(monday);
export type Borrower = Awaited<ReturnType<typeof aBorrower>>;
export type Placed = { holdId: string; recordId: string };
/** The table of the test file that opened it. */
export let table: Table;

/** Opens the table: a consortium with pickup branches, one library whose copies are reserved for its own patrons, and rules of blocks. */
export const openHolds = async (): Promise<void> => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table, [
    aRule({ id: 'stay', setBy: 'elm', when: { itemOwner: 'elm', checkout: 'birch' }, values: { holdable: false } }),
  ]);
  for (const branchId of branches) {
    const memberId = memberOfBranch(branchId);
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
    await table.write([
      {
        put: {
          ...membershipKeys.key('member', member),
          ...membershipKeys.gsi2('member', member),
          ...stamp('member', 1),
          ...member,
          createdAt: monday,
        },
      },
      {
        update: membershipKeys.key('branch', { memberId, branchId }),
        set: membershipKeys.gsi2('branch', { memberId, branchId }),
      },
    ]);
  }
  const { version: _, ...holds } = holdsDocument({
    blocks: { hold: 'all', capture: ['no-capture'], fulfil: [] },
    maxOverdue: 1,
    localCopyAlert: true,
  });
  await policyStore(table).adopt(holds, (version) => ({
    ...{ subject: 'policy:holds', at: monday, auditId: 'aud_holds', by: 'test', did: 'adopted', detail: { version } },
  }));
};

// A second after the previous one, so that the order of requests is defined.
let asked = Date.parse('2026-03-02T08:00:00.000Z');
const next = () => {
  asked += 1000;
  return at(new Date(asked).toISOString());
};
/** Places a hold for a patron and returns the answer. */
export const ask = (who: Borrower, recordId: string | undefined, more = {}) =>
  call(placeHold.using(next()), {
    actor: who.actor,
    body: { recordId, pickupBranch: 'cedar.main', wait: true, ...more },
  });
/** Places a hold for a patron and returns it. */
export const placed = async (who: Borrower, recordId: string | undefined, more = {}): Promise<Placed> => {
  const { status, body } = await ask(who, recordId, more);
  expect([status, body]).toMatchObject([201, { hold: {} }]);
  return (body as { hold: Placed }).hold;
};
/** Checks a copy in at a branch. */
export const scanned = (item: string, branchId: string, instant = monday) =>
  call(checkIn.using(at(instant)), { actor: desk(branchId), body: { branchId, item } });
/** Reads the hold from the table. */
export const onTable = async ({ recordId, holdId }: Placed) => holdStore(table).get(recordId, holdId, { strong: true });
/** Reads the copy from the table. */
export const itemOnTable = (itemId: string) => table.get(itemsKeys.key('item', { itemId }), { strong: true });
/** Runs the scheduled job. */
export const timePasses = (instant: string) => changeTimedHolds.using(at(instant))({}, { awsRequestId: 'r' });
/** Changes a hold for a patron by an operation. */
export const changed = (handler: typeof cancelHold, who: Borrower, hold: Placed, body = {}, runtime = clock()) =>
  call(handler.using(runtime), { actor: who.actor, path: { recordId: hold.recordId, holdId: hold.holdId }, body });
