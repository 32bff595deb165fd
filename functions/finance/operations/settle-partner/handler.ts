import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { loanRequestStore } from '../../../resource-sharing/public/loan-request-store.ts';
import type { LoanRequest } from '../../../resource-sharing/public/request.ts';
import { decideSettlement } from '../../../resource-sharing/public/settlement.ts';
import { partnerHouse } from '../../use-cases/partners.ts';
import { saveSettlement, settlementEntry } from '../../use-cases/settle-partner.ts';
import { contract } from './contract.ts';

const why = {
  'month-closed': { detail: 'The month is closed.', pointer: '' },
  'more-than-owed': { detail: 'Less is owed than would be settled.', pointer: '/body' },
  'vouchers-lacking': { detail: 'So many vouchers are not in stock.', pointer: '/body/vouchers' },
} as const;

/** Whether a request is between these two, whichever of them asks. */
const isBetween = ({ requesterMember, asks }: LoanRequest, one: string, other: string): boolean => {
  const parties = [one, other].filter((party) => party !== requesterMember);
  return parties.length === 1 && asks.some(({ supplierMember }) => supplierMember === parties[0]);
};

export const handler = handle(
  contract,
  (runtime) => {
    const house = partnerHouse(runtime);
    return { ...house, requests: loanRequestStore(house.table) };
  },
  async ({ actor, body, now, keep }, { table, requests, adopted, ids }) => {
    const { memberId, partnerId, ...wish } = body;
    const [at, entryId] = [iso(now), ids.next('entry', now)];
    const decided = decideSettlement(wish, { entryId, at, memberId, partnerId }, await adopted(now));
    if ('refused' in decided) return { refused: [...decided.refused] };
    const paid = wish.requestId === undefined ? undefined : await requests.load(wish.requestId);
    if (wish.requestId !== undefined && !(paid && isBetween(paid.request, memberId, partnerId))) {
      return refuse('unknown-request', 'There is no such request between the two.', '/body/requestId');
    }
    const entry = settlementEntry(decided);
    const { kind, amount, currency } = decided.posting;
    const audit = auditWrite({
      ...{ subject: `partner:${partnerId}`, at, auditId: ids.next('audit', now), by: actorName(actor) },
      ...{ did: 'settle-partner', detail: { memberId, entryId, kind, amount, currency, vouchers: decided.vouchers } },
    });
    const against = await saveSettlement(table, decided, [audit, ...keep({ entry })]);
    return against.length > 0 ? { refused: against.map((code) => ({ code, ...why[code] })) } : answer({ entry });
  },
);
