import * as z from 'zod';
import { withoutUndefined } from '../../../kernel/collections/without-undefined.ts';
import { isReceipt, type NoticeKind, noticeKindSchema, noticeKinds } from '../../../kernel/notices/notice-kinds.ts';
import { paperSizes } from '../../../kernel/text/paper-size.ts';
import { policyKind } from './policy-kind.ts';

const kinds = z.array(noticeKindSchema).max(20);
const everyKind = Object.keys(noticeKinds) as NoticeKind[];
/** The kinds before policies named those that they know. */
const firstKinds: NoticeKind[] = everyKind.filter(
  (kind) => !['hold-expiring', 'renewed', 'not-renewed', 'new-titles'].includes(kind) && !isReceipt(kind),
);

/** The digest: a patron's notices are sent as one e-mail at this hour (0 to 23, the member's time); immediately when it is off. */
const digestSchema = z.strictObject({ on: z.boolean(), hour: z.int().min(0).max(23) });

/** Letters for patrons without e-mail; `cost` in minor units of the fees' currency is shown with a batch and not charged. */
const lettersSchema = z.strictObject({
  on: z.boolean(),
  cost: z.int().min(0).max(100_000).exactOptional(),
  paper: z.enum(paperSizes).default('A4'),
});

/**
 * Text messages (SMS) to patrons who agreed to them. They are sent from hour `from` until hour `until` (0 to 24, the home branch's time),
 * at most `most` a day to a patron, and name titles only with `titles`. `country` is that of numbers typed without a calling code.
 */
export const textMessagesSchema = z
  .strictObject({
    on: z.boolean(),
    from: z.int().min(0).max(23),
    until: z.int().min(1).max(24),
    most: z.int().min(1).max(20),
    titles: z.boolean(),
    country: z.string().regex(/^[A-Z]{2}$/),
  })
  .refine(({ from, until }) => from < until, 'The hours in which text messages are sent end after they begin.');

/** The settings of text messages without others: none are sent. */
export const noTextMessages = { on: false, from: 8, until: 21, most: 3, titles: false, country: 'US' };

/** The days after the due date on which an overdue notice is sent, in ascending order. */
const ladder = z
  .array(z.int().min(1).max(365))
  .max(5)
  .refine(
    (days) => days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0)),
    'each step is later than the one before',
  );

const settings = {
  kinds: kinds.describe('Which kinds are sent'),
  dueSoonDays: z
    .int()
    .min(1)
    .max(30)
    .describe(
      'How many days before its due date a loan is announced as due soon; a shorter loan in the middle of its period',
    ),
  overdueDays: ladder,
  cardExpiringDays: z
    .int()
    .min(1)
    .max(180)
    .describe('How many days before its last day the expiry of a card is announced'),
  holdExpiringDays: z
    .int()
    .min(1)
    .max(30)
    .describe(
      'How many days before it leaves the hold shelf a copy is announced again; none when it is not there for longer',
    ),
  digest: digestSchema,
  letters: lettersSchema,
  sms: textMessagesSchema,
  language: z
    .string()
    .regex(/^[a-z]{3}$/)
    .describe(
      'The language (ISO 639-2/B) for patrons who chose none, or whose language has no text; if it has none either, English',
    ),
};

const settingsSchema = z.strictObject({
  kinds: settings.kinds.default(everyKind),
  dueSoonDays: settings.dueSoonDays.default(3),
  overdueDays: ladder.default([1, 7, 14]),
  cardExpiringDays: settings.cardExpiringDays.default(30),
  holdExpiringDays: settings.holdExpiringDays.default(1),
  digest: digestSchema.default({ on: false, hour: 8 }),
  letters: lettersSchema.prefault({ on: false }),
  sms: textMessagesSchema.default(noTextMessages),
  language: settings.language.default('eng'),
});
export type NoticeSettings = z.infer<typeof settingsSchema>;

/**
 * Which notices patrons get, when and how. The settings of a patron's home member apply, whichever member lent. A setting that a member
 * omits is the consortium's default. The defaults apply without an adopted policy.
 */
export const noticesSchema = z.strictObject({
  defaults: settingsSchema.prefault({}),
  members: z.record(z.string().min(2).max(32), z.strictObject(settings).partial()).default({}),
  /** Kinds that no member can turn off. */
  alwaysOn: kinds.default(['hold-ready', 'recall']),
  /** Kinds that no patron can opt out of. */
  mandatory: kinds.default(['recall', 'lost']),
  /** Kinds that never wait for the day's digest; with `hourlyAtOnce`, notices of hourly loans do not wait either. */
  urgent: kinds.default(['recall']),
  hourlyAtOnce: z.boolean().default(true),
  /** The kinds that existed when this was decided: kinds that came later are on until a policy that knows them is adopted. */
  knows: kinds.default(firstKinds),
});
export type NoticesPolicy = z.infer<typeof noticesSchema>;

/** The policy until the consortium adopts one. */
export const defaultNotices: NoticesPolicy = noticesSchema.parse({});

/** Returns the settings of one member: its own over the consortium's defaults, with the kinds that are always on or came later. */
export const noticeSettingsOf = (policy: NoticesPolicy, memberId: string): NoticeSettings => {
  const own = Object.hasOwn(policy.members, memberId) ? policy.members[memberId] : undefined;
  const given = withoutUndefined(own ?? {});
  const merged: NoticeSettings = { ...policy.defaults, ...given };
  const on = new Set([...merged.kinds, ...policy.alwaysOn]);
  return { ...merged, kinds: everyKind.filter((kind) => on.has(kind) || !policy.knows.includes(kind)) };
};

export const noticesKind = policyKind('notices', noticesSchema);
