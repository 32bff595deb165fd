import * as z from 'zod';
import { personSchema } from '../domain/identity/person.ts';
import { contactConsentsSchema } from '../domain/record/contact-consents.ts';
import { blockedActs, type PatronStatus } from '../domain/record/patron-status.ts';

const block = z.object({
  code: z.string(),
  scope: z.string(),
  since: z.string(),
  by: z.string(),
  exceptAtHome: z.literal(true).exactOptional(),
  until: z.string().exactOptional(),
  stops: z.array(z.enum(blockedActs)).exactOptional(),
});

/** A patron's status as stored: what decides whether the patron may borrow, without personal data. */
export const storedStatus = z.object({
  patronId: z.string(),
  homeMember: z.string(),
  homeBranch: z.string(),
  category: z.string(),
  expiresOn: z.string(),
  minor: z.boolean(),
  guarantorId: z.string().exactOptional(),
  classes: z.record(z.string(), z.string()).exactOptional(),
  department: z.string().exactOptional(),
  classId: z.string().exactOptional(),
  residence: z.string().exactOptional(),
  temporary: z.literal(true).exactOptional(),
  erasureAsked: z.literal(true).exactOptional(),
  keepsHistory: z.literal(true).exactOptional(),
  receipts: z.literal(true).exactOptional(),
  consents: z.array(z.object({ memberId: z.string(), open: z.boolean(), titles: z.boolean() })).exactOptional(),
  blocks: z.array(block),
  uses: z.record(z.string(), z.string()).exactOptional(),
  counters: z.object({
    loans: z.number(),
    holds: z.number(),
    owed: z.number(),
    perGroup: z.record(z.string(), z.number()),
    claims: z.number().exactOptional(),
  }),
  dueFrom: z.string().exactOptional(),
  v: z.number(),
});

/** Decodes a stored patron status. */
export const readPatronStatus = (item: unknown): PatronStatus => storedStatus.parse(item);

/** A patron's personal data as stored: the one item that can be erased. `card` is the current number. */
export const storedPerson = z.object({
  patronId: z.string(),
  memberId: z.string(),
  person: personSchema,
  contactConsents: contactConsentsSchema.exactOptional(),
  card: z.string(),
  /** Numbers of cards of patrons who were merged into this one, when they keep working. */
  alsoCards: z.array(z.string()).exactOptional(),
  registeredAt: z.string(),
  v: z.number(),
});
export type StoredPerson = z.infer<typeof storedPerson>;

/** Returns all card numbers of a patron, the current one first. */
export const cardsOf = ({ card, alsoCards = [] }: Pick<StoredPerson, 'card' | 'alsoCards'>): string[] => [
  card,
  ...alsoCards,
];

/** A PIN as stored: its hash, and when it was set (epoch ms). */
export const storedPin = z.object({
  pinHash: z.string(),
  setAt: z.number(),
  /** When a replaced card last ended all sessions that the PIN began (epoch ms). */
  epoch: z.number().exactOptional(),
  v: z.number(),
});
export type StoredPin = z.infer<typeof storedPin>;

/** Returns the epoch of the sessions that a PIN begins now: those of another one are over. */
export const epochOf = ({ setAt, epoch = setAt }: StoredPin): number => epoch;
