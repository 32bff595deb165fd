import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { feesKind } from '../../../../layers/records/policies/domain/fees.ts';
import { loanRulesKind } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { costCentreOf } from '../../../patrons/public/department-store.ts';
import { newBill } from '../../data/bill-store.ts';
import { circulationDeps } from '../../deps.ts';
import { type Bill, type Decided, nothingYet } from '../../domain/decision.ts';
import { centreOf } from '../../domain/payment.ts';
import { billView } from '../../schemas/views.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { resolvePatron } from '../../use-cases/resolve-patron.ts';
import { contract } from './contract.ts';

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

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const fees = (await house.policies.inForce(feesKind, now))?.body;
  const listed = fees?.fees[body.fee];
  const amount = body.amount ?? listed;
  if (!fees || listed === undefined || !amount) return refuse('unknown-fee', `No such fee: ${body.fee}.`, '/body/fee');
  const rules = (await house.policies.inForce(loanRulesKind, now))?.body;
  // Adopted at the same moment, two policies could disagree: what is owed is one counter, of one currency.
  if (rules && rules.currency !== fees.currency)
    return refuse('other-currency', `Fees are in ${fees.currency}, loans in ${rules.currency}.`, '/body/fee');
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const patron = await resolvePatron(house, body, reading);
      if ('refused' in patron) return patron;
      const { patronId } = patron;
      const [billId, member] = [ids.next('bill', now), memberOfBranch(body.branchId)];
      const centre = await costCentreOf(house.table, patron);
      const charge = { billId, patronId, member, amount, currency: fees.currency, at: iso(now), ...centre };
      const decided = charging(charge, ids.next('entry', now), body.fee);
      const by = actorName(actor);
      const bill = billView(newBill({ ...charge, kind: 'fee' }, by));
      return { decided, read: { patrons: [patron], by }, answer: { bill } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
