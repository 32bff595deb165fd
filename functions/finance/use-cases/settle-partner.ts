import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { ledgerWrite } from '../../../layers/records/ledger/data/ledger-store.ts';
import { whileNotClosed } from '../../../layers/records/ledger/data/period-check.ts';
import type { LedgerEntry } from '../../../layers/records/ledger/domain/entry.ts';
import { post } from '../../../layers/records/ledger/domain/post.ts';
import { decideSettlement } from '../../resource-sharing/public/decide-settlement.ts';
import { partnerAccountWrites } from '../../resource-sharing/public/partner-account-writes.ts';
import type { LoanRequest } from '../../resource-sharing/public/request.ts';
import type { Settlement } from '../../resource-sharing/public/settlement.ts';
import { voucherWrite } from '../data/voucher-store.ts';
import type { SettlementDeps } from '../deps.ts';

const conflicts = {
  'month-closed': { detail: 'The month is closed.', pointer: '' },
  'more-than-owed': { detail: 'Less is owed than would be settled.', pointer: '/body' },
  'vouchers-lacking': { detail: 'So many vouchers are not in stock.', pointer: '/body/vouchers' },
} as const;
type Conflict = keyof typeof conflicts;

/** Returns the ledger entry of a settlement. Throws when it cannot be booked: the settlement was decided before, so that is a bug. */
const entryOf = ({ posting }: Settlement): LedgerEntry => {
  const entry = post(posting);
  if ('refused' in entry) throw new Error(`A settlement cannot be booked: ${entry.refused[0]?.detail}`);
  return entry;
};

/**
 * Writes a settlement in one transaction: the entry, while its month is not closed, the account with the partner, the vouchers and
 * `further` writes. Returns what prevented it, empty on success.
 */
const save = async (
  table: Table,
  { posting, vouchers }: Settlement,
  entry: LedgerEntry,
  further: readonly Write[],
): Promise<Conflict[]> => {
  const stock = vouchers.length > 0 ? [voucherWrite(posting.member, vouchers)] : [];
  const [accounts, booking] = [partnerAccountWrites([entry]), ledgerWrite(entry)];
  const lost = await table.write([whileNotClosed(entry.periodKey), ...accounts, ...stock, booking, ...further]);
  const failed = (lost?.conflict ?? []).map(({ index }) => index);
  const known = failed.flatMap((index): Conflict[] => {
    if (index === 0) return ['month-closed'];
    if (index <= accounts.length) return ['more-than-owed'];
    return index <= accounts.length + stock.length ? ['vouchers-lacking'] : [];
  });
  if (lost && known.length === 0) throw new Error('A settlement met an entry of its own id.');
  return known;
};

/** Returns whether a request is between these two, whichever of them is the requester. */
const isBetween = ({ requesterMember, asks }: LoanRequest, one: string, other: string): boolean => {
  const parties = [one, other].filter((party) => party !== requesterMember);
  return parties.length === 1 && asks.some(({ supplierMember }) => supplierMember === parties[0]);
};

type Input = {
  memberId: string;
  partnerId: string;
  settlement: Parameters<typeof decideSettlement>[0];
  by: string;
  now: number;
  keep: Keep<{ entry: LedgerEntry }>;
};

/** Settles mutual debts of a member and an external partner, by money or vouchers. */
export const settlePartner = async (
  { table, requests, vouchersInForce, ids }: SettlementDeps & { ids: Ids },
  { memberId, partnerId, settlement: input, by, now, keep }: Input,
) => {
  const [at, entryId] = [iso(now), ids.next('entry', now)];
  const decided = decideSettlement(input, { entryId, at, memberId, partnerId }, await vouchersInForce(now));
  if ('refused' in decided) return { refused: [...decided.refused] };
  const paid = input.requestId === undefined ? undefined : await requests.load(input.requestId);
  if (input.requestId !== undefined && !(paid && isBetween(paid.request, memberId, partnerId)))
    return refuse('unknown-request', 'There is no such request between the two.', '/body/requestId');
  const entry = entryOf(decided);
  const { kind, amount, currency } = decided.posting;
  const audit = auditWrite({
    ...{ subject: `partner:${partnerId}`, at, auditId: ids.next('audit', now), by },
    ...{ did: 'settle-partner', detail: { memberId, entryId, kind, amount, currency, vouchers: decided.vouchers } },
  });
  const against = await save(table, decided, entry, [audit, ...keep({ entry })]);
  return against.length > 0 ? { refused: against.map((code) => ({ code, ...conflicts[code] })) } : answer({ entry });
};
