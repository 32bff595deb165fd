import * as z from 'zod';
import { publishedElsewhere } from '../../../events/published.ts';
import { isPartner } from '../../../layers/kernel/identity/party.ts';

type Image = Readonly<Record<string, unknown>> | undefined;
type Change = { before?: Image; after?: Image; at: number };
type Published = { cause: string; name: keyof typeof publishedElsewhere; detail: unknown; source: string };

const iso = (at: number): string => new Date(at).toISOString();
const requestRow = z.object({
  ...{ requestId: z.string(), recordId: z.string(), requesterMember: z.string() },
  ...{ state: z.string(), v: z.number() },
});
const policyRow = z.object({ kind: z.string(), version: z.number(), effectiveFrom: z.string() });

const published = (name: Published['name'], cause: string, about: object): Published[] => {
  const { schema, version, source } = publishedElsewhere[name];
  return [{ name, cause, source, detail: schema.parse({ version, ...about }) }];
};

/** Returns the fact of an interlibrary request that has another state. A library outside is not named. */
export const factsOfRequest = ({ before, after, at }: Change) => {
  const { requestId, recordId, requesterMember: requester, state, v } = requestRow.parse(after);
  if (before?.state === state) return [];
  const [cause, members] = isPartner(requester) ? ['consortium', {}] : [requester, { requester }];
  const about = { id: `${requestId}:${v}`, at: iso(at), requestId, recordId, state, members };
  return published('loan-request-changed', cause ?? 'consortium', about);
};

/** Returns the fact of an adopted policy. */
export const factsOfPolicy = ({ after, at }: Change) => {
  const { kind, version, effectiveFrom } = policyRow.parse(after);
  const about = { id: `policy:${kind}:${version}`, at: iso(at), kind, policyVersion: version, effectiveFrom };
  return published('policy-adopted', 'consortium', about);
};

/** Returns the fact of a month that was closed now. */
export const factsOfPeriod = ({ before, after, at }: Change) => {
  if (after?.state !== 'closed' || before?.state === 'closed') return [];
  return published('period-closed', 'consortium', { id: `period:${after.month}`, at: iso(at), month: after.month });
};
