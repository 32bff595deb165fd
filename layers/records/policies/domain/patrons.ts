import * as z from 'zod';
import { haveNames, membersSettingSchema, ownNames } from './own-values.ts';
import { policyKind } from './policy-kind.ts';

const category = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);
const months = z.int().min(1).max(240);
const days = z.int().min(0).max(36_500);
const minutes = z.int().min(1).max(1440);

/** How long a card is valid from its issue or renewal. */
const cardsSchema = z.strictObject({
  validMonths: months.default(36),
  perCategory: z.record(category, months).default({}),
  renewFromDaysBefore: days.default(60).describe('How many days before its last valid day a card may be renewed'),
  maxOwed: z.int().min(0).nullable().default(null).describe('Debt above which no card is renewed, in minor units'),
});

const interval = z.strictObject({ when: z.literal('after-days'), days });
const never = z.strictObject({ when: z.literal('never') });

/**
 * When a returned loan loses its link to the borrower (C78). While a fee is open the link remains regardless of this setting (C75); the
 * item is not affected. Statistics of loans are stored separately and remain. A patron who turned the reading history on retains it
 * until it is turned off.
 */
const loansSchema = z.strictObject({
  anonymise: z
    .discriminatedUnion('when', [z.strictObject({ when: z.literal('at-close') }), interval, never])
    .default({ when: 'at-close' })
    .describe('Loans without fees; days from the return'),
  anonymiseWithFees: z
    .discriminatedUnion('when', [z.strictObject({ when: z.literal('settled') }), interval, never])
    .default({ when: 'settled' })
    .describe('Loans with fees; days from the settlement of the last fee'),
  historyDays: days.default(36_500).describe('How many days a patron’s own reading history is stored'),
});
export type AnonymiseRules = z.infer<typeof loansSchema>;

/** The persons who may see data of a minor. */
const minorsSchema = z.strictObject({
  guardianSees: z.enum(['nothing', 'amounts-and-dates', 'titles']).default('amounts-and-dates'),
  teacherSees: z.enum(['nothing', 'amounts-and-dates', 'titles']).default('amounts-and-dates'),
});

/** Whether a patron of one member can be found at another (C76): always, or only after an opt-in there. */
const sharingSchema = z.strictObject({
  optIn: z.boolean().default(false).describe('Whether other members need the patron’s consent to open the record'),
  restricted: z
    .array(z.string().min(2).max(32))
    .max(200)
    .default([])
    .describe('Members whose patrons other members never open'),
});

/** How short a PIN may be. It applies when a PIN is set: shorter ones of before stay good. */
const pinsSchema = z.strictObject({
  shortest: z.int().min(4).max(12).default(6).describe('Minimum length of a PIN'),
});

/** How a forgotten PIN is replaced: by a code that is sent once and expires soon. */
const forgottenPinSchema = z.strictObject({
  codeMinutes: minutes.default(15),
  perDay: z
    .int()
    .min(1)
    .max(100)
    .default(3)
    .describe(
      'How many codes for a card one address gets in a day; all addresses together get four times as many, the last quarter only addresses where the card was used',
    ),
});

const age = z.int().min(0).max(120);
const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The name and the age limits of a category, and the category that follows on the birthday on which it ends. */
const categoryRules = z
  .strictObject({
    name: z.string().min(1).max(60).exactOptional().describe('As people read it; by default made of the code'),
    ...{ fromAge: age.exactOptional(), untilAge: age.exactOptional(), becomes: category.exactOptional() },
  })
  .refine(({ fromAge = 0, untilAge = 121 }) => untilAge > fromAge, 'A category ends at a later age than it begins.')
  .refine(
    ({ untilAge, becomes }) => becomes === undefined || untilAge !== undefined,
    'Say at which age it becomes that.',
  );

/** The categories. A follow-up category must exist and end later, so that there is no cycle. */
const categoriesSchema = z.record(category, categoryRules).refine(
  (all) =>
    Object.values(all).every(({ untilAge = 0, becomes }) => {
      if (becomes === undefined) return true;
      const next = Object.hasOwn(all, becomes) ? all[becomes] : undefined;
      return next !== undefined && (next.untilAge ?? 121) > untilAge && (next.fromAge ?? 0) <= untilAge;
    }),
  'A category becomes one that is there, is for that age and goes on for longer.',
);

/** Whether people can register online for a temporary card, which a desk converts to a full one; otherwise the registration is deleted. */
const selfRegistrationSchema = z.strictObject({
  open: z.boolean().default(false),
  category: category
    .default('temporary')
    .describe('The patron category of such cards in the loan rules, which set their limits'),
  days: z.int().min(1).max(366).default(30).describe('Validity of a temporary card'),
  mayBorrow: z.boolean().default(false).describe('By default a block prevents everything that needs a loan'),
  codeMinutes: minutes.default(30),
  perAddress: z.int().min(1).max(100).default(3).describe('Maximum number of codes for an address in a day'),
  perBranchHour: z.int().min(1).max(10_000).default(60).describe('Maximum number of sign-ups at a branch in an hour'),
});

/** The effect of a merge of two patron records on the second card. */
const mergingSchema = z.strictObject({
  oldCard: z.enum(['refused', 'works']).default('refused').describe('Refused with the reason, or valid as before'),
});

const patronsShape = {
  cards: cardsSchema.prefault({}),
  loans: loansSchema.prefault({}),
  minors: minorsSchema.prefault({}),
  sharing: sharingSchema.prefault({}),
  pins: pinsSchema.prefault({}),
  forgottenPin: forgottenPinSchema.prefault({}),
  merging: mergingSchema.prefault({}),
  selfRegistration: selfRegistrationSchema.prefault({}),
  categories: categoriesSchema.default({}).describe('Without values any text is accepted'),
  residences: z
    .record(code, z.string().min(1).max(100))
    .default({})
    .describe(
      'Places of residence (municipalities or districts) by code, with their names; without values any text is accepted',
    ),
  classes: z
    .record(code, z.array(code).min(1).max(200))
    .default({})
    .describe('Statistical classes by name with their codes; without values any text is accepted'),
  /** What members set for their own patrons. */
  members: membersSettingSchema.exactOptional(),
};

/** The rules for patrons everywhere: cards, privacy, minors. The defaults apply until a policy is adopted. */
export const patronsSchema = z
  .strictObject(patronsShape)
  .refine(haveNames(ownNames.patrons), 'no member sets such a value');
export type PatronsPolicy = z.infer<typeof patronsSchema>;

/** The default until the consortium adopts a policy. */
export const defaultPatrons: PatronsPolicy = patronsSchema.parse({});

export const patronsKind = policyKind('patrons', patronsSchema);
