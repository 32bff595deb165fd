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
 * One factor of a score as it is stored and shown: value 0-1000, weight, the points they give, and why. `figures` is what
 * `why` says, for people who read another language; rotas of earlier versions have none.
 */
export type ScoredFactor = {
  factor: FactorName;
  value: number;
  weight: number;
  points: number;
  why: string;
  figures?: FactorFigures;
};

/**
 * One possible supplier: its score 0-1000 (for people) and exact points (for the order), with every factor explained.
 * `tier` is there when it is no member, or a member that is asked last.
 */
export type RotaEntry = {
  member: string;
  itemId?: string;
  tier?: Exclude<SupplierTier, 'member'>;
  score: number;
  points: number;
  factors: ScoredFactor[];
  /** Passed over when its turn came, and why. */
  skipped?: Skipped;
};

/** When a supplier of a rota was passed over, and why: as when a rota is made, or since it has no copy, or supplies nobody, any more. */
export type Skipped = { at: string; reason: Exclusion | 'no-copy' | 'not-supplying' };

/** Why a member is not asked. */
export type Exclusion =
  | 'is-requester'
  | 'does-not-lend'
  | 'other-country'
  | 'cost-over-maximum'
  | 'closed-past-need-by'
  | 'cannot-arrive-in-time'
  | 'other-copy-preferred';

/** A member, or one of its copies, that is left out, and why. */
export type Excluded = { member: string; itemId?: string; reason: Exclusion };

/** Whom to ask, in this order, and whom not. Stored with the request, so that it can be explained years later. */
export type Rota = { entries: RotaEntry[]; excluded: Excluded[] };

/** What the request brings to its rota. `maxCost` is what the patron or member will pay, in minor units. */
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

// Nothing leaves a closed house: its transit begins when it opens again.
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
 * Members before partners before the last resort, in each the best first; ties by member, then by copy, so that the order
 * is total and the same everywhere (C82).
 */
export function compareSuppliers(a: RotaEntry, b: RotaEntry): number {
  const byRound = roundOf(a) - roundOf(b);
  return byRound || b.points - a.points || byText(a.member, b.member) || byText(a.itemId ?? '', b.itemId ?? '');
}

/**
 * Whom to ask for this request, best first: each member once, with its better copy. The requester itself, members that
 * do not lend, cost too much, stay closed or cannot deliver by the need-by date are left out with the reason (C82, C83).
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
