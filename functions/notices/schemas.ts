import * as z from 'zod';
import { noticeKindSchema } from '../../layers/kernel/notices/notice-kinds.ts';
import type { Permission } from '../../layers/platform/http/contract.ts';
import { noticeChoicesSchema } from './domain/choices.ts';
import { channelSchema, languageSchema, templateNameSchema } from './domain/template.ts';

/** A patron's choices, what can be chosen, and the channels by which the patron can be reached. */
export const choicesViewSchema = z.strictObject({
  ...noticeChoicesSchema.shape,
  /** ISO 639-2/B; the home library's language when absent. */
  language: languageSchema.optional(),
  kinds: z.array(
    z.strictObject({
      kind: noticeKindSchema,
      /** Whether the home library sends this kind at all. */
      on: z.boolean(),
      /** Whether nobody can opt out of this kind. */
      mandatory: z.boolean(),
    }),
  ),
  /** Languages in which the patron’s library has any text; what a language lacks is read in the library’s own. */
  languages: z.array(z.string()),
  /** The number for text messages (E.164) and the kinds that are sent to it; when a reply stopped them, or the service refused the number. */
  sms: z
    .strictObject({
      number: z.string(),
      kinds: z.array(noticeKindSchema),
      stoppedAt: z.string().optional(),
      refusedAt: z.string().optional(),
    })
    .optional(),
  reach: z.strictObject({
    /** Whether the home library sends receipts. */
    receipts: z.boolean(),
    /** Whether the deployment and the home library send text messages. */
    sms: z.boolean(),
    /** The patron's mobile number as registered, or the first of them. */
    phone: z.string().optional(),
    email: z.boolean(),
    /** Whether there is an address and the home library sends letters. */
    letter: z.boolean(),
  }),
});

/** Text messages as a patron asks for them. */
export const wantedTextsSchema = z.strictObject({
  number: z.string().min(3).max(40),
  kinds: z.array(noticeKindSchema).min(1).max(20),
  consent: z.literal(true),
});

/** The input of choices: it replaces all earlier ones. Without a language the home library's is used. */
export const choicesInput = {
  ...noticeChoicesSchema.shape,
  language: languageSchema.optional(),
  /** Text messages: to which number and of what, with the patron's consent. Absent: none, and a consent to them is withdrawn. */
  sms: wantedTextsSchema.optional(),
};

/** The refusals of operations that set choices. */
export const choicesRefusals = {
  mandatory: { status: 422, meaning: 'The consortium lets nobody opt out of this kind.' },
  'no-text-messages': { status: 422, meaning: 'The deployment or the home library sends no text messages.' },
  'phone-unusable': { status: 422, meaning: 'The number is not complete, or not one; `detail` says why.' },
  'changed-meanwhile': { status: 409, meaning: 'The patron was changed at the same time: look again.' },
} as const;

/** Example data of the contracts. */
export const exampleChoices = {
  optOuts: [{ kind: 'due-soon' as const, channels: ['email' as const] }],
  letters: false,
  language: 'spa',
};
export const exampleChoicesView = {
  ...exampleChoices,
  kinds: [
    { kind: 'due-soon' as const, on: true, mandatory: false },
    { kind: 'recall' as const, on: true, mandatory: true },
  ],
  languages: ['eng', 'spa'],
  sms: { number: '+12125550188', kinds: ['hold-ready' as const] },
  reach: { email: true, letter: false, receipts: true, sms: true, phone: '(212) 555-0188' },
};

/** The owner of texts: a member, or the consortium for members without their own. */
export const ownerSchema = z.string().min(2).max(32);
/** The roles that may set a member's texts; only consortium staff set the consortium's. */
export const textEditors = [
  { who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'path.owner' } },
] as const satisfies readonly Permission[];

/** The size of a text message. */
export const textSizeSchema = z.strictObject({
  alphabet: z.enum(['gsm-7', 'ucs-2']),
  length: z.int(),
  segments: z.int(),
});

export const textKeySchema = {
  language: languageSchema,
  channel: channelSchema,
  template: templateNameSchema,
};

/** A text in use, with its origin and language. `version` when it is the owner's own. */
export const textViewSchema = z.strictObject({
  template: templateNameSchema,
  channel: channelSchema,
  subject: z.string(),
  text: z.string(),
  /** The member or `consortium` that set it, or `built-in`. */
  from: z.string(),
  language: z.string(),
  version: z.number().optional(),
  /** The placeholders that it may contain. */
  placeholders: z.array(z.string()),
});

/** The roles that may make letters: a desk of the whole member, or its admin. */
export const letterWriters = [
  { who: 'staff', roles: ['desk', 'desk-supervisor', 'member-admin'], at: { member: 'path.memberId' } },
] as const satisfies readonly Permission[];

/** A batch of letters. */
export const batchSchema = z.strictObject({
  batchId: z.string(),
  madeAt: z.string(),
  letters: z.number(),
  /** The time of the first printing, and the number of printings. */
  printedAt: z.string().optional(),
  prints: z.number(),
});
export const exampleBatch = {
  batchId: 'ltr_01kb0000000000000000000000',
  madeAt: '2026-11-24T15:00:00.000Z',
  letters: 12,
  prints: 0,
};

/** A patron's notices, as the patron and a desk of the home library read them. */
export const noticeListSchema = z.strictObject({
  notices: z.array(
    z.strictObject({
      noticeId: z.string(),
      at: z.string(),
      kind: noticeKindSchema,
      recordId: z.string().optional(),
      title: z.string().optional(),
      /** The pickup branch, the lending branch, or the branch that charged. */
      branchId: z.string().optional(),
      /** The delivered copy of an article or chapter. */
      documentId: z.string().optional(),
      /** The interlibrary request. */
      requestId: z.string().optional(),
      due: z.string().optional(),
      /** The number of the overdue notice. */
      step: z.number().optional(),
      /** Until when a copy is on the hold shelf or can be opened (an instant), or the last day of the card. */
      until: z.string().optional(),
      /** Minor units. */
      amount: z.strictObject({ minor: z.number(), currency: z.string() }).optional(),
      /** The reason why a hold ended, or what a bill is for, as a code. */
      reason: z.string().optional(),
      /** How it was sent, besides being shown here: not at all, by e-mail, letter or text message; `waits` for one of them. */
      sent: z.enum(['no', 'waits', 'email', 'letter', 'sms']),
    }),
  ),
});

export const exampleNoticeList = {
  notices: [
    {
      noticeId: 'itm_01kb0000000000000000000000:3:1',
      at: '2026-11-24T15:00:00.000Z',
      kind: 'hold-ready' as const,
      recordId: 'rec_01kb0000000000000000000000',
      title: 'Emma',
      branchId: 'lakeshore.main',
      until: '2026-12-02T04:59:59.000Z',
      sent: 'email' as const,
    },
  ],
};
