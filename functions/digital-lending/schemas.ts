import * as z from 'zod';
import { memberIdSchema } from '../../layers/kernel/identity/member-id.ts';
import type { Refusal } from '../../layers/platform/http/contract.ts';
import { attemptRefusals } from '../patrons/public/attempt-refusals.ts';
import { collectionIdSchema, vendorKinds } from './domain/collection.ts';

const count = z.number().int().min(0);

/** The roles of staff that read collections. */
export const collectionReaders = ['admin', 'member-admin', 'cataloguer'] as const;

/** The path of a title of a collection. */
export const titlePath = z.strictObject({
  collectionId: collectionIdSchema,
  titleKey: z.string().regex(/^[0-9a-f]{20}$/),
});
/** A title of a collection in one word. */
export const titleNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,29}_[0-9a-f]{20}$/);
export const collectionPath = z.strictObject({ collectionId: collectionIdSchema });

/** An e-book of a record: how it can be had now. `isLive`: as the vendor says at this moment, else as of the last harvest. */
export const digitalTitleViewSchema = z.strictObject({
  collectionId: z.string(),
  titleKey: z.string(),
  collection: z.string(),
  medium: z.enum(['ebook', 'audiobook']),
  state: z.enum(['available', 'unlimited', 'waiting']),
  copies: count.optional(),
  free: count.optional(),
  waiting: count.optional(),
  isLive: z.boolean(),
  /** The members whose patrons may borrow it. */
  members: z.array(z.string()),
});
export type DigitalTitleView = z.infer<typeof digitalTitleViewSchema>;

/** A title that a patron has borrowed, or waits for, at a vendor. */
export const patronTitleViewSchema = z.strictObject({
  collectionId: z.string(),
  titleKey: z.string(),
  title: z.string(),
  is: z.enum(['loan', 'waiting', 'ready']),
  /** The end of the loan, or until when a hold that is ready waits. */
  until: z.iso.datetime().optional(),
  position: count.optional(),
  /** Where a browser opens it. */
  read: z.string().optional(),
  recordId: z.string().optional(),
});
export type PatronTitleView = z.infer<typeof patronTitleViewSchema>;

/** A collection as staff see it. `licences`: of all its titles, each counted once however many members share it. */
export const digitalCollectionViewSchema = z.strictObject({
  collectionId: z.string(),
  name: z.string(),
  vendor: z.enum(vendorKinds),
  address: z.string(),
  members: z.array(memberIdSchema),
  memberId: memberIdSchema.optional(),
  username: z.string().optional(),
  paused: z.boolean(),
  /** Its contract has ended: `harvest.titles` are those that are not withdrawn yet. */
  ended: z.boolean(),
  harvest: z
    .strictObject({
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().optional(),
      ...{ titles: count, licences: count, unreadable: count },
      problem: z.string().optional(),
    })
    .optional(),
  version: count,
});
export type DigitalCollectionView = z.infer<typeof digitalCollectionViewSchema>;

export const vendorRefusals = {
  'unknown-title': { status: 404, meaning: 'No collection of the patron’s library has this title.' },
  'sign-in-needed': { status: 409, meaning: 'The patron has to sign in at the vendor first, or again.' },
  'card-not-accepted': { status: 409, meaning: 'The vendor does not accept the card: it is expired or suspended.' },
  'fees-at-vendor': { status: 409, meaning: 'The vendor does not lend to this patron because of open fees.' },
  'loan-limit': { status: 409, meaning: 'The patron has as many loans at the vendor as it permits.' },
  'hold-limit': { status: 409, meaning: 'The patron has as many holds at the vendor as it permits.' },
  'already-borrowed': { status: 409, meaning: 'The patron has this title already.' },
  'no-copy-free': { status: 409, meaning: 'All licences of this title are lent.' },
  'not-lent': { status: 409, meaning: 'The vendor no longer has a licence of this title.' },
  'title-not-held': { status: 409, meaning: 'The patron has neither a loan nor a hold of this title.' },
  'vendor-refused': { status: 409, meaning: 'The vendor refuses without a reason that is known here.' },
  'vendor-silent': { status: 409, meaning: 'The vendor does not answer at the moment.' },
  'vendor-unreadable': { status: 409, meaning: 'The vendor answers what is no OPDS document.' },
  'vendor-needs-tokens': {
    status: 409,
    meaning: 'The vendor would need the PIN with each request, which is not stored.',
  },
} as const satisfies Record<string, Refusal>;

export const signInRefusals = {
  ...vendorRefusals,
  ...attemptRefusals,
  'unknown-collection': { status: 404, meaning: 'There is no such collection for the patron’s library.' },
  'vendor-sign-in-refused': { status: 422, meaning: 'The vendor does not accept the card number with this PIN.' },
} as const satisfies Record<string, Refusal>;

export const examplePatronTitle: PatronTitleView = {
  ...{ collectionId: 'palace', titleKey: '0123456789abcdef0123', title: 'Pride and prejudice', is: 'loan' },
  ...{ until: '2026-12-22T10:00:00.000Z', read: 'https://palace.example.org/read/1' },
  recordId: 'rec_01kb0000000000000000000000',
};
export const exampleTitle: DigitalTitleView = {
  ...{ collectionId: 'palace', titleKey: '0123456789abcdef0123', collection: 'E-books', medium: 'ebook' },
  ...{ state: 'waiting', copies: 2, free: 0, waiting: 3, isLive: true, members: ['riverton'] },
};
export const exampleCollection: DigitalCollectionView = {
  ...{ collectionId: 'palace', name: 'E-books', vendor: 'opds', address: 'https://palace.example.org/feed' },
  ...{ members: ['riverton', 'lakeshore'], paused: false, ended: false, version: 1 },
};
