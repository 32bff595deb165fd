import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as changePickup } from '../../../functions/circulation/operations/change-pickup/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as explainHold } from '../../../functions/circulation/operations/explain-hold/handler.ts';
import { handler as moveHold } from '../../../functions/circulation/operations/move-hold/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as recall } from '../../../functions/circulation/operations/recall/handler.ts';
import { handler as reorderHolds } from '../../../functions/circulation/operations/reorder-holds/handler.ts';
import { handler as restoreHold } from '../../../functions/circulation/operations/restore-hold/handler.ts';
import { handler as resumeHold } from '../../../functions/circulation/operations/resume-hold/handler.ts';
import { handler as retargetHold } from '../../../functions/circulation/operations/retarget-hold/handler.ts';
import { handler as suspendHold } from '../../../functions/circulation/operations/suspend-hold/handler.ts';
import { aBorrower, aCopy } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { aHoldOn, aLoan, aPagedHold, asked, atHome, DESK, desk } from './world.ts';

const branchId = DESK;

/** Requests that place, change and end holds. */
export const holdScenarios: Record<string, Scenarios> = {
  'circulation-place-hold': [
    {
      what: 'a hold on a copy that is on its shelf',
      handler: placeHold,
      prepare: async (table) => {
        const { actor } = await aBorrower(table);
        return { actor, body: { recordId: (await aCopy(table)).recordId, pickupBranch: DESK } };
      },
    },
  ],
  'circulation-explain-hold': [
    {
      what: 'for a patron of another library, which is noted',
      handler: explainHold,
      prepare: async (table) => {
        const [{ recordId }, { card: patron }] = [await aCopy(table), await aBorrower(table)];
        const actor = staffAt('birch.east', 'desk');
        return { actor, body: { branchId: 'birch.east', recordId, patron, pickupBranch: 'birch.east' } };
      },
    },
  ],
  'circulation-cancel-hold': [
    {
      what: 'a hold for which a copy is paged, by its patron',
      handler: cancelHold,
      prepare: async (table) => {
        const { patron, path } = await aPagedHold(table);
        return { actor: patron.actor, path, body: {} };
      },
    },
    {
      what: 'a hold on the shelf, for which another patron waits',
      handler: cancelHold,
      prepare: async (table) => {
        const { copy, path } = await aPagedHold(table);
        await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } });
        await aHoldOn(table, copy);
        return { actor: desk, path, body: { branchId } };
      },
    },
  ],
  'circulation-change-pickup': [
    {
      what: 'of a hold that waits',
      handler: changePickup,
      prepare: async (table) => {
        const { patron, path } = await aHoldOn(table, await aCopy(table));
        return { actor: patron.actor, path, body: { pickupBranch: 'elm.main' } };
      },
    },
  ],
  'circulation-suspend-hold': [
    {
      what: 'a hold for which a copy is paged',
      handler: suspendHold,
      prepare: async (table) => {
        const { patron, path } = await aPagedHold(table);
        return { actor: patron.actor, path, body: { until: '2026-06-01' } };
      },
    },
  ],
  'circulation-resume-hold': [
    {
      what: 'a suspended hold',
      handler: resumeHold,
      prepare: async (table) => {
        const { patron, path } = await aHoldOn(table, await aCopy(table));
        await asked(suspendHold, { actor: patron.actor, path, body: { until: '2026-06-01' } });
        return { actor: patron.actor, path, body: {} };
      },
    },
  ],
  'circulation-reorder-holds': [
    {
      what: 'two holds the other way round',
      handler: reorderHolds,
      prepare: async (table) => {
        const copy = await aCopy(table);
        const [first, second] = [await aHoldOn(table, copy), await aHoldOn(table, copy)];
        const order = [second.hold.holdId, first.hold.holdId];
        const path = { recordId: copy.recordId ?? '' };
        return { actor: desk, path, body: { branchId, order, comment: 'Needed for class tomorrow' } };
      },
    },
  ],
  'circulation-move-hold': [
    {
      what: 'to another copy of the record',
      handler: moveHold,
      prepare: async (table) => {
        const { copy, path } = await aPagedHold(table);
        const { recordId = '', sourceId } = copy;
        const other = await aCopy(table, { recordId, sourceId });
        return { actor: desk, path, body: { branchId, item: other.barcode } };
      },
    },
  ],
  'circulation-restore-hold': [
    {
      what: 'a cancelled hold',
      handler: restoreHold,
      prepare: async (table) => {
        const { patron, path } = await aHoldOn(table, await aCopy(table));
        await asked(cancelHold, { actor: patron.actor, path, body: {} });
        return { actor: desk, path, body: { branchId } };
      },
    },
  ],
  'circulation-retarget-hold': [
    {
      what: 'a page whose copy is not on its shelf, with another copy elsewhere',
      handler: retargetHold,
      prepare: async (table) => {
        const { copy, path } = await aPagedHold(table);
        const { recordId, sourceId } = copy;
        await aCopy(table, { ...(recordId !== undefined && { recordId }), sourceId, location: 'annexe' });
        return { actor: atHome, path, body: { branchId: 'ash.main', reason: 'not-on-shelf' } };
      },
    },
  ],
  'circulation-recall': [
    {
      what: 'the one copy, which is lent',
      handler: recall,
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        const { path } = await aHoldOn(table, copy);
        return { actor: desk, path, body: { branchId } };
      },
    },
  ],
};
