import { handler as checkIn } from '../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkInDamaged } from '../../functions/circulation/operations/check-in-damaged/handler.ts';
import { handler as checkOut } from '../../functions/circulation/operations/check-out/handler.ts';
import { handler as declareLost } from '../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as renew } from '../../functions/circulation/operations/renew/handler.ts';
import { itemStore } from '../../functions/items/public/item-store.ts';
import { keys as membershipKeys } from '../../functions/membership/data/keys.ts';
import { stamp } from '../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import type { LoanRule } from '../../layers/records/policies/domain/loan-rules.ts';
import { call } from './call.ts';
import { copyEvents } from './copy-events.ts';
import { aTable } from './dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from './lending.ts';
import { outsideLoans } from './outside-loans.ts';
import { staffAt } from './people.ts';
import { aRule } from './policies.ts';
import { sharingAt } from './sharing.ts';

const START = '2026-03-02T11:00:00.000Z';
const onRequest = aRule({ id: 'on-request', setBy: 'ash', when: { itemOwner: 'ash' }, values: { requestOnly: true } });

const desks = {
  'check-in': checkIn,
  'check-out': checkOut,
  'check-in-damaged': checkInDamaged,
  'declare-lost': declareLost,
  renew,
} as const satisfies Record<string, OperationHandler>;

/**
 * A consortium in which ash lends on request only, with its desks, its work page, the events of its copies and a library outside,
 * at one time that advances by an hour with each act.
 */
export const loansAtDesks = async (rules: LoanRule[] = []) => {
  const table = await aTable();
  await aConsortium(table, [onRequest, ...rules]);
  const member = { memberId: 'ash', name: 'Ash', type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: true };
  await table.write([
    { put: { ...membershipKeys.key('member', member), ...stamp('member', 1), ...member, createdAt: START } },
  ]);
  const sharing = sharingAt(START);
  sharing.begin(systemRuntime());
  const events = copyEvents(table);
  const { instant } = sharing;
  const outside = outsideLoans(instant);
  const settle = async (): Promise<string[]> => {
    const notices = await events.settle(instant());
    sharing.later(60);
    return notices;
  };
  /** An act at a circulation desk, whose events wait until they are processed. */
  const desk = (name: keyof typeof desks, branchId: string, body: Record<string, unknown>) =>
    call(desks[name].using(at(instant())), {
      actor: staffAt(branchId, 'desk', 'desk-supervisor'),
      body: { branchId, ...body },
    });
  const state = async (requestId: string): Promise<string[]> => {
    const request = await outside.load(requestId);
    return [request?.state ?? '', request?.asks.at(-1)?.supplierState ?? ''];
  };
  return {
    ...{ table, sharing, events, outside, settle, desk, state },
    /** One scan, with all its consequences. */
    scan: async (branchId: string, item: string, more = {}) => {
      const answer = await desk('check-in', branchId, { item, ...more });
      return { ...answer, notices: await settle() };
    },
    lend: async (branchId: string, item: string, patron: string, more = {}) => {
      const answer = await desk('check-out', branchId, { item, patron, ...more });
      return { ...answer, notices: await settle() };
    },
    item: (itemId: string) => itemStore(table).get(itemId, { strong: true }),
    triggers: async (requestId: string, side: 'requester' | 'supplier'): Promise<string[]> =>
      ((await outside.load(requestId))?.history ?? []).filter((one) => one.side === side).map(({ trigger }) => trigger),
    /** A patron of cedar and a copy of ash that was requested for the patron, without a promise yet. */
    asked: async () => {
      const copy = await aCopy(table, { branchId: 'ash.main' });
      const patron = await aBorrower(table);
      const placed = await sharing.place(patron.actor, { recordId: copy.recordId, pickupBranch: 'cedar.main' });
      const { requestId } = placed.view;
      await sharing.round(requestId);
      const askId = (await outside.load(requestId))?.asks[0]?.askId ?? '';
      return { copy, patron, requestId, askId };
    },
  };
};
export type LoansAtDesks = Awaited<ReturnType<typeof loansAtDesks>>;
