import * as z from 'zod';
import { inForce, ofKind, type PolicyDocument } from './document.ts';
import { feesKind } from './fees.ts';
import { loanRulesKind } from './loan-rules.ts';
import type { PolicyKind } from './policy-kind.ts';
import { withoutEnded } from './versions.ts';

// A patron's debt is one counter with one limit: everything that adds to it must have the same currency.
const kinds: readonly PolicyKind[] = [loanRulesKind, feesKind];
const counts = (name: string): boolean => kinds.some((kind) => kind.name === name);

/** Returns the currency of patrons' bills by this policy; undefined for policies without charges. */
export const currencyOf = ({ kind, body }: Pick<PolicyDocument, 'kind' | 'body'>): string | undefined =>
  counts(kind) ? z.looseObject({ currency: z.string().optional() }).parse(body).currency : undefined;

/** Returns the kinds of policy that must share the currency of this kind. */
export const sharesCurrencyWith = (kind: string): PolicyKind[] =>
  counts(kind) ? kinds.filter(({ name }) => name !== kind) : [];

/**
 * Returns the currency that conflicts with a policy: that of another policy in force when it takes effect, or later. Undefined when they
 * agree. Takes all versions of the other kinds.
 */
export const otherCurrency = (
  adopted: Pick<PolicyDocument, 'kind' | 'body' | 'effectiveFrom'>,
  others: readonly PolicyDocument[],
): string | undefined => {
  const own = currencyOf(adopted);
  if (own === undefined) return undefined;
  const begun = sharesCurrencyWith(adopted.kind).flatMap((kind) => inForce(others, kind, adopted.effectiveFrom) ?? []);
  const later = sharesCurrencyWith(adopted.kind)
    .flatMap((kind) => withoutEnded(ofKind(others, kind)))
    .filter(({ effectiveFrom }) => effectiveFrom > adopted.effectiveFrom);
  return [...begun, ...later].map(currencyOf).find((currency) => currency !== undefined && currency !== own);
};
