import * as z from 'zod';

/** The state of one side: its name in the table and what people call it. */
const stateSchema = z.strictObject({ state: z.string(), label: z.string(), meaning: z.string() });

/** A button: what may be done now by the person who looks. `askId` is there when the step must name its ask. */
export const actionSchema = z.strictObject({
  trigger: z.string(),
  label: z.string(),
  to: z.string(),
  askId: z.string().optional(),
});

/** One supplier asked: until when it had time, what it answered, how it ended. Instants are ISO 8601 UTC. */
export const askViewSchema = z.strictObject({
  askId: z.string(),
  ordinal: z.number().int(),
  supplierMember: z.string(),
  supplier: stateSchema,
  itemId: z.string().optional(),
  askedAt: z.string(),
  answerBy: z.string(),
  answeredAt: z.string().optional(),
  answer: z.enum(['will-supply', 'unfilled', 'loaned']).optional(),
  /** ISO 18626 reasonUnfilled. */
  reason: z.string().optional(),
  closedAt: z.string().optional(),
  outcome: z.string().optional(),
});
export type AskView = z.infer<typeof askViewSchema>;

/** One line of the history. `by` never names a patron; staff are named to their own member only. */
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

/** A place on the rota: the score (0 to 1000) and, factor by factor, why. */
export const rotaEntryViewSchema = z.strictObject({
  member: z.string(),
  itemId: z.string().optional(),
  /** Its round, when it is asked after the members. */
  tier: z.enum(['partner', 'last-resort']).optional(),
  score: z.number(),
  factors: z.array(
    z.strictObject({
      factor: z.string(),
      value: z.number(),
      weight: z.number(),
      points: z.number(),
      why: z.string(),
    }),
  ),
});

/** A request in a list: how far it is, whether it waits for staff. */
export const loanRequestRowSchema = z.strictObject({
  requestId: z.string(),
  recordId: z.string(),
  requesterMember: z.string(),
  pickupBranch: z.string(),
  serviceLevel: z.enum(['normal', 'rush', 'express']),
  placedAt: z.string(),
  needBy: z.string().optional(),
  status: stateSchema,
  /** Staff of the side that looks have to do something. */
  needsAttention: z.boolean(),
  attention: z.string().optional(),
  /** The ask that is meant, in a supplier's queue; elsewhere the open one. */
  askId: z.string().optional(),
  supplierMember: z.string().optional(),
  answerBy: z.string().optional(),
  barcode: z.string().optional(),
  due: z.string().optional(),
});
export type LoanRequestRow = z.infer<typeof loanRequestRowSchema>;

/**
 * A request as one side sees it: the requester's staff see all, a supplier its own asks and never the patron, the patron
 * the way of the item. `patronId` is for staff of the requester alone.
 */
export const loanRequestViewSchema = z.strictObject({
  ...loanRequestRowSchema.shape,
  seenAs: z.enum(['requester', 'supplier', 'patron']),
  patronId: z.string().optional(),
  itemId: z.string().optional(),
  rota: z.array(rotaEntryViewSchema),
  asks: z.array(askViewSchema),
  steps: z.array(stepViewSchema),
  actions: z.array(actionSchema),
});
export type LoanRequestView = z.infer<typeof loanRequestViewSchema>;
