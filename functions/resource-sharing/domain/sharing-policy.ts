import * as z from 'zod';
import { policyKind } from '../../../layers/records/policies/domain/policy-kind.ts';
import { defaultVouchers, voucherSchema } from './charges/vouchers.ts';
import { MAX_LINK_DAYS } from './copies/loan-document.ts';
import { copyrightPolicySchema, defaultCopyrightPolicy } from './copyright/copyright-policy.ts';
import { DEFAULT_ROTA_POLICY, FACTORS, type FactorName } from './rota/rota-factors.ts';
import { TIMERS_IN_LIFE } from './workflow/timers.ts';

const minutes = z.number().positive().max(527_040);
const weight = z.int().min(0).max(1000);
const end = z.number().positive();
const place = z
  .string()
  .min(1)
  .max(40)
  .meta({ id: 'LendingPlace', description: 'A member id, or a branch id of one of its branches' });
const fee = z.int().min(0).max(1_000_000);
const way = { from: place.optional(), to: place.optional() };

const weights = Object.fromEntries(Object.keys(FACTORS).map((name) => [name, weight])) as Record<
  FactorName,
  typeof weight
>;

/** What 17 U.S.C. 108(a)(3) asks to be said with a copy; a consortium elsewhere adopts its own words. */
const COPYRIGHT_NOTICE =
  'This material may be protected by copyright law. It was copied for private study, scholarship or research; do not use it for any other purpose.';

/** A year and a month: a loan that was renewed again and again can be followed to its end. */
const DEFAULT_MESSAGE_DAYS = 400;

/** What is read of copies until the consortium adopts its own. */
const DEFAULT_COPIES = { linkDays: 14, openings: 5, copyrightNotice: COPYRIGHT_NOTICE };

/**
 * How members share what is lent on request only: how long each wait may last (minutes), how much each factor of the
 * rota's score counts, and the terms between members: days of transit, fees, reciprocal groups; copyright and vouchers. Adopted, not coded (design.md section 8).
 */
export const sharingPolicySchema = z.strictObject({
  timers: z.strictObject({
    answerMinutes: z.strictObject({ normal: minutes, rush: minutes, express: minutes }),
    waitMinutes: z.strictObject({
      'source-by': minutes,
      'cancel-answer-by': minutes,
      'renew-answer-by': minutes,
      'ship-by': minutes,
      'arrive-by': minutes,
      'pickup-by': minutes,
      'ship-back-by': minutes,
      'home-by': minutes,
      'terms-by': minutes.default(TIMERS_IN_LIFE.waitMinutes['terms-by']),
      'reply-by': minutes.default(TIMERS_IN_LIFE.waitMinutes['reply-by']),
      'claim-by': minutes.default(TIMERS_IN_LIFE.waitMinutes['claim-by']),
      'copy-by': minutes.default(TIMERS_IN_LIFE.waitMinutes['copy-by']),
    }),
  }),
  /** Whether a supplier's time to answer runs in its opening hours only. */
  answerInOpenHours: z.boolean(),
  rota: z.strictObject({
    weights: z.strictObject(weights),
    scales: z.strictObject({
      maxCost: end,
      maxTransitDays: end,
      /** Percent of what a member should have lent. */
      balanceRange: end,
      fullDayMinutes: end,
      slowestAnswerMinutes: end,
    }),
  }),
  /** Days of transit where no route says otherwise. */
  courierDays: z.int().min(0).max(60),
  /** Days of transit from a supplier's place to the pickup branch's, one-way; an end left out means any. */
  courierRoutes: z
    .array(z.strictObject({ ...way, days: z.int().min(0).max(60) }))
    .max(4000)
    .default([]),
  /** What a supplier asks of the requester for one loan, in minor units of the consortium's currency. */
  loanFees: z
    .array(z.strictObject({ ...way, fee }))
    .max(4000)
    .default([]),
  /** The same for one copy of a part. */
  copyFees: z
    .array(z.strictObject({ ...way, fee }))
    .max(4000)
    .default([]),
  /** Whether loans and copies cost nothing between members of one reciprocal group. */
  reciprocalFree: z.boolean().default(false),
  /** What a loan that is closed as lost costs where the supplier names no amount, in minor units; 0: nothing. */
  replacementFee: fee.default(0),
  /** How copies of periodicals are counted (CONTU, or the law of another country). */
  copyright: copyrightPolicySchema.default(defaultCopyrightPolicy),
  /** Vouchers by which partners are paid. A kind never changes its value: another value is another kind. */
  vouchers: z.array(voucherSchema).max(20).default(defaultVouchers),
  /** Members that lend to each other as equals, by the name of their group; none named: all of them. */
  reciprocalGroups: z.record(z.string().min(1).max(40), z.array(place).min(2)).default({}),
  /** How many loans more than it borrows a member has agreed to lend (less, when negative), by its id; not named: as many. */
  lendingTargets: z.record(z.string().min(1).max(40), z.int().min(-100_000).max(100_000)).default({}),
  /** Members, branches or partners that are asked last, whatever their score: who lends to the others only in need. */
  lastResort: z.array(place).max(4000).default([]),
  /** How many days after it was settled a message to or of a partner is kept, with its words, for people to look up. */
  messageDays: z.int().min(30).max(3660).default(DEFAULT_MESSAGE_DAYS),
  /** The link by which a copy is fetched: for how many days, how often, and what is said of copyright beside it. */
  copies: z
    .strictObject({
      linkDays: z.int().min(1).max(MAX_LINK_DAYS),
      openings: z.int().min(1).max(100),
      copyrightNotice: z.string().min(1).max(2000),
    })
    .default(DEFAULT_COPIES),
});
export type SharingPolicy = z.infer<typeof sharingPolicySchema>;

/** What is read until the consortium adopts its own. */
export const defaultSharingPolicy: SharingPolicy = {
  timers: TIMERS_IN_LIFE,
  answerInOpenHours: true,
  rota: DEFAULT_ROTA_POLICY,
  courierDays: 2,
  courierRoutes: [],
  loanFees: [],
  copyFees: [],
  reciprocalFree: false,
  replacementFee: 0,
  copyright: defaultCopyrightPolicy,
  vouchers: defaultVouchers,
  reciprocalGroups: {},
  lendingTargets: {},
  lastResort: [],
  messageDays: DEFAULT_MESSAGE_DAYS,
  copies: DEFAULT_COPIES,
};

export const sharingKind = policyKind('resource-sharing', sharingPolicySchema);
