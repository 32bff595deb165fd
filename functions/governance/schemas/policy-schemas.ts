import * as z from 'zod';
import { policyDocumentSchema } from '../../../layers/records/policies/domain/document.ts';
import { type PolicyKind, policyBodies } from '../../policy-kinds.ts';

/** The kinds of policy. */
export const kindSchema = z.enum([
  'loan-rules',
  'floors',
  'blocks',
  'attribution',
  'fees',
  'resource-sharing',
  'patrons',
  'movement',
  'targeting',
  'holds',
  'cost-sharing',
  'notices',
  'billing',
  'free-tier',
  'price-book',
  'union-record',
]);

const adoptionOf = <K extends PolicyKind>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    /** From when on it is read; now when absent. */
    effectiveFrom: z.iso.datetime().optional(),
    decisionReference: z.string().min(1).max(200),
    body: policyBodies[kind],
  });

/**
 * A policy to be adopted: its body is judged by the schema of its kind. Prices are not among them: a change of these is proposed by
 * one and adopted by another (`finance-prepare-price-change`).
 */
export const adoptionSchema = z.discriminatedUnion('kind', [
  adoptionOf('loan-rules'),
  adoptionOf('floors'),
  adoptionOf('blocks'),
  adoptionOf('attribution'),
  adoptionOf('fees'),
  adoptionOf('resource-sharing'),
  adoptionOf('patrons'),
  adoptionOf('movement'),
  adoptionOf('targeting'),
  adoptionOf('holds'),
  adoptionOf('cost-sharing'),
  adoptionOf('notices'),
  adoptionOf('billing'),
  adoptionOf('free-tier'),
  adoptionOf('union-record'),
]);

/** A policy as adopted, as it is answered. */
export const policySchema = policyDocumentSchema;

/** What the examples of this context show. */
export const examplePolicy = {
  kind: 'blocks' as const,
  version: 1,
  effectiveFrom: '2026-07-01T00:00:00.000Z',
  decisionReference: 'Board 2026-05-12, item 4',
  adoptedBy: 'staff:stf_01kaw5v7n0000000000000000z',
  body: { maxLoans: 50, maxHolds: 20, owedLimit: 1000, perGroup: { dvd: 5 } },
};
