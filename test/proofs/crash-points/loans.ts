import { handler as cancelTransit } from '../../../functions/circulation/operations/cancel-transit/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkInDamaged } from '../../../functions/circulation/operations/check-in-damaged/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as claimReturned } from '../../../functions/circulation/operations/claim-returned/handler.ts';
import { handler as declareLost } from '../../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as explainCheckOut } from '../../../functions/circulation/operations/explain-check-out/handler.ts';
import { handler as giveUpClaim } from '../../../functions/circulation/operations/give-up-claim/handler.ts';
import { handler as markItem } from '../../../functions/circulation/operations/mark-item/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { handler as reportDevice } from '../../../functions/circulation/operations/report-device-transaction/handler.ts';
import { handler as sendItem } from '../../../functions/circulation/operations/send-item/handler.ts';
import { handler as settleDevice } from '../../../functions/circulation/operations/settle-device-transaction/handler.ts';
import { handler as showPatron } from '../../../functions/circulation/operations/show-patron/handler.ts';
import { handler as showStatus } from '../../../functions/circulation/operations/show-status/handler.ts';
import { handler as useInHouse } from '../../../functions/circulation/operations/use-in-house/handler.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { aBorrower, aCopy, branches, selfCheckAt } from '../../builders/lending.ts';
import { aPatron, staffAt } from '../../builders/people.ts';
import { aCopyAhead, anAskedCopy, follow } from './between.ts';
import type { Scenarios } from './scenario.ts';
import { aHoldOn, aLoan, aPagedHold, asked, atHome, DESK, desk, LATE, MADE } from './world.ts';

const branchId = DESK;
const freshPatron = (): string => systemIds.next('patron', Date.parse(MADE));

const refusedCheckout = {
  ...{ branchId, transactionId: 'sip2-crash', state: 'refused', kind: 'check-out', item: '31234000009876' },
  codes: ['unknown-patron'],
};

/** Requests about loans and copies. */
export const loanScenarios: Record<string, Scenarios> = {
  'circulation-check-out': [
    {
      what: 'a copy on its shelf',
      handler: checkOut,
      prepare: async (table) => {
        const [copy, { card: patron }] = [await aCopy(table), await aBorrower(table)];
        return { actor: desk, body: { branchId, item: copy.barcode, patron } };
      },
    },
    {
      what: 'another copy than the one that is paged for the patron’s hold',
      settles: true,
      handler: checkOut,
      prepare: async (table) => {
        const { copy, patron } = await aPagedHold(table);
        const { recordId, sourceId } = copy;
        const other = await aCopy(table, { ...(recordId !== undefined && { recordId }), sourceId });
        return { actor: desk, body: { branchId, item: other.barcode, patron: patron.card } };
      },
    },
  ],
  'circulation-check-in': [
    {
      what: 'a copy off its shelf that a loan request asks for, shipped by the scan',
      handler: checkIn,
      prepare: async (table) => {
        const { copy } = await anAskedCopy(table);
        return { actor: atHome, body: { branchId: 'ash.main', item: copy.barcode } };
      },
    },
    {
      what: 'a late return that is fined and captured for a hold',
      handler: checkIn,
      when: LATE,
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        await aHoldOn(table, copy);
        return { actor: desk, body: { branchId, item: copy.barcode } };
      },
    },
    {
      what: 'another copy than the one that is paged for a hold, which frees that one',
      settles: true,
      handler: checkIn,
      prepare: async (table) => {
        const { copy } = await aPagedHold(table);
        const { recordId, sourceId } = copy;
        const other = await aCopy(table, { ...(recordId !== undefined && { recordId }), sourceId });
        return { actor: desk, body: { branchId, item: other.barcode } };
      },
    },
    {
      what: 'a lost item that comes back, its charge taken back',
      handler: checkIn,
      when: LATE,
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        await asked(declareLost, { actor: desk, body: { branchId, item: copy.barcode } });
        return { actor: desk, body: { branchId, item: copy.barcode } };
      },
    },
  ],
  'circulation-renew': [
    {
      what: 'a loan between libraries, of which the lender is asked',
      handler: renew,
      prepare: async (table) => {
        const { copy, event } = await aCopyAhead(table);
        await follow(event);
        return { actor: desk, body: { branchId, item: copy.barcode } };
      },
    },
    {
      what: 'a late loan, fined until then',
      handler: renew,
      when: LATE,
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        return { actor: desk, body: { branchId, item: copy.barcode } };
      },
    },
  ],
  'circulation-check-in-damaged': [
    {
      what: 'a late return, fined and charged',
      handler: checkInDamaged,
      when: LATE,
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        return { actor: desk, body: { branchId, item: copy.barcode, amount: 800 } };
      },
    },
  ],
  'circulation-claim-returned': [
    {
      what: 'a loan',
      handler: claimReturned,
      prepare: async (table) => ({ actor: desk, body: { branchId, item: (await aLoan(table)).copy.barcode } }),
    },
  ],
  'circulation-declare-lost': [
    {
      what: 'a loan, charged',
      handler: declareLost,
      prepare: async (table) => ({ actor: desk, body: { branchId, item: (await aLoan(table)).copy.barcode } }),
    },
  ],
  'circulation-give-up-claim': [
    {
      what: 'a claim of return',
      handler: giveUpClaim,
      prepare: async (table) => {
        const body = { branchId, item: (await aLoan(table)).copy.barcode };
        await asked(claimReturned, { actor: desk, body });
        return { actor: desk, body: { ...body, comment: 'Looked for three times' } };
      },
    },
  ],
  'circulation-mark-item': [
    {
      what: 'a paged copy as missing',
      handler: markItem,
      prepare: async (table) => {
        const { copy } = await aPagedHold(table);
        const actor = staffAt('ash.main', 'desk');
        return { actor, body: { branchId: 'ash.main', item: copy.barcode, state: 'missing' } };
      },
    },
  ],
  'circulation-send-item': [
    {
      what: 'to a display at another branch',
      handler: sendItem,
      prepare: async (table) => {
        const [to = ''] = branches.filter((branch) => branch === 'birch.east');
        const body = { branchId: 'ash.main', item: (await aCopy(table)).barcode, to, purpose: 'display' };
        return { actor: staffAt('ash.main', 'desk'), body };
      },
    },
  ],
  'circulation-cancel-transit': [
    {
      what: 'a copy on its way home',
      handler: cancelTransit,
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } });
        const body = { branchId: 'ash.main', item: copy.barcode, reason: 'sent-in-error', force: true };
        return { actor: staffAt('ash.main', 'desk'), body };
      },
    },
  ],
  'circulation-use-in-house': [
    {
      what: 'a copy used at its home',
      handler: useInHouse,
      prepare: async (table) => {
        const body = { branchId: 'ash.main', item: (await aCopy(table)).barcode };
        return { actor: staffAt('ash.main', 'desk'), body };
      },
    },
  ],
  'circulation-show-patron': [
    {
      what: 'a look from elsewhere, which is noted',
      handler: showPatron,
      prepare: async (table) => {
        const { patron } = await aLoan(table);
        const actor = staffAt('birch.east', 'desk');
        return { actor, path: { patronId: patron.patronId }, body: { branchId: 'birch.east' } };
      },
    },
  ],
  'circulation-show-status': [
    {
      what: 'a card with its PIN, to a self-check',
      handler: showStatus,
      prepare: async (table) => {
        const { card: patron } = await aPatron(table, { homeBranch: DESK, pin: '482615', patronId: freshPatron() });
        return { actor: selfCheckAt(DESK), body: { branchId, patron, pin: '482615' } };
      },
    },
  ],
  'circulation-report-device-transaction': [
    {
      what: 'a checkout that was refused',
      handler: reportDevice,
      prepare: async (table) => {
        const { card } = await aBorrower(table);
        return { actor: selfCheckAt(DESK), body: { ...refusedCheckout, card } };
      },
    },
  ],
  'circulation-settle-device-transaction': [
    {
      what: 'a checkout that was refused',
      handler: settleDevice,
      prepare: async () => {
        await asked(reportDevice, { actor: selfCheckAt(DESK), body: refusedCheckout });
        return { actor: desk, path: { branchId, transactionId: refusedCheckout.transactionId } };
      },
    },
  ],
  'circulation-explain-check-out': [
    {
      what: 'from elsewhere, which is noted',
      handler: explainCheckOut,
      prepare: async (table) => {
        const [copy, { card: patron }] = [await aCopy(table), await aBorrower(table)];
        const actor = staffAt('birch.east', 'desk');
        return { actor, body: { branchId: 'birch.east', item: copy.barcode, patron } };
      },
    },
  ],
};
