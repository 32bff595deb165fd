import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { costCentreOf } from '../../patrons/public/department-store.ts';
import { newBill } from '../data/bill-store.ts';
import type { CirculationDeps } from '../deps.ts';
import { type Bill, type Decided, nothingYet } from '../domain/decisions/decision.ts';
import { centreOf } from '../domain/money/payment.ts';
import type { BillView } from '../schemas/bills.ts';
import { billView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { feesAt } from './fees-at.ts';
import { resolvePatron } from './resolve-patron.ts';

type Input = {
  actor: Actor | undefined;
  body: { branchId: string; patron: string; member?: string | undefined; fee: string; amount?: number | undefined };
  now: number;
  keep: Keep<{ bill: BillView }>;
};

type Charge = Omit<Bill, 'kind' | 'loanId' | 'itemId'>;

const charging = (charge: Charge, entryId: string, fee: string): Decided => {
  const { billId, patronId, member, amount, currency, at } = charge;
  const posting = { entryId, at, kind: 'fee-charged' as const, currency, causeId: billId, memo: fee };
  const out = nothingYet();
  out.changes.patrons.push({ patronId, add: { owed: amount }, limits: [] });
  out.changes.bills.push({ ...charge, kind: 'fee' });
  out.postings.push({ ...posting, ...centreOf(charge), member, amount });
  return out;
};

/** Charges a patron a fee of the policy in force, by its own amount or the one that the desk names. */
export const chargeFee = async (deps: CirculationDeps, { actor, body, now, keep }: Input) => {
  const fees = await feesAt(deps, { now, branchId: body.branchId });
  const listed = fees?.fees[body.fee];
  const amount = body.amount ?? listed;
  if (!fees || listed === undefined || !amount) return refuse('unknown-fee', `No such fee: ${body.fee}.`, '/body/fee');
  const rules = (await deps.policies.inForce(loanRulesKind, now))?.body;
  // Two policies adopted concurrently could disagree: the debt is one counter, in one currency.
  if (rules && rules.currency !== fees.currency)
    return refuse('other-currency', `Fees are in ${fees.currency}, loans in ${rules.currency}.`, '/body/fee');
  const plan = async (consistency: { strong: boolean }) => {
    const patron = await resolvePatron(deps, body, consistency);
    if ('refused' in patron) return patron;
    const { patronId } = patron;
    const [billId, member] = [deps.ids.next('bill', now), memberOfBranch(body.branchId)];
    const centre = await costCentreOf(deps.table, patron);
    const charge = { billId, patronId, member, amount, currency: fees.currency, at: iso(now), ...centre };
    const by = actorName(actor);
    const bill = billView(newBill({ ...charge, kind: 'fee' }, by));
    const decided = charging(charge, deps.ids.next('entry', now), body.fee);
    return { decided, read: { patrons: [patron], by }, answer: { bill } };
  };
  return decideAndSave(deps.table, plan, keep);
};
