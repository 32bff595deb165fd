import { type PublishedName, published } from '../../../../events/published.ts';
import type { RelayedFact } from './relay.ts';

const isPublished = (name: string): name is PublishedName => Object.hasOwn(published, name);

/**
 * Returns a fact as published to external subscribers: ids of item, record, branch and members, never of a person, a loan or a hold.
 * Undefined when it is not published.
 */
export const publicFact = ({
  id,
  fact,
  recordId,
}: RelayedFact): { name: PublishedName; detail: unknown } | undefined => {
  const { name, at, itemId, branchId, members, detail = {} } = fact;
  if (!isPublished(name)) return undefined;
  const { version, schema } = published[name];
  const about = { id, version, at, itemId, recordId, branchId, members, due: detail.due };
  const changed = { state: detail.state ?? detail.to, outcome: detail.cause };
  return { name, detail: schema.parse({ ...about, ...changed }) };
};
