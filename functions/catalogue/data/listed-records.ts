import { type PageRequest, readPages } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { harvestShards, WHOLE } from './harvest-row.ts';
import { indexPartition } from './keys.ts';

/** Returns a page of the ids of all union records that the public has or had, in the order of their last change within a shard. */
export const listedRecords = (table: Table, request: PageRequest) =>
  readPages(
    table,
    harvestShards.map((shard) => ({
      index: 'gsi3' as const,
      partition: indexPartition('harvest', 'gsi3', { set: WHOLE, shard }),
    })),
    request,
    ({ gsi3sk }) => String(gsi3sk).split('#').at(-1) ?? '',
  );
