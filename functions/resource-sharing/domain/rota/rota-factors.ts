/** In which of three rounds a supplier is asked: members first, partners outside the consortium after them, then the last resort. */
export type SupplierTier = 'member' | 'partner' | 'last-resort';

/** A member or partner that might supply, as the union catalogue, the calendar and the statistics know it at the time of asking. */
export type Candidate = {
  member: string;
  /** Its round; a member when it is not said. No score lifts a supplier into an earlier one. */
  tier?: SupplierTier;
  /** The copy that would be asked for, when it is known. */
  itemId?: string;
  /** Copies that stand on the shelf now. */
  availableCopies: number;
  /** Whether this member lends the item to others: by common rules, on request, or not at all. */
  lends: 'freely' | 'on-request' | 'no';
  /** What one loan costs the requester, in minor units of the consortium's currency. */
  cost: number;
  /** Days of transit to the pickup branch, by courier or post. */
  transitDays: number;
  /**
   * Loans it has lent and borrowed, and how many more than it borrows it has agreed to lend. Left out for partners
   * outside, with whom fees and accounts settle what a loan is worth.
   */
  balance?: { lent: number; borrowed: number; target: number };
  /** Minutes of opening within the next 24 hours. */
  openMinutesNextDay: number;
  /** When it opens next (ISO 8601 UTC); left out while it is open, or when its hours are not known. */
  closedUntil?: string;
  /** Requests asked of this member, how many it filled, and the median minutes it took to answer (if ever). */
  history: { asked: number; filled: number; medianAnswerMinutes?: number };
  /** Whether requester and supplier belong to one reciprocal group. */
  reciprocal: boolean;
};

/** The name of a factor of the score. */
export type FactorName =
  | 'available'
  | 'cost'
  | 'distance'
  | 'balance'
  | 'openHours'
  | 'responseTime'
  | 'fillRate'
  | 'sharingPolicy'
  | 'reciprocal';

/** Where a factor is worth nothing (or everything): the ends of each scale. All positive. */
export type RotaScales = {
  maxCost: number;
  maxTransitDays: number;
  /** Percent of what a member should have lent: a gap so wide, either way, is the end of the scale. */
  balanceRange: number;
  fullDayMinutes: number;
  slowestAnswerMinutes: number;
};

/** How much each factor counts (whole numbers, 0 or more) and the ends of the scales: an adopted policy, not code. */
export type RotaPolicy = { weights: Record<FactorName, number>; scales: RotaScales };

/** The best a factor can be. Whole thousandths, so that a sum never depends on the order of adding. */
export const BEST = 1000;

const HALF = BEST / 2;
/** Loans added to what a member should have lent, so that the first few do not throw it from one end to the other. */
const FIRST_LOANS = 10;
const clamp = (value: number): number => Math.max(0, Math.min(BEST, Math.round(value)));
const falling = (value: number, end: number): number => clamp(BEST - (BEST * value) / end);

/** Which sentence says why, and its numbers: what `why` says, for other languages than English. */
export type FactorFigures = { finding: string } & Record<string, string | number>;

type Judged = { value: number; why: string; figures: FactorFigures };
type Factor = (candidate: Candidate, scales: RotaScales) => Judged;

/**
 * How far a member is from lending what it should: what it borrowed, more or less what is agreed. The gap counts by what
 * is due, for fifty loans are much to a school and little to a city; in loans, a scale that tells cities apart leaves
 * the school alone.
 */
const judgeBalance: Factor = ({ balance }, { balanceRange }) => {
  if (!balance) return { value: HALF, why: 'keeps no balance with the consortium', figures: { finding: 'none' } };
  const due = Math.max(0, balance.borrowed + balance.target);
  const gap = due - balance.lent;
  const loans = Math.abs(gap);
  return {
    value: clamp(HALF + (100 * HALF * gap) / (balanceRange * (due + FIRST_LOANS))),
    why: `${loans} loans ${gap >= 0 ? 'below' : 'above'} the ${due} that it should have lent`,
    figures: { finding: gap >= 0 ? 'behind' : 'ahead', loans, due },
  };
};

/** Each factor: 0 to 1000 and the sentence that staff read. All rise with what is good for the patron or for fairness. */
export const FACTORS: Record<FactorName, Factor> = {
  available: ({ availableCopies }) => ({
    value: availableCopies > 0 ? BEST : 0,
    why: availableCopies > 0 ? `${availableCopies} on the shelf now` : 'no copy on the shelf now',
    figures: availableCopies > 0 ? { finding: 'some', copies: availableCopies } : { finding: 'none' },
  }),
  cost: ({ cost }, { maxCost }) => ({
    value: falling(cost, maxCost),
    why: cost === 0 ? 'lends free of charge' : `costs ${cost} of at most ${maxCost} minor units`,
    figures: cost === 0 ? { finding: 'free' } : { finding: 'costs', cost, most: maxCost },
  }),
  distance: ({ transitDays }, { maxTransitDays }) => ({
    value: falling(transitDays, maxTransitDays),
    why: `${transitDays} days of transit`,
    figures: { finding: 'days', days: transitDays },
  }),
  balance: judgeBalance,
  openHours: ({ openMinutesNextDay }, { fullDayMinutes }) => ({
    value: clamp((BEST * openMinutesNextDay) / fullDayMinutes),
    why: `open ${openMinutesNextDay} minutes within a day`,
    figures: { finding: 'open', minutes: openMinutesNextDay },
  }),
  // A member without history stands in the middle: neither punished for being new nor put before proven ones.
  responseTime: ({ history: { medianAnswerMinutes: minutes } }, { slowestAnswerMinutes }) => ({
    value: minutes === undefined ? HALF : falling(minutes, slowestAnswerMinutes),
    why: minutes === undefined ? 'has not answered yet' : `answers in ${minutes} minutes (median)`,
    figures: minutes === undefined ? { finding: 'never' } : { finding: 'answers', minutes },
  }),
  fillRate: ({ history: { asked, filled } }) => ({
    value: clamp((BEST * (filled + 1)) / (asked + 2)),
    why: `filled ${filled} of ${asked} requests`,
    figures: { finding: 'filled', filled, asked },
  }),
  sharingPolicy: ({ lends }) => ({
    value: lends === 'freely' ? BEST : HALF,
    why: lends === 'freely' ? 'lends by common rules' : 'lends on request',
    figures: { finding: lends === 'freely' ? 'freely' : 'on-request' },
  }),
  reciprocal: ({ reciprocal }) => ({
    value: reciprocal ? BEST : 0,
    why: reciprocal ? 'in one reciprocal group' : 'in no reciprocal group with the requester',
    figures: { finding: reciprocal ? 'in' : 'out' },
  }),
};

/** A policy to start with: availability first, then what is fair, then what is near (measured by `npm run sim:rota`). */
export const DEFAULT_ROTA_POLICY: RotaPolicy = {
  weights: {
    available: 100,
    cost: 10,
    distance: 30,
    balance: 50,
    openHours: 10,
    responseTime: 10,
    fillRate: 30,
    sharingPolicy: 5,
    reciprocal: 5,
  },
  scales: {
    maxCost: 2000,
    maxTransitDays: 10,
    balanceRange: 30,
    fullDayMinutes: 600,
    slowestAnswerMinutes: 4320,
  },
};
