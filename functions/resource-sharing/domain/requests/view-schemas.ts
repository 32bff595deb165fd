import * as z from 'zod';
import { citationSchema } from '../../../../layers/kernel/citation/citation-schema.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { claimedCharges } from '../charges/cost-claim.ts';
import { stepFieldNames, stepsAtOnce } from '../workflow/step-fields.ts';
import { workGroups } from '../workflow/work-groups.ts';

/** The state of one side: its name in the table and its label. */
const stateSchema = z.strictObject({ state: z.string(), label: z.string(), meaning: z.string() });

/**
 * A possible next step of the viewer. `askId` is present when the step must name its ask; `usual` marks the most
 * frequent next step; `atOnce` is the step's name when several requests can take it together.
 */
export const actionSchema = z.strictObject({
  trigger: z.string(),
  label: z.string(),
  to: z.string(),
  askId: z.string().optional(),
  usual: z.literal(true).optional(),
  atOnce: z.enum(stepsAtOnce).optional(),
  /** The step ends the request for this side. */
  ends: z.literal(true).optional(),
  /**
   * The fields of its form, whether they are required, and the codes to choose from. `max-cost`: the agreement must name a
   * higher maximum (`maxCost`), because the supplier asks more.
   */
  fields: z
    .array(
      z.strictObject({
        field: z.enum([...stepFieldNames, 'max-cost']),
        must: z.boolean(),
        options: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});
export type ActionView = z.infer<typeof actionSchema>;

/** Terms as displayed: ISO 18626 codes as the supplier wrote them, the cost in minor units. */
export const termsViewSchema = z.strictObject({
  conditions: z.array(z.string()).optional(),
  cost: moneySchema.optional(),
  retryAfter: z.string().optional(),
  retryBefore: z.string().optional(),
  editions: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  formats: z.array(z.string()).optional(),
  service: z.enum(['loan', 'copy']).optional(),
});

const claimViewSchema = z.strictObject({
  charge: z.enum(claimedCharges),
  askId: z.string(),
  cost: moneySchema.optional(),
  decided: z.enum(['accepted', 'refused']).optional(),
});

/** One ask of a supplier: its deadline, its answer, its end. Instants are ISO 8601 UTC. */
export const askViewSchema = z.strictObject({
  askId: z.string(),
  ordinal: z.number().int(),
  supplierMember: z.string(),
  supplier: stateSchema,
  itemId: z.string().optional(),
  askedAt: z.string(),
  answerBy: z.string(),
  answeredAt: z.string().optional(),
  answer: z.enum(['will-supply', 'unfilled', 'loaned', 'terms', 'copy']).optional(),
  /** ISO 18626 reasonUnfilled. */
  reason: z.string().optional(),
  offer: z
    .strictObject({
      ...termsViewSchema.shape,
      reason: z.string().optional(),
      agreed: z.literal(true).optional(),
      /** It refused what it did not find as cited: it can be asked again with a better citation. */
      afterRefusal: z.literal(true).optional(),
    })
    .optional(),
  /** The supplier’s own number for the request. */
  supplierRequestId: z.string().optional(),
  /** When the supplier expects it to arrive. */
  expectedAt: z.string().optional(),
  attention: z.string().optional(),
  undelivered: z.strictObject({ message: z.string().optional(), error: z.string() }).optional(),
  /** It sent this after its ask had ended. */
  cameAnyway: z.enum(['item', 'copy']).optional(),
  closedAt: z.string().optional(),
  outcome: z.string().optional(),
});
export type AskView = z.infer<typeof askViewSchema>;

/** A record of the catalogue that may be what is wanted. */
export const possibleRecordSchema = z.strictObject({
  recordId: z.string(),
  title: z.string(),
  author: z.string().optional(),
  year: z.number().int().optional(),
  format: z.string(),
});

/** One entry of the history. `by` never names a patron; staff are named to their own member only. */
export const stepViewSchema = z.strictObject({
  at: z.string(),
  side: z.enum(['requester', 'supplier']),
  trigger: z.string(),
  label: z.string(),
  from: z.string(),
  to: z.string(),
  by: z.enum(['staff', 'patron', 'partner', 'system']),
  branch: z.string().optional(),
  askId: z.string().optional(),
  note: z.string().optional(),
});
export type StepView = z.infer<typeof stepViewSchema>;

/** A place on the rota: its score (0 to 1000), and the reason factor by factor. */
export const rotaEntryViewSchema = z.strictObject({
  member: z.string(),
  itemId: z.string().optional(),
  /** Its round, when it is asked after the members. */
  tier: z.enum(['partner', 'last-resort']).optional(),
  score: z.number(),
  /** Skipped on its turn, and why. */
  skipped: z.strictObject({ at: z.string(), reason: z.string() }).optional(),
  factors: z.array(
    z.strictObject({
      factor: z.string(),
      value: z.number(),
      weight: z.number(),
      points: z.number(),
      why: z.string(),
      /** The figures of `why`: which sentence, and its numbers. */
      figures: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

/** A request in a list: its item, its state, whether it waits for staff, and the possible steps. */
export const loanRequestRowSchema = z.strictObject({
  requestId: z.string(),
  kind: z.enum(['consortium-loan', 'outside-loan', 'outside-supply']),
  service: z.enum(['loan', 'copy', 'copy-or-loan']),
  recordId: z.string(),
  /** The title of the record, or of the citation. */
  title: z.string().optional(),
  citation: citationSchema.optional(),
  requesterMember: z.string(),
  pickupBranch: z.string(),
  serviceLevel: z.enum(['normal', 'rush', 'express']),
  placedAt: z.string(),
  needBy: z.string().optional(),
  status: stateSchema,
  /** Staff of the viewer's side have to act. */
  needsAttention: z.boolean(),
  attention: z.string().optional(),
  /** The message that did not reach the partner, by its name in the workflow, and why. */
  undelivered: z.strictObject({ message: z.string().optional(), error: z.string() }).optional(),
  /** The work group of this side; none at an end, and none for a patron. */
  group: z.enum(workGroups).optional(),
  /** The ask in a supplier's queue; elsewhere the open one. */
  askId: z.string().optional(),
  /** The supplier that is asked now, or that has supplied. */
  supplierMember: z.string().optional(),
  answerBy: z.string().optional(),
  barcode: z.string().optional(),
  due: z.string().optional(),
  actions: z.array(actionSchema),
  /** The terms of the supply, with its conditions. */
  terms: termsViewSchema.optional(),
  /** The copy that was sent, if any: for the requester’s staff, and for the patron after delivery. */
  documentId: z.string().optional(),
});
export type LoanRequestRow = z.infer<typeof loanRequestRowSchema>;

/**
 * A request as one side sees it: the requester's staff see all, a supplier its own asks and never the patron, the
 * patron the progress of the item. `patronId` is for staff of the requester alone.
 */
export const loanRequestViewSchema = z.strictObject({
  ...loanRequestRowSchema.shape,
  seenAs: z.enum(['requester', 'supplier', 'patron']),
  patronId: z.string().optional(),
  /** Records that may be what is wanted, and those that are not, as the patron stated: for the requester’s staff. */
  possibleRecords: z.array(possibleRecordSchema).optional(),
  ruledOut: z.array(z.string()).optional(),
  itemId: z.string().optional(),
  rota: z.array(rotaEntryViewSchema),
  /** The libraries that are not asked, and why: for the requester’s staff. */
  excluded: z
    .array(z.strictObject({ member: z.string(), itemId: z.string().optional(), reason: z.string() }))
    .optional(),
  asks: z.array(askViewSchema),
  steps: z.array(stepViewSchema),
  /** The maximum cost, and the terms agreed with the supplier. */
  maxCost: moneySchema.optional(),
  terms: termsViewSchema.optional(),
  /** The supplier asks the borrower to retain the item for now. */
  holdsReturn: z.literal(true).optional(),
  documentId: z.string().optional(),
  /** A partner's claim above the agreed cost, and the decision on it; without a cost, it named none. */
  claims: z.array(claimViewSchema).optional(),
  /** The delivery address of an external requester, in lines. */
  deliverTo: z.array(z.string()).optional(),
  /** The copyright rule that an external requester states: ISO 18626 copyrightCompliance, or that it stated none. */
  copyright: z.union([z.strictObject({ states: z.string() }), z.strictObject({ missing: z.literal(true) })]).optional(),
});
export type LoanRequestView = z.infer<typeof loanRequestViewSchema>;
