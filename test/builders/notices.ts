import { noticeStore } from '../../functions/notices/data/notice-store.ts';
import { noticesOfLoan } from '../../functions/notices/domain/notices-of-loan.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** Returns the stored notices of patrons, for tests of the contexts below. */
export const noticesIn = (table: Table) => noticeStore(table);

/** Returns the notices that a change of an interlibrary request causes. */
export const noticesCausedBy = (...change: Parameters<typeof noticesOfLoan>) => noticesOfLoan(...change);
