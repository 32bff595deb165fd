import {
  BEST,
  type Candidate,
  FACTORS,
  type FactorFigures,
  type FactorName,
  type RotaPolicy,
  type SupplierTier,
} from './rota-factors.ts';

/**
 * One factor of a score as stored and shown: value 0-1000, weight, the resulting points, and why. `figures` gives `why`
 * for other languages.
 */
export type ScoredFactor = {
  factor: FactorName;
  value: number;
  weight: number;
  points: number;
  why: string;
  figures: FactorFigures;
};

/**
 * One possible supplier: its score 0-1000 (for people) and exact points (for the order), with every factor explained.
 * `tier` is present for a partner, or a member that is asked last.
 */
export type RotaEntry = {
  member: string;
  itemId?: string;
  tier?: Exclude<SupplierTier, 'member'>;
  score: number;
  points: number;
  factors: ScoredFactor[];
  /** Skipped on its turn, and why. */
  skipped?: Skipped;
};

/**
 * When a supplier of a rota was skipped, and why: for the reasons of a new rota, or because it no longer has a copy, or
 * no longer supplies.
 */
export type Skipped = { at: string; reason: Exclusion | 'no-copy' };

/** The reason why a member is not asked. */
export type Exclusion =
  | 'is-requester'
  | 'does-not-lend'
  | 'not-supplying'
  | 'other-country'
  | 'cost-over-maximum'
  | 'closed-past-need-by'
  | 'cannot-arrive-in-time'
  | 'other-copy-preferred';

/** A member, or one of its copies, that is excluded, and why. */
export type Excluded = { member: string; itemId?: string; reason: Exclusion };

/**
 * The suppliers to ask, in order, and the excluded ones. Stored with the request, so that it can be explained years
 * later.
 */
export type Rota = { entries: RotaEntry[]; excluded: Excluded[] };

/** The request's input of its rota. `maxCost` is the maximum cost for the patron or member, in minor units. */
export type RotaNeed = { requesterMember: string; at: string; needBy?: string; maxCost?: number };

const DAY_MS = 24 * 60 * 60_000;
const isFactor = (name: string): name is FactorName => Object.hasOwn(FACTORS, name);
const factorNames = Object.keys(FACTORS).filter(isFactor).sort();

const withItem = (itemId: string | undefined): { itemId?: string } => (itemId === undefined ? {} : { itemId });

const withTier = (tier: SupplierTier = 'member'): Pick<RotaEntry, 'tier'> => (tier === 'member' ? {} : { tier });

/** The explained score of one candidate; factors in alphabetical order. */
export function scoreSupplier(candidate: Candidate, policy: RotaPolicy): RotaEntry {
  const factors = factorNames.map((factor): ScoredFactor => {
    const { value, why, figures } = FACTORS[factor](candidate, policy.scales);
    const weight = policy.weights[factor];
    return { factor, value, weight, points: value * weight, why, figures };
  });
  const points = factors.reduce((sum, factor) => sum + factor.points, 0);
  const most = factors.reduce((sum, factor) => sum + factor.weight * BEST, 0);
  const score = most === 0 ? 0 : Math.round((points * BEST) / most);
  const { member, itemId, tier } = candidate;
  return { member, ...withItem(itemId), ...withTier(tier), score, points, factors };
}

// A closed library ships nothing: the transit begins when it opens again.
function whyLate({ closedUntil, transitDays }: Candidate, at: string, needBy: string): Exclusion | undefined {
  const opens = closedUntil === undefined ? 0 : Date.parse(closedUntil);
  if (opens > Date.parse(needBy)) return 'closed-past-need-by';
  const arrives = Math.max(Date.parse(at), opens) + transitDays * DAY_MS;
  return arrives > Date.parse(needBy) ? 'cannot-arrive-in-time' : undefined;
}

function whyExcluded(candidate: Candidate, need: RotaNeed): Exclusion | undefined {
  if (candidate.member === need.requesterMember) return 'is-requester';
  if (candidate.lends === 'no') return 'does-not-lend';
  if (need.maxCost !== undefined && candidate.cost > need.maxCost) return 'cost-over-maximum';
  return need.needBy === undefined ? undefined : whyLate(candidate, need.at, need.needBy);
}

// Plain code-unit order: a locale would sort differently from machine to machine.
const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);

const ROUNDS: Record<SupplierTier, number> = { member: 0, partner: 1, 'last-resort': 2 };
const roundOf = ({ tier }: RotaEntry): number => ROUNDS[tier ?? 'member'];

/**
 * Sorts members before partners before the last resort, each by score; ties by member, then by copy, so that the order
 * is total and the same everywhere (C82).
 */
export function compareSuppliers(a: RotaEntry, b: RotaEntry): number {
  const byRound = roundOf(a) - roundOf(b);
  return byRound || b.points - a.points || byText(a.member, b.member) || byText(a.itemId ?? '', b.itemId ?? '');
}

/**
 * Returns the rota of a request, best first: each member once, with its better copy. The requester itself, and members
 * that do not lend, cost too much, stay closed or cannot deliver by the need-by date are excluded with the reason (C82,
 * C83).
 */
export function buildRota(candidates: readonly Candidate[], policy: RotaPolicy, need: RotaNeed): Rota {
  const excluded: Excluded[] = [];
  const scored: RotaEntry[] = [];
  for (const candidate of candidates) {
    const reason = whyExcluded(candidate, need);
    if (reason) excluded.push({ member: candidate.member, ...withItem(candidate.itemId), reason });
    else scored.push(scoreSupplier(candidate, policy));
  }
  const entries: RotaEntry[] = [];
  for (const entry of scored.sort(compareSuppliers)) {
    if (entries.some(({ member }) => member === entry.member)) {
      excluded.push({ member: entry.member, ...withItem(entry.itemId), reason: 'other-copy-preferred' });
    } else entries.push(entry);
  }
  const byMember = (a: Excluded, b: Excluded): number =>
    byText(a.member, b.member) || byText(a.itemId ?? '', b.itemId ?? '') || byText(a.reason, b.reason);
  return { entries, excluded: excluded.sort(byMember) };
}
