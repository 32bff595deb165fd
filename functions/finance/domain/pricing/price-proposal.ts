import * as z from 'zod';
import { preparedFields } from '../preparation.ts';
import { priceChangeSchema } from './price-change.ts';

/** A proposed price change: its content, and the decision. Its preparers are all who proposed since the last adoption. */
export const priceProposalSchema = z.strictObject({
  state: z.enum(['prepared', 'adopted']),
  effectiveFrom: z.iso.datetime(),
  decisionReference: z.string(),
  body: priceChangeSchema,
  ...preparedFields,
});
export type PriceProposal = z.infer<typeof priceProposalSchema>;
