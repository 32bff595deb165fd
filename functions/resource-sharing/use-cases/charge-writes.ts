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
 * Builds the writes that book what libraries owe each other: the entries, each with a unique id, and the accounts with
 * partners. They belong to the transaction of the step (ADR 14). Throws when an entry cannot be booked: that is a
 * defect.
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

/** Builds the writes that book the royalty of a copy, once per request, for the transaction that allows the copy. */
export const royaltyWrites = (request: LoanRequest, decision: CopyDecision, at: string): Write[] => {
  const posting = royaltyOf(request, decision, at);
  return posting ? royaltyEntry(posting) : [];
};

/**
 * Builds the writes that refund a royalty, once, for the step by which the request ends without the copy. Other steps
 * read nothing and write nothing.
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

/** A step that was taken: its result, its time (ISO instant) and the terms that it carried. */
export type ChargedStep = { acted: Pick<Acted, 'request' | 'facts'>; at: string; terms?: Terms | undefined };

/**
 * Builds the writes that book or refund the costs of a step, for the transaction that saves the step. Entries that
 * exist are omitted, so that a retry is not refused; most steps cost nothing and read nothing.
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
