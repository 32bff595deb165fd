import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { ErasureList } from '../data/erasure-list.ts';
import { patronStore } from '../data/patron-store.ts';
import { endedTemporaryPatrons } from '../data/temporary-patron-store.ts';
import type { PatronData } from './patron-data.ts';
import { requestErasure } from './request-erasure.ts';

/**
 * Requests the erasure of temporary patrons whose cards expired before now and whom no desk verified, and returns how many. An erasure
 * waits until nothing of the patron is open. Patrons verified meanwhile are no longer temporary and stay.
 */
export const eraseUnverified = async (
  deps: { table: Table; patronData: readonly PatronData[]; erasureList: ErasureList },
  at: string,
  audit: (did: string) => AuditLine,
): Promise<number> => {
  const { table } = deps;
  let erased = 0;
  for await (const { pk, sk, patronId } of endedTemporaryPatrons(table, at.slice(0, 10))) {
    const status = await patronStore(table).status(patronId, { strong: true });
    if (status?.temporary && status.patronId === patronId) {
      const state = await requestErasure(deps, { patronId, askedAt: at, by: 'clock' }, audit);
      if (state === 'changed-meanwhile') continue;
      erased += 1;
    }
    await table.write([{ delete: { pk, sk } }]);
  }
  return erased;
};
