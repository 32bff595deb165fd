/** The seeds whose figures are reported. Nothing was tuned on them. */
export const REPORTED_SEEDS = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110] as const;

/** The seeds on which the product's weights and scales were tuned. */
export const TUNING_SEEDS = [1, 2, 3, 4, 5] as const;

/** The properties of a kind of library: how many there are, and the median and spread (of the logarithm) of what varies between them. */
export type LibraryKind = {
  libraries: number;
  patrons: { median: number; spread: number };
  /** Titles of a library with the median of patrons; `spread` is the part that size does not explain. */
  titles: { median: number; spread: number };
  /** A week's hours from Monday to Sunday, `opens-closes`; an empty text is a closed day. */
  week: readonly string[];
  closures: readonly (readonly [from: string, to: string])[];
};

const winter = ['2026-12-24', '2027-01-03'] as const;
const workdays = (hours: string): string[] => [hours, hours, hours, hours, hours];

const kinds = {
  public: {
    libraries: 30,
    patrons: { median: 12_000, spread: 0.9 },
    titles: { median: 1400, spread: 0.35 },
    week: [...workdays('09:00-19:00'), '10:00-16:00', ''],
    closures: [['2026-07-03', '2026-07-05'] as const, ['2026-12-24', '2026-12-27'] as const],
  },
  academic: {
    libraries: 14,
    patrons: { median: 7000, spread: 0.8 },
    titles: { median: 2600, spread: 0.35 },
    week: [...workdays('08:00-22:00'), '10:00-18:00', '12:00-20:00'],
    closures: [winter],
  },
  special: {
    libraries: 8,
    patrons: { median: 900, spread: 0.6 },
    titles: { median: 500, spread: 0.35 },
    week: [...workdays('09:00-17:00'), '', ''],
    closures: [winter],
  },
  school: {
    libraries: 8,
    patrons: { median: 1100, spread: 0.4 },
    titles: { median: 400, spread: 0.35 },
    week: [...workdays('08:00-15:30'), '', ''],
    closures: [['2026-03-30', '2026-04-06'] as const, ['2026-06-22', '2026-08-23'] as const, winter],
  },
} satisfies Record<string, LibraryKind>;

/** The name of a kind of library. */
export type KindName = keyof typeof kinds;

/**
 * The simulated consortium, fixed before the product was tuned. Days, hours and minutes as named; distances in
 * km, money in cents, shares from 0 to 1. A `spread` is the standard deviation of the logarithm.
 */
export const PARAMETERS = {
  start: '2026-01-05T06:00:00.000Z',
  days: 365,
  /** Local loans alone before the first request, so that shelves are not full; and time for the last need-by date to pass. */
  warmUpDays: 28,
  drainDays: 30,
  kinds: kinds as Record<KindName, LibraryKind>,
  land: { width: 320, height: 200, towns: 14, townRadius: 14, zones: ['America/Chicago', 'America/New_York'] },
  titles: 12_000,
  /** Holdings grow with this power of the number of patrons. */
  holdingsBySize: 0.75,
  /** Demand for a title falls with its rank by Zipf's law; holdings follow demand less steeply. */
  zipf: { demand: 0.85, held: 0.45 },
  /** A library has one more copy of a title for this many local requests a year, up to a maximum. */
  copies: { perLocalLoans: 6, most: 6 },
  requestsPerYear: 15_000,
  localLoansPerYear: 150_000,
  localLoanDays: [7, 28],
  /** Days from placing to the need-by date, and the share of requests with each. */
  needBy: [
    { days: 7, share: 0.15 },
    { days: 10, share: 0.2 },
    { days: 14, share: 0.35 },
    { days: 21, share: 0.2 },
    { days: 28, share: 0.1 },
  ],
  lends: { freely: 0.3, no: 0.04, declineOnRequest: 0.05 },
  /** Opening minutes until an ask is answered: between libraries, and between asks of one. Silent: never answers. */
  answer: { median: 300, between: 0.9, within: 0.7, mostSilent: 0.2 },
  /** The probability that a copy "on the shelf" is found; else it is searched for this many days. */
  shelf: { best: 0.97, worst: 0.72, searchDays: 14 },
  /** The share of libraries that report their shelves nightly instead of at once. */
  nightly: { share: 0.3, hour: 7 },
  courier: {
    /** Working days up to a distance. */
    bands: [
      { upTo: 40, days: 1 },
      { upTo: 120, days: 2 },
      { upTo: 220, days: 3 },
      { upTo: 1000, days: 4 },
    ],
    /** The share of the libraries that only post reaches. */
    post: { share: 0.1, moreDays: 2, timesCost: 2 },
    lateShare: 0.08,
    lateDays: 1,
    base: 120,
    perKm: 2.2,
    /** Parcels are handed over at this hour of the courier's clock (UTC). */
    handOverHour: 14,
  },
  feeOutsideGroup: 500,
  /** The kinds that lend to each other as equals. */
  groups: { public: ['public', 'school'], research: ['academic', 'special'], towns: ['public', 'academic'] },
  /** The days of the patron's loan, and the days of handling on the return. */
  keepDays: [10, 28],
  handlingDays: 2,
};

/** The parameters of a run; a scaled-down one has fewer days. */
export type RotaParameters = typeof PARAMETERS;
