import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import type { Period, Seal } from '../periods/period.ts';
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

/** What a closed period says of a member's statement beside its text: what it comes to (minor units), and as what it was booked. */
export type SealedHead = Pick<Statement, 'memberId' | 'currency' | 'total' | 'due'> & {
  hash: string;
  booked?: string | undefined;
  invoice?: string | undefined;
};

/**
 * The seal of a closed period: over all that is kept of it (its figures, what it was reconciled with, who took which step
 * when), what each of its statements comes to and was booked as, their texts by their hashes, and the seal of the period
 * closed before it.
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

/** A closed period as it is kept, to be verified: itself with its seal, and its statements, heads and texts. */
export type SealedPeriod = { period: Period; statements: readonly (SealedHead & { text: string })[] };

/**
 * Where a chain is broken first, and how: a statement is not what was sealed or its head not what it says, a period not, or
 * it does not follow the one before.
 */
export type Broken = { month: string; memberId?: string; what: 'statement' | 'period' | 'link' };

const sums = z.object({ memberId: z.string(), currency: z.string(), total: z.number(), due: z.number() });

const altered = ({ text, ...head }: SealedPeriod['statements'][number], hash: Hash): boolean => {
  if (hash(text) !== head.hash) return true;
  const sealed = sums.parse(JSON.parse(text));
  return canonicalJson(sealed) !== canonicalJson(sums.parse(head));
};

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
