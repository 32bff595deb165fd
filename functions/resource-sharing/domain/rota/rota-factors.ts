/** The round in which a supplier is asked: members first, then partners, then the last resort. */
export type SupplierTier = 'member' | 'partner' | 'last-resort';

/** A member or partner that might supply, by the union catalogue, the calendar and the statistics at that time. */
export type Candidate = {
  member: string;
  /** Its round; by default a member. No score moves a supplier into an earlier round. */
  tier?: SupplierTier;
  /** The copy to be requested, when it is known. */
  itemId?: string;
  /** Copies on the shelf now. */
  availableCopies: number;
  /** Whether this member lends the item to others: by common rules, on request, or not at all. */
  lends: 'freely' | 'on-request' | 'no';
  /** The cost of one loan for the requester, in minor units of the consortium's currency. */
  cost: number;
  /** Days of transit to the pickup branch, by courier or post. */
  transitDays: number;
  /** Its loans lent and borrowed, and its agreed surplus. Absent for partners, which are paid by fees and accounts. */
  balance?: { lent: number; borrowed: number; target: number };
  /** Minutes of opening within the next 24 hours. */
  openMinutesNextDay: number;
  /** Its next opening (ISO 8601 UTC); absent while it is open, or when its hours are unknown. */
  closedUntil?: string;
  /** Requests to this member, the filled ones, and its median minutes to answer (if any). */
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

/** The ends of each factor's scale, where it is worth nothing or everything. All positive. */
export type RotaScales = {
  maxCost: number;
  maxTransitDays: number;
  /** The gap at the end of the scale, in percent of the loans that a member should have lent. */
  balanceRange: number;
  fullDayMinutes: number;
  slowestAnswerMinutes: number;
};

/** The weight of each factor (whole numbers, 0 or more) and the ends of the scales: an adopted policy, not code. */
export type RotaPolicy = { weights: Record<FactorName, number>; scales: RotaScales };

/** The maximum of a factor. Whole thousandths, so that a sum never depends on the order of adding. */
export const BEST = 1000;

const HALF = BEST / 2;
/** Loans added to the target, so that a member's first loans do not move it from one end of the scale to the other. */
const FIRST_LOANS = 10;
const clamp = (value: number): number => Math.max(0, Math.min(BEST, Math.round(value)));
const falling = (value: number, end: number): number => clamp(BEST - (BEST * value) / end);

/** The sentence and the numbers of `why`, for other languages than English. */
export type FactorFigures = { finding: string } & Record<string, string | number>;

type Judged = { value: number; why: string; figures: FactorFigures };
type Factor = (candidate: Candidate, scales: RotaScales) => Judged;

/**
 * Computes a member's gap to its target: its borrowings, adjusted by the agreed surplus. The gap is relative to the
 * target, because fifty loans are many for a school and few for a city; a scale in loans would not suit both.
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

/**
 * Computes each factor: 0 to 1000 and the sentence that staff read. All rise with what is good for the patron or for
 * fairness.
 */
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
  // A member without history is in the middle: neither penalised as new nor placed before proven ones.
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

/** The initial policy: availability first, then fairness, then distance (measured by `npm run sim:rota`). */
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
