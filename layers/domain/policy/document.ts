import * as z from 'zod';
import { millis } from '../calendar/days.ts';
import { type PolicyBody, type PolicyKind, policyBodies } from './bodies.ts';

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

const later = (one: PolicyDocument, other: PolicyDocument): number =>
  millis(other.effectiveFrom) - millis(one.effectiveFrom) || other.version - one.version;

/** The document of a kind that is in force at an instant: the latest begun, the higher version where two begin together. */
export const inForce = <K extends PolicyKind>(
  documents: readonly PolicyDocument[],
  kind: K,
  at: string,
): PolicyDocument<K> | undefined => {
  const begun: PolicyDocument<K>[] = [];
  for (const document of documents.toSorted(later)) {
    if (isOfKind(document, kind) && millis(document.effectiveFrom) <= millis(at)) begun.push(document);
  }
  return begun[0];
};
