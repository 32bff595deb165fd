import { sourceItem } from '../../../functions/catalogue/data/source-record.ts';
import { handler as offerCopy } from '../../../functions/catalogue/operations/offer-last-copy/handler.ts';
import { handler as relabel } from '../../../functions/catalogue/operations/relabel-item/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { handler as setWorkDecision } from '../../../functions/catalogue/operations/set-work-decision/handler.ts';
import { handler as withdrawOffer } from '../../../functions/catalogue/operations/withdraw-offer/handler.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aCopy } from '../../builders/lending.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { asked } from './world.ts';

const actor = staffAt('ash', 'cataloguer');

/** A copy of ash on a record of its own, with the same content in every run. */
const aCopyOnRecord = async (table: Table): Promise<ItemCirculation> => {
  await withBranch(table, 'ash.main');
  const copy = await aCopy(table);
  const { sourceId, recordId = '' } = copy;
  const loaded = {
    localId: 'b1',
    importId: 'imp_1',
    offset: 0,
    loadedAs: 'created' as const,
    form: 'iso2709' as const,
  };
  const content = { checksum: '9f2c', itemsBy: 'none', matchKeys: [], marc: undefined };
  const source = { ...loaded, ...content, sourceId, recordId, v: 0, hiddenFrom: [], hiddenHoldings: {} };
  await table.write([{ put: sourceItem(source) }]);
  return copy;
};

const hiding = (what: object) => ({
  ...{ actor, path: { memberId: 'ash' } },
  body: { what, hiddenFrom: ['public'], reason: 'Under embargo.' },
});

/** Requests of cataloguers on a record and its copies: the change and its history entry are one write. */
export const catalogueScenarios: Record<string, Scenarios> = {
  'catalogue-set-visibility': [
    {
      what: 'a record is hidden',
      handler: setVisibility,
      prepare: async (table) => hiding({ sourceId: (await aCopyOnRecord(table)).sourceId }),
    },
    {
      what: 'a holding is hidden',
      handler: setVisibility,
      prepare: async (table) => hiding({ sourceId: (await aCopyOnRecord(table)).sourceId, branchId: 'ash.main' }),
    },
    {
      what: 'a copy is hidden',
      handler: setVisibility,
      prepare: async (table) => {
        const { sourceId, itemId } = await aCopyOnRecord(table);
        return hiding({ sourceId, itemId });
      },
    },
  ],
  'catalogue-relabel-item': [
    {
      what: 'a copy gets another label',
      handler: relabel,
      prepare: async (table) => {
        const { itemId, barcode } = await aCopyOnRecord(table);
        const body = { barcode: `2${barcode.slice(1)}`, reason: 'The label came off.' };
        return { actor, path: { memberId: 'ash', itemId }, body };
      },
    },
  ],
  'catalogue-withdraw-offer': [
    {
      what: 'the offer of a last copy is taken back',
      handler: withdrawOffer,
      prepare: async (table) => {
        const { itemId } = await aCopyOnRecord(table);
        await asked(offerCopy, { actor, path: { memberId: 'ash' }, body: { itemId } });
        return { actor, path: { memberId: 'ash', itemId }, body: { reason: 'It is signed.' } };
      },
    },
  ],
  'catalogue-set-work-decision': [
    {
      what: 'a record stands alone',
      handler: setWorkDecision,
      prepare: async (table) => {
        const { sourceId } = await aCopyOnRecord(table);
        const body = { sourceId, work: { stands: 'alone' }, reason: 'Another book of that name.' };
        return { actor, path: { memberId: 'ash' }, body };
      },
    },
  ],
};
