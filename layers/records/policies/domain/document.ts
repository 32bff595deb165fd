import * as z from 'zod';
import { type PolicyBody, type PolicyKind, policyBodies } from '../../../../functions/policy-kinds.ts';
import { latestBegun } from './latest-begun.ts';

const adoption = {
  version: z.int().min(1),
  effectiveFrom: z.iso.datetime(),
  decisionReference: z.string().min(1).max(200),
  adoptedBy: z.string().min(1).max(100),
};

const documentOf = <K extends PolicyKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), ...adoption, body: policyBodies[kind] });

/**
 * A policy as adopted: never changed, only followed by a higher version. `decisionReference` names the ballot (or the
 * consortium admin's decision), `adoptedBy` the actor who entered it, `effectiveFrom` the instant from which it is read.
 */
export const policyDocumentSchema = z.discriminatedUnion('kind', [
  documentOf('loan-rules'),
  documentOf('floors'),
  documentOf('blocks'),
  documentOf('attribution'),
  documentOf('fees'),
  documentOf('resource-sharing'),
  documentOf('patrons'),
  documentOf('movement'),
  documentOf('targeting'),
  documentOf('holds'),
  documentOf('cost-sharing'),
  documentOf('notices'),
  documentOf('billing'),
  documentOf('free-tier'),
  documentOf('price-book'),
  documentOf('union-record'),
]);

export type PolicyDocument<K extends PolicyKind = PolicyKind> = {
  [Kind in K]: {
    kind: Kind;
    version: number;
    effectiveFrom: string;
    decisionReference: string;
    adoptedBy: string;
    body: PolicyBody<Kind>;
  };
}[K];

const isOfKind = <K extends PolicyKind>(
  document: PolicyDocument,
  kind: K,
): document is PolicyDocument<K> & PolicyDocument => document.kind === kind;

/** The document of a kind that is in force at an instant: the latest begun, the higher version where two begin together. */
export const inForce = <K extends PolicyKind>(
  documents: readonly PolicyDocument[],
  kind: K,
  at: string,
): PolicyDocument<K> | undefined => {
  const ofKind: PolicyDocument<K>[] = [];
  for (const document of documents) if (isOfKind(document, kind)) ofKind.push(document);
  return latestBegun(ofKind, at);
};
