import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { importStore } from './import-store.ts';

/** Loads read at a time, and the most pages of them: a member that loads every day for two years is counted whole. */
const PAGE = 100;
const MOST_PAGES = 10;

/**
 * The records of a member’s loads that were opened in a period: new to the member (`created`), and those of them that joined a record of
 * another member (`matched`), for which no cataloguer of this member had to describe the title. `complete` is false when older loads of the
 * period were not read.
 */
export type ReusedRecords = { loads: number; created: number; matched: number; complete: boolean };

/** Counts the records that a member’s loads re-used in the months from `from` to `to` (YYYY-MM, both included; UTC). */
export const reusedRecords = async (
  table: Table,
  memberId: string,
  { from, to }: { from: string; to: string },
): Promise<ReusedRecords> => {
  const found = { loads: 0, created: 0, matched: 0 };
  const store = importStore(table);
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await store.list(memberId, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (page === 'bad-cursor') break;
    for (const { createdAt, counts, kind } of page.rows) {
      const month = createdAt.slice(0, 7);
      if (month < from) return { ...found, complete: true };
      if (month > to || !counts || kind === 'authorities') continue;
      found.loads += 1;
      found.created += counts.created;
      found.matched += counts.matched;
    }
    if (page.next === undefined) return { ...found, complete: true };
    after = page.next;
  }
  return { ...found, complete: false };
};
