import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { claimWrite, type LedgerStore, ledgerWrite } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { LedgerEntry } from '../../../layers/records/ledger/domain/entry.ts';
import { type OwedPosting, postOwed, refundIdOf, refundOf } from '../../../layers/records/ledger/domain/owed.ts';
import { type Posting, post } from '../../../layers/records/ledger/domain/post.ts';
import { partnerAccountWrites } from '../data/partner-account-store.ts';
import { chargesOf, refundedCharges } from '../domain/charges/charges.ts';
import { royaltyBack, royaltyBackId, royaltyId, royaltyOf } from '../domain/charges/royalty.ts';
import type { FeeRules } from '../domain/charges/supply-cost.ts';
import { copyFate } from '../domain/copyright/copy-count.ts';
import type { CopyDecision } from '../domain/copyright/decision.ts';
import type { Terms } from '../domain/messages/message.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import type { Acted } from '../domain/workflow/act.ts';

const booked = (posting: OwedPosting): LedgerEntry => {
  const entry = postOwed(posting);
  if ('refused' in entry) throw new Error(`A charge between libraries cannot be booked: ${entry.refused[0]?.detail}`);
  return entry;
};

/**
 * The writes that book what libraries owe each other: the entries, each claimed once by its id, and the accounts with
 * partners. For the transaction of the work itself (ADR 14). Throws on what cannot be booked: that is a fault of ours.
 */
export const owedWrites = (postings: readonly OwedPosting[]): Write[] => {
  const entries = postings.map(booked);
  return [...entries.flatMap((entry) => [ledgerWrite(entry), claimWrite(entry)]), ...partnerAccountWrites(entries)];
};

const royaltyEntry = (posting: Posting): Write[] => {
  const entry = post(posting);
  if ('refused' in entry) throw new Error(`A royalty cannot be booked: ${entry.refused[0]?.detail}`);
  return [ledgerWrite(entry), claimWrite(entry)];
};

/** The writes that book the royalty by which a copy may be made, once a request, for the transaction that lets it through. */
export const royaltyWrites = (request: LoanRequest, decision: CopyDecision, at: string): Write[] => {
  const posting = royaltyOf(request, decision, at);
  return posting ? royaltyEntry(posting) : [];
};

/**
 * The writes that give a royalty back, once, for the transaction of the step by which its request ends without the copy; none for
 * other steps, which read nothing.
 */
export const royaltyBackWrites = async (
  ledger: Pick<LedgerStore, 'find'>,
  before: LoanRequest,
  after: LoanRequest,
  at: string,
): Promise<Write[]> => {
  if (after.citation === undefined || copyFate(before, after) !== 'not-filled') return [];
  const { requestId, requesterMember } = after;
  const paid = await ledger.find(royaltyId(requestId));
  const isBack = paid && (await ledger.find(royaltyBackId(requestId)));
  return paid && !isBack ? royaltyEntry(royaltyBack(paid, requesterMember, at)) : [];
};

/** A step that was taken: what it came to, when (ISO instant), and the terms that it carried. */
export type ChargedStep = { acted: Pick<Acted, 'request' | 'facts'>; at: string; terms?: Terms | undefined };

/**
 * The writes that book what a step of a request costs, or gives back, for the transaction that saves the step. What is booked
 * already is left out, so that a step tried again is not refused for it; most steps cost nothing and read nothing.
 */
export const chargeWrites = async (
  ledger: Pick<LedgerStore, 'find'>,
  { acted, at, terms }: ChargedStep,
  rules: FeeRules,
): Promise<Write[]> => {
  const refunds = refundedCharges(acted).map(async (charge) => {
    const [entry, refund] = await Promise.all([ledger.find(charge), ledger.find(refundIdOf(charge))]);
    return entry && !refund ? [refundOf(entry, at)] : [];
  });
  const charges = chargesOf(acted, rules, terms).map(async (posting) =>
    (await ledger.find(posting.entryId)) ? [] : [posting],
  );
  return owedWrites((await Promise.all([...charges, ...refunds])).flat());
};
