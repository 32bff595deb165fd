import * as z from 'zod';
import type { Citation } from '../../../layers/kernel/citation/citation.ts';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import type { CostClaim } from '../domain/charges/cost-claim.ts';
import type { Ask, LoanRequest, PossibleRecord, Step, Timer } from '../domain/requests/request.ts';
import type { Excluded, RotaEntry } from '../domain/rota/rota.ts';
import type { AskOutcome, RequesterState, SupplierState } from '../domain/workflow/states.ts';
import { TABLE } from '../domain/workflow/transitions.ts';

const text = z.string();
const has = <K extends string>(table: Record<K, unknown>, name: unknown): name is K =>
  typeof name === 'string' && Object.hasOwn(table, name);
const requesterState = z.custom<RequesterState>((state) => has(TABLE.requester, state));
const supplierState = z.custom<SupplierState>((state) => has(TABLE.supplier, state));
const counts = z.object({ requester: z.number(), supplier: z.number() });
// Only the domain writes these values: its types define their names, which are not validated again.
const timer = z.custom<Timer>((value) => typeof value === 'object' && value !== null && 'trigger' in value);
const step = z.custom<Step>((value) => typeof value === 'object' && value !== null && 'trigger' in value);
const rotaEntry = z.custom<RotaEntry>((value) => typeof value === 'object' && value !== null && 'member' in value);

const excluded = z.custom<Excluded>((value) => typeof value === 'object' && value !== null && 'reason' in value);

const attention = z.custom<NonNullable<LoanRequest['attention']>>((value) => typeof value === 'string').optional();
const undelivered = z.object({ message: text.exactOptional(), error: text }).optional();
const list = z.array(text).optional();
const terms = z.object({
  conditions: list,
  cost: moneySchema.optional(),
  retryAfter: text.optional(),
  retryBefore: text.optional(),
  editions: list,
  volumes: list,
  formats: list,
  service: z.enum(['loan', 'copy']).optional(),
});

const possibleRecord = z.custom<PossibleRecord>(
  (value) => typeof value === 'object' && value !== null && 'recordId' in value,
);

/** The head of a stored request: all but its rota, asks and steps. `counted`: it counts among the patron's holds. */
export const storedHead = z.object({
  requestId: text,
  kind: z.enum(['consortium-loan', 'outside-loan', 'outside-supply']),
  // Requests from before copies could be requested are loans.
  service: z.enum(['loan', 'copy', 'copy-or-loan']).default('loan'),
  recordId: text,
  patron: z.object({ patronId: text }).optional(),
  requesterMember: text,
  pickupBranch: text,
  serviceLevel: z.enum(['normal', 'rush', 'express']),
  needBy: text.optional(),
  placedAt: text,
  state: requesterState,
  attention,
  undelivered,
  timers: z.object({ requester: timer.optional(), supplier: timer.optional() }),
  itemId: text.optional(),
  barcode: text.optional(),
  due: text.optional(),
  recalledTo: text.optional(),
  citation: z.custom<Citation>((value) => typeof value === 'object' && value !== null && 'kind' in value).optional(),
  maxCost: moneySchema.optional(),
  asksOutside: z.literal(true).optional(),
  possibleRecords: z.array(possibleRecord).optional(),
  ruledOut: list,
  terms: terms.optional(),
  holdsReturn: z.literal(true).optional(),
  reportedEnd: z.enum(['home', 'lost']).optional(),
  claims: z
    .array(z.custom<CostClaim>((value) => typeof value === 'object' && value !== null && 'charge' in value))
    .optional(),
  documentId: text.optional(),
  partner: z
    .object({
      requestId: text,
      requestingAgency: text,
      deliverTo: z.array(text).optional(),
      sendCopyTo: text.optional(),
      copyrightCompliance: text.optional(),
      anyOfUs: z.literal(true).optional(),
    })
    .optional(),
  handedIn: z
    .object({ partnerId: text, number: text, from: text, to: text, notifiedStatus: text.exactOptional() })
    .optional(),
  givenUp: z.object({ at: text, messageId: text }).optional(),
  counted: z.boolean(),
  steps: z.number(),
  v: z.number(),
});

/** A stored ask, with the fields of its request that a supplier's queue shows: never the patron. */
export const storedAsk = z.object({
  ordinal: z.number(),
  askId: text,
  supplierMember: text,
  itemId: text.optional(),
  supplierState,
  askedAt: text,
  answerBy: text,
  answeredAt: text.optional(),
  answer: z.enum(['will-supply', 'unfilled', 'loaned', 'terms', 'copy']).optional(),
  reason: text.optional(),
  offer: terms
    .extend({ reason: text.optional(), agreed: z.literal(true).optional(), afterRefusal: z.literal(true).optional() })
    .optional(),
  supplierRequestId: text.optional(),
  expectedAt: text.optional(),
  attention,
  undelivered,
  cameAnyway: z.enum(['item', 'copy']).optional(),
  closedAt: text.optional(),
  outcome: z.custom<AskOutcome>((value) => typeof value === 'string').optional(),
  sent: counts,
  seen: counts,
});

export const storedStep = z.object({ step });
export const storedRota = z.object({ entries: z.array(rotaEntry), excluded: z.array(excluded).optional() });

type Loose<T> = { [K in keyof T]: T[K] | undefined };
/** Removes names with the value undefined, which zod retains. */
const compact = <T extends object>(value: Loose<T>): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** Reads a request's head from a stored item, with the fields that only the store knows. */
export const readHead = (item: unknown) => {
  const { counted, steps, ...head } = storedHead.parse(item);
  return { head: compact<Omit<LoanRequest, 'rota' | 'asks' | 'history'>>(head as never), counted, steps };
};

/** Reads an ask from a stored item. */
export const readAsk = (item: unknown): Ask => compact<Ask>(storedAsk.parse(item) as never);
