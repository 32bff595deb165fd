import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { anItem } from '../../../test/builders/circulation.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { describing } from '../data/item-writes.ts';
import { relabelItem } from './relabel-item.ts';

const { itemId, barcode, memberId, branchId, location, category, sourceId = '' } = anItem();
const described = describing({
  ...{ itemId, barcode, memberId, branchId, location, category, sourceId },
  ...{ callNumber: 'QA76', copyNumber: '', volume: '', hiddenFrom: [] },
}) as { put: Item };

/** Returns a table in which the given number of writes conflict first. */
const contested = (times: number) => {
  const writes: Write[][] = [];
  const table = {
    get: async ({ sk }: { sk: string }) => [itemRecord(anItem()), described.put].find((row) => row.sk === sk),
    getMany: async (keys: readonly unknown[]) => keys.map(() => undefined),
    write: async (all: Write[]) => {
      writes.push(all);
      return writes.length > times ? undefined : { conflict: [] };
    },
  } as unknown as Table;
  return { table, writes };
};

const at = '2026-03-02T11:00:00.000Z';
const request = {
  ...{ memberId, itemId, barcode: '300002', auditId: 'aud_1', keep: () => [] },
  note: () => ({ actId: 'act_1', at, by: 'usr_1', reason: 'Torn.' }),
};

test('a label is set on a concurrently changed item within the usual number of retries', async () => {
  const { table, writes } = contested(7);
  expect(await relabelItem(table, request)).toMatchObject({ itemId, barcode: '300002' });
  expect(writes).toHaveLength(8);
});

test('it fails where others always write first', async () => {
  const { table, writes } = contested(100);
  await expect(relabelItem(table, request)).rejects.toThrow(`${itemId} was changed 8 times at once`);
  expect(writes).toHaveLength(8);
});
