import { key as financeKey } from '../../../functions/finance/data/keys.ts';
import { disputeStore } from '../../../functions/finance/public/dispute-store.ts';
import { newProposal } from '../../../functions/governance/data/proposal-store.ts';
import { secondStore } from '../../../functions/governance/data/second-store.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { defaultHolds } from '../../../layers/records/policies/domain/holds.ts';
import { defaultMovement } from '../../../layers/records/policies/domain/movement.ts';
import { aRule } from '../../builders/policies.ts';

const audit = (at: string): AuditLine => ({
  ...{ subject: 'member:birch', at, auditId: `aud_${at}`, by: 'staff:stf_1', did: 'name-second', detail: {} },
});

/** Stores a closed month with a statement and three disputes of a branch's member, a policy in force and one to come. */
const money = async (table: Table, memberId: string, at: string): Promise<void> => {
  const month = '2026-01';
  const head = { month, memberId, currency: 'USD', total: 41_206, due: 41_206, booked: at };
  await table.write([
    { put: { ...financeKey('periodChain', {}), ...stamp('periodChain', 1), month } },
    { put: { ...financeKey('statement', head), ...stamp('statement', 1), ...head } },
  ]);
  for (const lineId of ['search', 'storage', 'delivery']) {
    const message = { at, by: 'staff:stf_1', side: 'member' as const, text: 'We did not order this.' };
    const dispute = { memberId, month, lineId, state: 'open' as const, since: at, thread: [message] };
    await disputeStore(table).save({ v: 0 }, dispute, []);
  }
  const policies = policyStore(table);
  const adopted = { decisionReference: 'D-1', adoptedBy: 'x' };
  const inForce = { kind: 'movement', body: defaultMovement, effectiveFrom: '2026-01-01T00:00:00.000Z' };
  const coming = { kind: 'holds', body: defaultHolds, effectiveFrom: '2027-01-01T00:00:00.000Z' };
  for (const one of [inForce, coming])
    await policies.adopt({ ...adopted, ...one }, () => audit(`${at.slice(0, 10)}T01:00:00.000Z`));
};

/**
 * Stores what the lists of money and rules of Today show a person at a branch: besides a statement, disputes and coming rules three
 * proposals to decide, and a member that asks the person `staffId` to be its second one.
 */
export const moneyAndRulesInEachList = async (
  table: Table,
  branchId: string,
  at: string,
  staffId = 'stf_of-cedar',
): Promise<void> => {
  const memberId = memberOfBranch(branchId);
  await money(table, memberId, at);
  for (const serial of [1, 2, 3]) {
    const proposal = {
      ...{ proposalId: `prp_${serial}`, memberId, state: 'waiting' as const, reason: 'Children read longer' },
      ...{ changes: [{ after: aRule({ setBy: memberId }) }], follows: 1, authorId: 'stf_other', v: 1 },
      proposed: { by: 'staff:stf_other', at },
    };
    await table.write([newProposal(proposal)]);
  }
  const second = { memberId: 'birch', staffId, state: 'named' as const, namedBy: 'staff:stf_2', namedAt: at, v: 1 };
  await secondStore(table).put(second, audit(at));
};
