import * as z from 'zod';
import { floorsSchema } from '../../../layers/records/policies/domain/floors.ts';
import {
  loanRuleSchema,
  loanRulesSchema,
  ruleValuesSchema,
} from '../../../layers/records/policies/domain/loan-rules.ts';
import { matrixValues } from '../domain/loans/loan-rule-matrix.ts';
import { explainSchema } from './decisions.ts';

const { shape } = ruleValuesSchema;

const outcomeSchema = z.strictObject({
  values: z.strictObject({
    lendable: shape.lendable,
    requestOnly: shape.requestOnly,
    holdable: shape.holdable,
    loanPeriod: shape.loanPeriod,
    renewals: shape.renewals,
    maxLoans: shape.maxLoans,
    maxHolds: shape.maxHolds,
    finePerDay: shape.finePerDay,
    finePerHour: shape.finePerHour,
    graceDays: shape.graceDays,
    /** An amount: a share of the price is of the charge for a lost item here. */
    fineCap: z.number().int().nullable(),
    lostCharge: shape.lostCharge,
    holdShelfDays: shape.holdShelfDays,
  }),
  /** The id of the rule that gave each value; `base` is the document's own. */
  from: z.record(z.enum(matrixValues), z.string()),
});

/** The loan rules in force as one library's items meet them at one desk. */
export const loanRulesViewSchema = z.strictObject({
  version: z.number().int(),
  effectiveFrom: z.string(),
  decisionReference: z.string(),
  currency: z.string(),
  deciders: loanRulesSchema.shape.deciders,
  patronCategories: z.array(z.string()),
  outcomes: z.array(outcomeSchema),
  /** For each item type the outcome of each patron category, by its place in `outcomes`. */
  cells: z.array(z.strictObject({ itemCategory: z.string(), outcomes: z.array(z.number().int()) })),
  /** The rules that apply to any of the cells, as adopted. */
  rules: z.array(loanRuleSchema),
  bounds: floorsSchema.shape.bounds,
  /** Of one case: for each value the rule that gave it, and the rules that were considered. */
  case: explainSchema.shape.values.exactOptional(),
});
export type LoanRulesView = z.infer<typeof loanRulesViewSchema>;
