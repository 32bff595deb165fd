import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import type { Period, Seal } from '../periods/period.ts';
import type { Statement } from './statement.ts';

/** Returns the SHA-256 of a text in UTF-8, in lower-case hex. Injected: the domain does no I/O and is independent of the platform. */
export type Hash = (text: string) => string;

/** A member's sealed statement: its canonical text, and its hash. */
export type Packed = { memberId: string; text: string; hash: string };

/** Returns a statement as its canonical text (RFC 8785) with its hash. */
export const packed = (statement: Statement, hash: Hash): Packed => {
  const text = canonicalJson(statement);
  return { memberId: statement.memberId, text, hash: hash(text) };
};

/** Returns the hash of a month's statements: over the month and the members' hashes in id order. An approval names it. */
export const draftHash = (month: string, packs: readonly Pick<Packed, 'memberId' | 'hash'>[], hash: Hash): string => {
  const statements = packs.toSorted((a, b) => byId(a.memberId, b.memberId));
  return hash(canonicalJson({ month, statements: statements.map((one) => [one.memberId, one.hash]) }));
};

/** The data of a closed period about a member's statement besides its text: its total (minor units), and its booking. */
export type SealedHead = Pick<Statement, 'memberId' | 'currency' | 'total' | 'due'> & {
  hash: string;
  booked?: string | undefined;
  invoice?: string | undefined;
};

/**
 * Returns the seal of a closed period: over all its stored data (its figures, its reconciliation, the actors and times of its steps),
 * the totals and bookings of its statements, the hashes of their texts, and the seal of the previously closed period.
 */
export const sealOf = (
  { seal: _, ...period }: Period,
  heads: readonly SealedHead[],
  previous: Seal['previous'],
  hash: Hash,
): Seal => {
  const statements = heads
    .toSorted((a, b) => byId(a.memberId, b.memberId))
    .map(({ memberId, currency, total, due, booked = '', invoice = '', hash: text }) => {
      return { memberId, currency, total, due, booked, invoice, text };
    });
  return {
    hash: hash(canonicalJson({ period, statements, previous: previous?.hash ?? '' })),
    ...(previous && { previous }),
  };
};

/**
 * Returns whether the heads of a period's statements are those that were approved and, of a closed period, sealed. With the hash of one
 * text it verifies that statement without reading the others.
 */
export const areHeadsAsApproved = (period: Period, heads: readonly SealedHead[], hash: Hash): boolean => {
  const { month, draft, seal } = period;
  if (draft?.hash !== undefined && draftHash(month, heads, hash) !== draft.hash) return false;
  return seal === undefined || sealOf(period, heads, seal.previous, hash).hash === seal.hash;
};

/** A stored closed period for verification: itself with its seal, and its statements, heads and texts. */
export type SealedPeriod = { period: Period; statements: readonly (SealedHead & { text: string })[] };

/**
 * The first broken place of a chain, and its kind: a statement or its head differs from the seal, a period differs, or it does not
 * follow the previous one.
 */
export type Broken = { month: string; memberId?: string; what: 'statement' | 'period' | 'link' };

const sums = z.object({ memberId: z.string(), currency: z.string(), total: z.number(), due: z.number() });

const altered = ({ text, ...head }: SealedPeriod['statements'][number], hash: Hash): boolean => {
  if (hash(text) !== head.hash) return true;
  const sealed = sums.parse(JSON.parse(text));
  return canonicalJson(sealed) !== canonicalJson(sums.parse(head));
};

/**
 * Verifies closed periods in closing order, from the first on (or from after `from`, whose seal is trusted). Returns the first broken
 * place, undefined when every byte matches its seal.
 */
export const verifyChain = (
  periods: readonly SealedPeriod[],
  hash: Hash,
  from?: Seal['previous'],
): Broken | undefined => {
  let before = from;
  for (const { period, statements } of periods) {
    const { month, seal, draft } = period;
    const other = statements.find((one) => altered(one, hash));
    if (other) return { month, memberId: other.memberId, what: 'statement' };
    if (seal?.previous?.month !== before?.month || seal?.previous?.hash !== before?.hash)
      return { month, what: 'link' };
    if (!seal || draftHash(month, statements, hash) !== draft?.hash) return { month, what: 'period' };
    if (sealOf(period, statements, seal.previous, hash).hash !== seal.hash) return { month, what: 'period' };
    before = { month, hash: seal.hash };
  }
  return undefined;
};
