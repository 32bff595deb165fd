import { type Decision, nothingYet } from './decision.ts';
import type { Fact } from './facts.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { ItemCirculation, Loan } from './item-circulation.ts';
import type { RefusalFor } from './refusals.ts';

/** What a declaration about a loan is decided on; `branchId` where it is made, when at a desk. */
export type DeclarationRequest = { item: ItemCirculation; at: string; branchId?: string };

const declarable = (item: ItemCirculation): Finding<RefusalFor<'declareLost'>>[] => [
  finding('not-on-loan', item.loan !== undefined, `The item is ${item.state}`),
  finding('loan-lost', item.state !== 'lost', `The item is ${item.state}`),
  finding('loan-claimed', item.state !== 'claimed-returned', `The item is ${item.state}`),
];

const about = ({ item, at, branchId }: DeclarationRequest, loan: Loan): Omit<Fact, 'name'> => ({
  at,
  members: { owner: item.memberId, patron: loan.patronMember },
  itemId: item.itemId,
  loanId: loan.loanId,
  patronId: loan.patronId,
  ...(branchId && { branchId }),
});

/**
 * Declares a loan lost: its owner's charge, as kept with the loan, is billed and remembered on the loan, so that a
 * return takes back exactly that (C73, C74). Refuses an item not lent, lost already, or claimed returned (C72).
 */
export const declareLost = (
  request: DeclarationRequest & { ids: { bill: string; entry: string } },
): Decision<RefusalFor<'declareLost'>> => {
  const { item, at, ids } = request;
  const explain = { checks: declarable(item) };
  const refused = refusalsIn(declarable(item));
  const { loan } = item;
  if (refused.length > 0 || loan === undefined) return { refused, explain };
  const { lost: amount, currency } = loan.terms;
  const out = nothingYet();
  const lost = { at, billId: ids.bill, amount };
  out.changes.item = { after: { ...item, state: 'lost', loan: { ...loan, lost }, v: item.v + 1 }, expect: item.v };
  out.facts.push({ name: 'item-lost', ...about(request, loan) });
  if (amount === 0) return { ...out, explain };
  const { itemId, memberId: member } = item;
  const { patronId, loanId } = loan;
  out.changes.patrons.push({ patronId, add: { owed: amount }, limits: [] });
  out.changes.bills.push({ billId: ids.bill, patronId, loanId, itemId, member, kind: 'lost', amount, currency, at });
  out.postings.push({
    entryId: ids.entry,
    at,
    kind: 'lost-item-charged',
    currency,
    causeId: ids.bill,
    memo: 'declared-lost',
    member,
    amount,
  });
  out.facts.push({ name: 'lost-charged', ...about(request, loan), detail: { amount, currency } });
  return { ...out, explain };
};

/** Records that the patron says the item was brought back: fines stand still, and it is never declared lost (C72). */
export const claimReturned = (request: DeclarationRequest): Decision<RefusalFor<'claimReturned'>> => {
  const { item, at } = request;
  const explain = { checks: declarable(item) };
  const refused = refusalsIn(declarable(item));
  const { loan } = item;
  if (refused.length > 0 || loan === undefined) return { refused, explain };
  const out = nothingYet();
  out.changes.item = {
    after: { ...item, state: 'claimed-returned', loan: { ...loan, claimedAt: at }, v: item.v + 1 },
    expect: item.v,
  };
  out.facts.push({ name: 'item-claimed-returned', ...about(request, loan) });
  return { ...out, explain };
};
