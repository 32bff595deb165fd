import { handler as relabel } from '../../functions/catalogue/relabel-item/handler.ts';
import { handler as setVisibility } from '../../functions/catalogue/set-visibility/handler.ts';
import type { Table } from '../../layers/data/table.ts';
import { systemIds } from '../../layers/runtime/ids.ts';
import { fileOf, findItem, loadBytes } from '../../test/builders/loads.ts';
import { staffAt, withBranch } from '../../test/builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { MADE } from './world.ts';

const actor = staffAt('ash', 'cataloguer');

/** A record of ash's own with one copy, loaded from its file. */
const aLoadedCopy = async (table: Table) => {
  await withBranch(table, 'ash.main');
  const id = systemIds.next('record', Date.parse(MADE)).slice(4);
  const barcode = `3${id.slice(-13)}`;
  await loadBytes(table, 'ash', fileOf([{ id, title: `Letters from ${id}`, items: [`$aMAIN$p${barcode}`] }]));
  return { sourceId: `ash:${id}`, itemId: (await findItem(table, barcode))?.itemId ?? '', barcode };
};

const hiding = (what: object) => ({
  ...{ actor, path: { memberId: 'ash' } },
  body: { what, hiddenFrom: ['public'], reason: 'Under embargo.' },
});

/** Requests of cataloguers on a record and its copies: what they do and what its history keeps of it are one write. */
export const catalogueScenarios: Record<string, Scenarios> = {
  'catalogue-set-visibility': [
    {
      what: 'a record is hidden',
      handler: setVisibility,
      prepare: async (table) => hiding({ sourceId: (await aLoadedCopy(table)).sourceId }),
    },
    {
      what: 'a holding is hidden',
      handler: setVisibility,
      prepare: async (table) => hiding({ sourceId: (await aLoadedCopy(table)).sourceId, branchId: 'ash.main' }),
    },
    {
      what: 'a copy is hidden',
      handler: setVisibility,
      prepare: async (table) => {
        const { sourceId, itemId } = await aLoadedCopy(table);
        return hiding({ sourceId, itemId });
      },
    },
  ],
  'catalogue-relabel-item': [
    {
      what: 'a copy gets another label',
      handler: relabel,
      prepare: async (table) => {
        const { itemId, barcode } = await aLoadedCopy(table);
        const body = { barcode: `4${barcode.slice(1)}`, reason: 'The label came off.' };
        return { actor, path: { memberId: 'ash', itemId }, body };
      },
    },
  ],
};
