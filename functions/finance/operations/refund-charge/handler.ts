import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { ledgerStore } from '../../../../layers/records/ledger/data/ledger-store.ts';
import { whileNotClosed } from '../../../../layers/records/ledger/data/period-check.ts';
import { postOwed, refundIdOf, refundOf } from '../../../../layers/records/ledger/domain/owed.ts';
import { owedWrites } from '../../../resource-sharing/public/charge-writes.ts';
import { chargeId } from '../../../resource-sharing/public/charges.ts';
import { loanRequestStore } from '../../../resource-sharing/public/loan-request-store.ts';
import type { LoanRequest } from '../../../resource-sharing/public/request.ts';
import { statementLines } from '../../../resource-sharing/public/statement.ts';
import { monthClosed } from '../../use-cases/booked.ts';
import { contract } from './contract.ts';

/** Who may give back what was charged in an ask: the supplier, or for a partner outside the member that keeps the books. */
const giver = ({ asks, requesterMember }: LoanRequest, askId: string): string | undefined => {
  const supplier = asks.find((ask) => ask.askId === askId)?.supplierMember;
  return supplier !== undefined && isPartner(supplier) ? requesterMember : supplier;
};

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, ledger: ledgerStore(table), requests: loanRequestStore(table) };
  },
  async ({ path: { requestId }, body: { branchId, askId, charge }, now, keep }, { table, ledger, requests }) => {
    const [stored, member] = [await requests.load(requestId), memberOfBranch(branchId)];
    if (!stored || giver(stored.request, askId) !== member) {
      return refuse('unknown-request', 'There is no such request in which this library charges.');
    }
    const entryId = chargeId(requestId, askId, charge);
    const [charged, refunded] = await Promise.all([ledger.find(entryId), ledger.find(refundIdOf(entryId))]);
    if (!charged) return refuse('nothing-charged', 'Nothing of the kind was charged.', '/body/charge');
    const refund = refundOf(charged, iso(now));
    const entry = postOwed(refund);
    const line = 'refused' in entry ? undefined : statementLines([entry], member)[0];
    if ('refused' in entry || line === undefined)
      throw new Error('A refund must stand in the books of the library that gives it.');
    const already = refuse('refunded-already', 'It was given back already.', '/body/charge');
    if (refunded) return already;
    const lost = await table.write([whileNotClosed(entry.periodKey), ...owedWrites([refund]), ...keep(line)]);
    if (lost?.conflict.some(({ index }) => index === 0)) return monthClosed();
    return lost ? already : answer(line);
  },
);
