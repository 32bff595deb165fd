import * as z from 'zod';
import { inForce, type PolicyDocument } from './document.ts';
import { feesKind } from './fees.ts';
import { loanRulesKind } from './loan-rules.ts';
import type { PolicyKind } from './policy-kind.ts';

// What a patron owes is one counter and one limit: all that adds to it must be counted in the same coin.
const kinds: readonly PolicyKind[] = [loanRulesKind, feesKind];
const counts = (name: string): boolean => kinds.some((kind) => kind.name === name);

/** The currency in which bills of patrons by this policy are counted; nothing of policies that charge nothing. */
export const currencyOf = ({ kind, body }: Pick<PolicyDocument, 'kind' | 'body'>): string | undefined =>
  counts(kind) ? z.looseObject({ currency: z.string().optional() }).parse(body).currency : undefined;

/** The kinds of policy whose currency a policy of this kind must share. */
export const sharesCurrencyWith = (kind: string): PolicyKind[] =>
  counts(kind) ? kinds.filter(({ name }) => name !== kind) : [];

/**
 * The currency from which a policy differs: that of another policy in force when it begins, or that begins later. Nothing
 * when they agree. Takes all versions of the other kinds.
 */
export const otherCurrency = (
  adopted: Pick<PolicyDocument, 'kind' | 'body' | 'effectiveFrom'>,
  others: readonly PolicyDocument[],
): string | undefined => {
  const own = currencyOf(adopted);
  if (own === undefined) return undefined;
  const begun = sharesCurrencyWith(adopted.kind).flatMap((kind) => inForce(others, kind, adopted.effectiveFrom) ?? []);
  const later = others.filter(({ effectiveFrom }) => effectiveFrom > adopted.effectiveFrom);
  return [...begun, ...later].map(currencyOf).find((currency) => currency !== undefined && currency !== own);
};
