import * as z from 'zod';
import { policyKind } from './policy-kind.ts';

const category = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);
const months = z.int().min(1).max(240);
const days = z.int().min(0).max(36_500);
const minutes = z.int().min(1).max(1440);

/** How long a card is good from the day on which it is given or renewed. */
const cardsSchema = z.strictObject({
  validMonths: months.default(36),
  perCategory: z.record(category, months).default({}),
  renewFromDaysBefore: days.default(60).describe('How many days before its last good day a card may be renewed'),
  maxOwed: z.int().min(0).nullable().default(null).describe('Owing more, in minor units, no card is renewed'),
});

const interval = z.strictObject({ when: z.literal('after-days'), days });
const never = z.strictObject({ when: z.literal('never') });

/**
 * When a returned loan no longer says who had it (C78). While a fee of it is open the person stays linked whatever is said
 * here (C75); the item is free all the same. What is counted of loans is kept apart and stays. A patron who turned the
 * reading history on keeps it until it is turned off.
 */
const loansSchema = z.strictObject({
  anonymise: z
    .discriminatedUnion('when', [z.strictObject({ when: z.literal('at-close') }), interval, never])
    .default({ when: 'at-close' })
    .describe('Loans without fees; days count from the return'),
  anonymiseWithFees: z
    .discriminatedUnion('when', [z.strictObject({ when: z.literal('settled') }), interval, never])
    .default({ when: 'settled' })
    .describe('Loans that had fees; days count from when the last was settled'),
  historyDays: days.default(36_500).describe('How long a patron’s own reading history is kept'),
});
export type AnonymiseRules = z.infer<typeof loansSchema>;

/** Who may see what of somebody under age. */
const minorsSchema = z.strictObject({
  guardianSees: z.enum(['nothing', 'amounts-and-dates', 'titles']).default('amounts-and-dates'),
  teacherSees: z.enum(['nothing', 'amounts-and-dates', 'titles']).default('amounts-and-dates'),
});

/** Where a patron of one member may be found at another (C76): at once, or only once the patron opted in there. */
const sharingSchema = z.strictObject({
  optIn: z.boolean().default(false).describe('Whether a patron is opened elsewhere only with the patron’s consent'),
  restricted: z.array(z.string().min(2).max(32)).max(200).default([]).describe('Members whose patrons are never'),
});

/** How a forgotten PIN is replaced: by a code that is sent once, and ends soon. */
const forgottenPinSchema = z.strictObject({
  codeMinutes: minutes.default(15),
  perDay: z.int().min(1).max(100).default(3).describe('How many codes one card gets in a day'),
});

const age = z.int().min(0).max(120);
const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Whom a category is for by age, and what it becomes on the birthday on which it ends. */
const categoryRules = z
  .strictObject({ fromAge: age.exactOptional(), untilAge: age.exactOptional(), becomes: category.exactOptional() })
  .refine(({ fromAge = 0, untilAge = 121 }) => untilAge > fromAge, 'A category ends at a later age than it begins.')
  .refine(
    ({ untilAge, becomes }) => becomes === undefined || untilAge !== undefined,
    'Say at which age it becomes that.',
  );

/** The categories there are. One leads to one that is there and that goes on for longer: so no way leads in a circle. */
const categoriesSchema = z.record(category, categoryRules).refine(
  (all) =>
    Object.values(all).every(({ untilAge = 0, becomes }) => {
      if (becomes === undefined) return true;
      const next = Object.hasOwn(all, becomes) ? all[becomes] : undefined;
      return next !== undefined && (next.untilAge ?? 121) > untilAge && (next.fromAge ?? 0) <= untilAge;
    }),
  'A category becomes one that is there, is for that age and goes on for longer.',
);

/** Whether people sign up by themselves, for a temporary card that a desk makes a full one; else they are forgotten. */
const selfRegistrationSchema = z.strictObject({
  open: z.boolean().default(false),
  category: category.default('temporary').describe('What loan rules know such cards by: their limits are there'),
  days: z.int().min(1).max(366).default(30).describe('How long a temporary card is good'),
  mayBorrow: z.boolean().default(false).describe('Else a block stops all but what needs no loan, such as e-books'),
  codeMinutes: minutes.default(30),
  perAddress: z.int().min(1).max(100).default(3).describe('How many codes one address gets in a day'),
  perBranchHour: z.int().min(1).max(10_000).default(60).describe('How many sign-ups a branch takes in an hour'),
});

/** What becomes of the second card when two records of one person are merged. */
const mergingSchema = z.strictObject({
  oldCard: z.enum(['refused', 'works']).default('refused').describe('Refused with the reason, or good as before'),
});

/** What holds for patrons everywhere: cards, privacy, minors. All defaults together are what holds before one is adopted. */
export const patronsSchema = z.strictObject({
  cards: cardsSchema.prefault({}),
  loans: loansSchema.prefault({}),
  minors: minorsSchema.prefault({}),
  sharing: sharingSchema.prefault({}),
  forgottenPin: forgottenPinSchema.prefault({}),
  merging: mergingSchema.prefault({}),
  selfRegistration: selfRegistrationSchema.prefault({}),
  categories: categoriesSchema.default({}).describe('None adopted: a desk writes any'),
  classes: z
    .record(code, z.array(code).min(1).max(200))
    .default({})
    .describe('Statistical classes by name with their codes; none adopted: a desk writes any'),
});
export type PatronsPolicy = z.infer<typeof patronsSchema>;

/** What is done before the consortium adopts anything. */
export const defaultPatrons: PatronsPolicy = patronsSchema.parse({});

export const patronsKind = policyKind('patrons', patronsSchema);
