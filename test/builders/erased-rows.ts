import { deleteOwnRows } from '../../functions/patrons/use-cases/erase-patrons.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

type Asked = { memberId: string; patronId: string; at: string };

/** Deletes a patron's own rows, as the last step of an erasure does. */
export const eraseOwnRows = (table: Table, { memberId, patronId, at }: Asked): Promise<void> =>
  deleteOwnRows(table, { memberId, patronId, askedAt: at, by: 'patron', state: 'erasing' });
