import * as z from 'zod';
import { placeSchema } from '../../../layers/kernel/identity/item-codes.ts';
import { haveNames, membersSettingSchema, ownNames } from '../../../layers/records/policies/domain/own-values.ts';
import { policyKind } from '../../../layers/records/policies/domain/policy-kind.ts';
import { defaultVouchers, voucherSchema } from './charges/vouchers.ts';
import { MAX_LINK_DAYS } from './copies/loan-document.ts';
import { copyrightPolicySchema, defaultCopyrightPolicy } from './copyright/copyright-policy.ts';
import { DEFAULT_ROTA_POLICY, FACTORS, type FactorName } from './rota/rota-factors.ts';
import { TIMERS_IN_LIFE } from './workflow/timers.ts';

const minutes = z.number().positive().max(527_040);
const weight = z.int().min(0).max(1000);
const end = z.number().positive();
const place = placeSchema.meta({
  id: 'LendingPlace',
  description: 'A member id, or a branch id of one of its branches',
});
const fee = z.int().min(0).max(1_000_000);
const way = { from: place.optional(), to: place.optional() };

const weights = Object.fromEntries(Object.keys(FACTORS).map((name) => [name, weight])) as Record<
  FactorName,
  typeof weight
>;

/** The statement that 17 U.S.C. 108(a)(3) requires on a copy; a consortium elsewhere adopts its own. */
const COPYRIGHT_NOTICE =
  'This material may be protected by copyright law. It was copied for private study, scholarship or research; do not use it for any other purpose.';

/** A year and a month: long enough to follow a loan with many renewals to its end. */
const DEFAULT_MESSAGE_DAYS = 400;

/** The default for copies until the consortium adopts its own. */
const DEFAULT_COPIES = { linkDays: 14, openings: 5, copyrightNotice: COPYRIGHT_NOTICE };

/**
 * How members share what is lent on request only: the waits (minutes), the weights of the rota's factors, and the terms
 * between members: transit days, fees, reciprocal groups; copyright and vouchers. Adopted, not coded.
 */
export const sharingPolicySchema = z
  .strictObject({
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
    /** The default number of transit days without a route. */
    courierDays: z.int().min(0).max(60),
    /** Transit days from a supplier's branch to the pickup branch, one way; an omitted end matches any. */
    courierRoutes: z
      .array(z.strictObject({ ...way, days: z.int().min(0).max(60) }))
      .max(4000)
      .default([]),
    /** A supplier's fee for one loan, in minor units of the consortium's currency. */
    loanFees: z
      .array(z.strictObject({ ...way, fee }))
      .max(4000)
      .default([]),
    /** The settings for one copy of a part. */
    copyFees: z
      .array(z.strictObject({ ...way, fee }))
      .max(4000)
      .default([]),
    /** Whether loans and copies cost nothing between members of one reciprocal group. */
    reciprocalFree: z.boolean().default(false),
    /** The replacement fee of a loan closed as lost when the supplier states no amount, in minor units; 0: nothing. */
    replacementFee: fee.default(0),
    /** How copies of periodicals are counted (CONTU, or the law of another country). */
    copyright: copyrightPolicySchema.default(defaultCopyrightPolicy),
    /** Vouchers for payments to partners. A kind never changes its value: another value is another kind. */
    vouchers: z.array(voucherSchema).max(20).default(defaultVouchers),
    /** Reciprocal groups of members, by name; without any, all members are one group. */
    reciprocalGroups: z.record(z.string().min(1).max(40), z.array(place).min(2)).default({}),
    /** The agreed surplus of loans over borrowings of a member (negative for fewer), by its id; by default none. */
    lendingTargets: z.record(z.string().min(1).max(40), z.int().min(-100_000).max(100_000)).default({}),
    /** Members, branches or partners that are asked last, whatever their score: they lend to others only in need. */
    lastResort: z.array(place).max(4000).default([]),
    /** For how many days a settled message to or from a partner is stored, with its content. */
    messageDays: z.int().min(30).max(3660).default(DEFAULT_MESSAGE_DAYS),
    /** The link of a copy: its lifetime in days, its number of uses, and the copyright statement beside it. */
    copies: z
      .strictObject({
        linkDays: z.int().min(1).max(MAX_LINK_DAYS),
        openings: z.int().min(1).max(100),
        copyrightNotice: z.string().min(1).max(2000),
      })
      .default(DEFAULT_COPIES),
    /** The fees that members set for what they lend or copy for others, where no fee names the way. */
    members: membersSettingSchema.exactOptional(),
  })
  .refine(haveNames(ownNames['resource-sharing']), 'no member sets such a value');
export type SharingPolicy = z.infer<typeof sharingPolicySchema>;

/** The default until the consortium adopts its own. */
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
