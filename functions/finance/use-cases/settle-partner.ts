import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { ledgerWrite } from '../../../layers/records/ledger/data/ledger-store.ts';
import { whileNotClosed } from '../../../layers/records/ledger/data/period-check.ts';
import { post } from '../../../layers/records/ledger/domain/post.ts';
import { partnerAccountWrites } from '../../resource-sharing/public/partner-account-store.ts';
import type { Settlement } from '../../resource-sharing/public/settlement.ts';
import { voucherWrite } from '../data/voucher-store.ts';

/** Why a settlement was not written. */
export type SettlementConflict = 'month-closed' | 'more-than-owed' | 'vouchers-lacking';

/** The entry of a settlement. Throws when it cannot be booked: its wish was judged before, so that is a fault of ours. */
export const settlementEntry = ({ posting }: Settlement) => {
  const entry = post(posting);
  if ('refused' in entry) throw new Error(`A settlement cannot be booked: ${entry.refused[0]?.detail}`);
  return entry;
};

/**
 * Writes a settlement at once: the entry, while its month is not closed, the account with the partner, the vouchers; `beside` (audit
 * line, kept answer) in the same transaction. Gives what stood against it, nothing when it is written.
 */
export const saveSettlement = async (
  table: Table,
  settlement: Settlement,
  beside: readonly Write[],
): Promise<SettlementConflict[]> => {
  const { posting, vouchers } = settlement;
  const entry = settlementEntry(settlement);
  const stock = vouchers.length > 0 ? [voucherWrite(posting.member, vouchers)] : [];
  const [accounts, booking] = [partnerAccountWrites([entry]), ledgerWrite(entry)];
  const lost = await table.write([whileNotClosed(entry.periodKey), ...accounts, ...stock, booking, ...beside]);
  const failed = (lost?.conflict ?? []).map(({ index }) => index);
  const known = failed.flatMap((index): SettlementConflict[] => {
    if (index === 0) return ['month-closed'];
    if (index <= accounts.length) return ['more-than-owed'];
    return index <= accounts.length + stock.length ? ['vouchers-lacking'] : [];
  });
  if (lost && known.length === 0) throw new Error('A settlement met an entry of its own id.');
  return known;
};
