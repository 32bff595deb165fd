import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as moveTote } from '../../../functions/circulation/operations/move-tote/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aCopy } from '../../builders/lending.ts';
import type { Scenarios } from './scenario.ts';
import { asked, DESK, desk } from './world.ts';

const branchId = DESK;
const to = 'ash.main';

/** A tote from cedar to ash, and a copy of ash that cedar has sent home. */
const aTote = async (table: Table) => {
  const copy = await aCopy(table, { currentBranch: branchId });
  await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } });
  const { tote } = await asked(moveTote, { actor: desk, body: { act: 'open', branchId, to } });
  return { item: copy.barcode, toteId: (tote as { toteId: string }).toteId };
};

/** Requests about totes of the courier. */
export const courierScenarios: Record<string, Scenarios> = {
  'circulation-move-tote': [
    {
      what: 'an item is packed',
      handler: moveTote,
      prepare: async (table) => ({ actor: desk, body: { act: 'pack', branchId, ...(await aTote(table)) } }),
    },
    {
      what: 'a tote is opened',
      handler: moveTote,
      prepare: async () => ({ actor: desk, body: { act: 'open', branchId, to } }),
    },
    {
      what: 'a tote is sent',
      handler: moveTote,
      prepare: async (table) => {
        const { toteId, item } = await aTote(table);
        await asked(moveTote, { actor: desk, body: { act: 'pack', branchId, toteId, item } });
        return { actor: desk, body: { act: 'send', branchId, toteId } };
      },
    },
    {
      what: 'an item is taken out of a tote',
      handler: moveTote,
      prepare: async (table) => {
        const { toteId, item } = await aTote(table);
        await asked(moveTote, { actor: desk, body: { act: 'pack', branchId, toteId, item } });
        return { actor: desk, body: { act: 'take-out', branchId, toteId, item } };
      },
    },
    {
      what: 'an empty tote is discarded',
      handler: moveTote,
      prepare: async (table) => ({
        actor: desk,
        body: { act: 'discard', branchId, toteId: (await aTote(table)).toteId },
      }),
    },
  ],
};
