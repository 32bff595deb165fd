import * as z from 'zod';
import { memberIdSchema } from '../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../layers/kernel/text/typed-text.ts';
import { proxyActs } from './domain/access/proxy.ts';
import { deviceSchema } from './domain/cards/device.ts';
import { likenessReasons } from './domain/identity/likeness.ts';
import { personNameSchema } from './domain/identity/person.ts';
import {
  batchChangeSchema,
  batchFilterSchema,
  batchStates,
  batchValuesSchema,
  lineStates,
} from './domain/record/batch.ts';
import { blockCodes } from './domain/record/block-codes.ts';
import { blockedActs } from './domain/record/patron-status.ts';
import { isOffered, type WalletSettings, wallets } from './domain/wallet/wallet-settings.ts';

/** Roles of staff at a desk. */
export const deskRoles = ['desk', 'desk-supervisor'] as const;

/** Roles of staff who decide whether two records are of one person. */
export const mergeRoles = ['desk-supervisor', 'member-admin'] as const;

/** The errors of every operation that changes a patron at a desk. */
export const deskRefusals = {
  'patron-unknown': { status: 404, meaning: 'There is no such patron.' },
  'not-home': { status: 403, meaning: 'Only the patron’s home library does this.' },
} as const;

/** The errors of replacing a patron's card. */
export const replacementRefusals = {
  'same-card': { status: 409, meaning: 'The patron has this card already: scan the new one.' },
  'card-taken': { status: 409, meaning: 'Somebody in the consortium has or had this card number.' },
  'changed-meanwhile': { status: 409, meaning: 'Somebody else changed this patron at the same time: look again.' },
} as const;

/** The reasons why a member may not open the record of another member's patron (C76). */
export const openRefusals = {
  'not-opted-in': { status: 403, meaning: 'The patron has not agreed to be opened at this library: ask, and note it.' },
  restricted: { status: 403, meaning: 'Patrons of this home library are opened at home only.' },
} as const;

/** The reasons why a note is not ended. */
export const noteRefusals = {
  'note-unknown': {
    status: 404,
    meaning: 'There is no such note that the library may end: it is of another one, or the reason of a block.',
  },
} as const;

/** The reasons why a card number does not identify a patron. */
export const cardRefusals = {
  'card-unknown': { status: 404, meaning: 'There is no such card in the consortium.' },
  'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
  'card-shared': {
    status: 409,
    meaning: 'Two members issued this number: ask for the home library and name the member.',
  },
  'held-at': { status: 409, meaning: 'One of the home libraries to choose from; detail is its id.' },
} as const;

/** The number of digits of a PIN that is set now, for the forms that ask for one: from the policy of patrons. */
export const pinLengthSchema = z.strictObject({ shortest: z.int(), longest: z.int() });

/** The reasons why a PIN is refused. */
export const pinRefusals = {
  'pin-not-digits': { status: 422, meaning: 'A PIN has digits only.' },
  'pin-length': {
    status: 422,
    meaning: 'A PIN has at least the digits that the policy of patrons says, 6 by default, and at most 12.',
    params: { shortest: 'The least number of digits', longest: 'The greatest number of digits' },
  },
  'pin-one-digit': { status: 422, meaning: 'A PIN must not repeat one digit.' },
  'pin-run': { status: 422, meaning: 'A PIN must not be a row of digits such as 123456.' },
  'pin-repeats': { status: 422, meaning: 'A PIN must not repeat a piece of itself, as in 121212 or 112233.' },
  'pin-year': { status: 422, meaning: 'A PIN must not be a year.' },
  'pin-birthday': { status: 422, meaning: 'A PIN must not show the patron’s date of birth.' },
  'pin-in-card-number': { status: 422, meaning: 'A PIN must not be part of the card number.' },
} as const;

/** The reasons why a PIN or code is not checked at all. */
export const attemptRefusals = {
  'sign-in-locked': {
    status: 423,
    meaning:
      'Too many wrong ones from here: try again after Retry-After seconds, or set a new PIN by an e-mailed code.',
  },
  'code-needed': {
    status: 423,
    meaning:
      'Too many wrong PINs came for this card from many addresses: at a new address, set a new PIN by an e-mailed code, or ask a desk.',
  },
  'too-many-failures': {
    status: 429,
    meaning: 'Too many failed attempts came from this address or machine: try again after Retry-After seconds.',
  },
  'too-many-at-once': {
    status: 429,
    meaning: 'Too many attempts for this card at once: try again after Retry-After seconds.',
  },
} as const;

/** The reasons why a place of residence is refused. */
export const residenceRefusal = {
  'residence-unknown': { status: 422, meaning: 'The consortium has no such place of residence.' },
} as const;

/** The reasons why a description of a patron is refused. */
export const descriptionRefusals = {
  'category-unknown': { status: 422, meaning: 'The consortium has no such category.' },
  'category-age': { status: 422, meaning: 'The category is for another age, or goes by an age that is not known.' },
  'expired-already': { status: 422, meaning: 'The last good day is over.' },
  ...residenceRefusal,
  'class-unknown': { status: 422, meaning: 'The consortium has no such statistical class or code.' },
} as const;

/** A patron's category, e.g. `adult`: loan rules and card terms depend on it. */
export const categorySchema = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);

const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Statistical classes of the home library by name, e.g. `district: north`. Codes only, so that they hold nothing personal. */
export const classesSchema = z
  .record(code, code)
  .refine((classes) => Object.keys(classes).length <= 10, 'A patron has at most 10 statistical classes.');

/** The code of a place of residence: a municipality or district of the consortium's list. */
export const residenceSchema = code;

/** The fields that identify a block. */
export const blockBody = {
  code: z.enum(blockCodes),
  /** Everywhere in the consortium, or (by default) at the desk's own member. */
  everywhere: z.boolean().default(false),
  /** The reason. It is stored with the patron's notes and log of changes, which are erased with the patron; never in the block. */
  note: someLines(500).optional(),
};

/** The fields of a new block besides those that identify it. */
export const newBlockBody = {
  /** The last day on which it applies, today or later; without one it applies until it is lifted. */
  until: z.iso.date().optional(),
  /** The actions that it prevents; all when absent. */
  stops: z.array(z.enum(blockedActs)).min(1).max(blockedActs.length).optional(),
};

/** A block as shown. */
export const blockViewSchema = z.strictObject({
  code: z.string(),
  scope: z.string(),
  since: z.string(),
  until: z.string().optional(),
  stops: z.array(z.enum(blockedActs)).optional(),
});

/** The rights of a proxy; borrowing includes collecting. */
export const proxyActsSchema = z.array(z.enum(proxyActs)).min(1).max(proxyActs.length);

/** A proxy as shown to either side: the other patron, until when, and for what. */
export const proxyViewSchema = z.strictObject({
  patronId: z.string(),
  name: z.string(),
  until: z.string(),
  may: proxyActsSchema,
  ended: z.boolean(),
});

export const exampleProxy = {
  patronId: 'pat_01kaw5v7n0000000000000002z',
  name: 'Chidi Okafor',
  until: '2026-12-31',
  may: ['collect' as const],
  ended: false,
};

/** A patron who may be the same person. For another member's patron only the member is shown; a look-up by card shows more. */
export const possibleDuplicateSchema = z.strictObject({
  patronId: z.string(),
  homeMember: z.string(),
  reasons: z.array(z.enum(likenessReasons)),
  name: personNameSchema.optional(),
  birthDate: z.string().optional(),
  card: z.string().optional(),
  registeredAt: z.string().optional(),
});

export const examplePossibleDuplicate = {
  patronId: 'pat_01kaw5v7n0000000000000001z',
  homeMember: 'riverton',
  reasons: ['name-and-birth-date' as const],
  name: { family: 'Okafor', given: 'Amara' },
  birthDate: '1987-03-14',
  card: '21101000000024',
  registeredAt: '2026-03-02T10:00:00.000Z',
};

/** A session of a patron as shown to the patron; `current` is that of the request. */
export const sessionViewSchema = z.strictObject({
  sessionId: z.string(),
  current: z.boolean(),
  device: deviceSchema,
  signedInAt: z.string(),
  /** When it last got a token: about every 12 minutes while it is used. */
  refreshedAt: z.string(),
});

export const exampleSession = {
  sessionId: '07.q3Xw0Jr6mZc1Vt8yKb2nHd5sLf9uGa4eTi7oPx0wRz8',
  current: true,
  device: { kind: 'computer' as const, browser: 'firefox' as const },
  signedInAt: '2026-03-02T10:00:00.000Z',
  refreshedAt: '2026-03-02T10:24:00.000Z',
};

/** The state of an erasure. It has no patron id, which an Idempotency-Key would store for 24 hours. */
export const erasureSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('erasing') }),
  z.strictObject({
    state: z.literal('deferred'),
    /** The open loans, holds and bills, each with its id. */
    reasons: z.array(z.strictObject({ code: z.enum(['loan-open', 'hold-open', 'debt-open']), detail: z.string() })),
  }),
]);

export const exampleErasure = {
  state: 'deferred' as const,
  reasons: [{ code: 'loan-open' as const, detail: 'lon_01kb0000000000000000000000, due 2026-12-15T04:59:59.000Z' }],
};

/** The staff who change many patrons at once. */
export const batchRoles = ['desk-supervisor', 'member-admin'] as const;

export const batchParams = z.strictObject({
  memberId: memberIdSchema,
  batchId: z.string().regex(/^pbt_[0-9a-z]{26}$/),
});

/** A change of many patrons. `counts`: its patrons by outcome; complete after the preview, and right at any time of a run. */
export const patronBatchSchema = z.strictObject({
  batchId: z.string(),
  state: z.enum(batchStates),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  /** Absent when the patrons were named by card. */
  filter: batchFilterSchema.optional(),
  change: batchChangeSchema,
  counts: z.partialRecord(z.enum(lineStates), z.number().int()),
});

/** The change of a batch to a patron: the values before and after, or the reason for no change. */
export const patronBatchLineSchema = z.strictObject({
  patronId: z.string(),
  name: personNameSchema.optional(),
  card: z.string().optional(),
  state: z.enum(lineStates),
  from: batchValuesSchema.optional(),
  to: batchValuesSchema.optional(),
  /**
   * A refusal of an edit, `erasure-asked`, `unverified`; `branch-gone`: the home branch was closed meanwhile; `changed-since`: the patron
   * changed after the preview or after the batch.
   */
  reason: z.string().optional(),
});

export const batchRefusals = {
  'patron-batch-unknown': { status: 404, meaning: 'The member has no such batch.' },
} as const;

export const examplePatronBatch = {
  batchId: 'pbt_01kb0000000000000000000000',
  state: 'previewed' as const,
  at: '2026-11-24T15:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
  reason: 'End of the school year',
  filter: { category: 'pupil', expiresTo: '2026-12-31' },
  change: { expiresOn: '2027-08-31' },
  counts: { planned: 412, unchanged: 3, refused: 1 },
};

/** A patron's consent for another member. */
export const consentSchema = z.strictObject({
  memberId: memberIdSchema,
  /** The member may open the record (C76); required only where the consortium adopted an opt-in. */
  open: z.boolean(),
  /** The member also sees titles of loans made elsewhere (C77). */
  titles: z.boolean(),
});

/** A wallet of phones as shown to staff and patrons: whether patrons get passes for it, and from what, without keys. */
export const walletViewSchema = z.strictObject({
  wallet: z.enum(wallets),
  /** Patrons get passes now. */
  isOffered: z.boolean(),
  /** What signs the passes: the pass type at Apple, the issuer at Google. */
  issuer: z.string().optional(),
  /** The last day of the certificate. */
  endsOn: z.iso.date().optional(),
});

/** The wallets of the consortium with the version of their settings, which a change names. */
export const walletsViewSchema = z.strictObject({ wallets: z.array(walletViewSchema), v: z.int() });

/** Returns the settings of wallets in the format of the response, for a day. */
export const walletViews = (settings: WalletSettings, today: string): z.infer<typeof walletsViewSchema> => {
  const { apple, google, v } = settings;
  const about = {
    apple: apple && { issuer: apple.passTypeId, endsOn: apple.endsOn },
    google: google && { issuer: google.issuerId },
  };
  const views = wallets.map((wallet) => ({ wallet, isOffered: isOffered(settings, wallet, today), ...about[wallet] }));
  return { wallets: views, v };
};

/** The wallets, for examples in contracts. */
export const exampleWallets: z.infer<typeof walletsViewSchema> = {
  wallets: [
    { wallet: 'apple', isOffered: true, issuer: 'pass.org.example.card', endsOn: '2027-11-30' },
    { wallet: 'google', isOffered: false },
  ],
  v: 1,
};
