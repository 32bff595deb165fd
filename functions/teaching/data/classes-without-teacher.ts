import type { CursorPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { indexPartition } from './keys.ts';

/** Reads the names of at most `limit` classes of a school that have no teacher, in their order; a library without classes has none. */
export const classesWithoutTeacher = async (
  table: Table,
  memberId: string,
  limit: number,
): Promise<CursorPage<string>> => {
  const partition = indexPartition('schoolClass', 'gsi1', { memberId });
  const { items, next } = await table.query({ index: 'gsi1', partition, limit });
  return { rows: items.map(({ gsi1sk }) => String(gsi1sk)), ...(next && { next: 'more' }) };
};
