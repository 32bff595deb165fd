import { canonicalJson } from '../canonical-json.ts';
import { byId } from '../money/split.ts';
import type { Seal } from '../periods/period.ts';
import type { Statement } from './statement.ts';

/** SHA-256 of a text in UTF-8, in lower-case hex. Passed in: the domain does no I/O and knows no platform. */
export type Hash = (text: string) => string;

/** A member's statement as it is sealed: its one canonical text, and the hash of that. */
export type Packed = { memberId: string; text: string; hash: string };

/** A statement as its canonical text (RFC 8785) with its hash. */
export const packed = (statement: Statement, hash: Hash): Packed => {
  const text = canonicalJson(statement);
  return { memberId: statement.memberId, text, hash: hash(text) };
};

/** The hash of a month's statements: over month and members' hashes in the order of their ids. What is approved is named by it. */
export const draftHash = (month: string, packs: readonly Pick<Packed, 'memberId' | 'hash'>[], hash: Hash): string => {
  const statements = packs.toSorted((a, b) => byId(a.memberId, b.memberId));
  return hash(canonicalJson({ month, statements: statements.map((one) => [one.memberId, one.hash]) }));
};

/** The seal of a period: over its statements' hash and the seal of the period closed before it. */
export const sealOf = (month: string, draft: string, previous: Seal['previous'], hash: Hash): Seal => ({
  hash: hash(canonicalJson({ month, draft, previous: previous?.hash ?? '' })),
  ...(previous && { previous }),
});

/** A closed period as it is kept, to be verified: its statements' texts, and its seal. */
export type SealedPeriod = {
  month: string;
  seal: Seal;
  statements: readonly { memberId: string; text: string; hash: string }[];
};

/** Where a chain is broken first, and how: a statement is not what was sealed, a period not, or it does not follow the one before. */
export type Broken = { month: string; memberId?: string; what: 'statement' | 'period' | 'link' };

/**
 * Verifies closed periods in the order in which they were closed, from the first on (or from after `from`, whose seal is
 * taken as it is). Gives the first place that is broken, undefined when every byte is as it was sealed.
 */
export const verifyChain = (
  periods: readonly SealedPeriod[],
  hash: Hash,
  from?: Seal['previous'],
): Broken | undefined => {
  let before = from;
  for (const { month, seal, statements } of periods) {
    const altered = statements.find((one) => hash(one.text) !== one.hash);
    if (altered) return { month, memberId: altered.memberId, what: 'statement' };
    if (seal.previous?.month !== before?.month || seal.previous?.hash !== before?.hash) return { month, what: 'link' };
    const sealed = sealOf(month, draftHash(month, statements, hash), seal.previous, hash);
    if (sealed.hash !== seal.hash) return { month, what: 'period' };
    before = { month, hash: seal.hash };
  }
  return undefined;
};
