import * as z from 'zod';
import { oneLine } from '../../../kernel/text/typed-text.ts';
import type { PolicyKind } from './policy-kind.ts';
import { latestBegun } from './versions.ts';

const head = {
  version: z.int().min(1),
  effectiveFrom: z.iso.datetime(),
  endsLater: z.literal(true).optional(),
  decisionReference: oneLine(200),
  adoptedBy: z.string().min(1).max(100),
  proposalId: z.string().max(40).exactOptional(),
  returnsTo: z.int().min(1).exactOptional(),
};

/**
 * Returns the schema of an adopted policy of one kind: never changed, only followed by a higher version. `decisionReference` names the
 * ballot (or the consortium admin's decision), `adoptedBy` the actor who entered it, `effectiveFrom` the instant from which it applies.
 * `proposalId` names the proposal whose ballot adopted it. `returnsTo` is the version whose body applies again after one for a limited time. `endsLater` means that the versions which were adopted before and would begin after it never begin.
 */
export const policyDocumentSchema = <N extends string, S extends z.ZodType>(kind: PolicyKind<N, S>) =>
  z.strictObject({ kind: z.literal(kind.name), ...head, body: kind.body });

/** The fields of every adopted policy besides its body. */
export const policyHeadSchema = z.strictObject({ kind: z.string().min(1), ...head, body: z.unknown() });

/** An adopted policy; of one kind when a type argument is given. */
export type PolicyDocument<K extends PolicyKind = PolicyKind> = {
  kind: K['name'];
  version: number;
  effectiveFrom: string;
  endsLater?: true | undefined;
  decisionReference: string;
  adoptedBy: string;
  proposalId?: string;
  returnsTo?: number;
  body: z.output<K['body']>;
};

const isOfKind = <K extends PolicyKind>(document: PolicyDocument, kind: K): document is PolicyDocument<K> =>
  document.kind === kind.name;

/** Returns the documents of one kind, in their order. */
export const ofKind = <K extends PolicyKind>(documents: readonly PolicyDocument[], kind: K): PolicyDocument<K>[] => {
  const found: PolicyDocument<K>[] = [];
  for (const document of documents) if (isOfKind(document, kind)) found.push(document);
  return found;
};

/** Returns the document of a kind in force at an instant, of all its versions. */
export const inForce = <K extends PolicyKind>(
  documents: readonly PolicyDocument[],
  kind: K,
  at: string,
): PolicyDocument<K> | undefined => {
  return latestBegun(ofKind(documents, kind), at);
};
