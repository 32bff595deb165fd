import { type PublishedName, published } from '../../../events/published.ts';
import type { RelayedFact } from './relay.ts';

const isPublished = (name: string): name is PublishedName => Object.hasOwn(published, name);

/** Gives a fact as subscribers outside get it: ids of item, record, branch and members, never of a person, a loan or a hold. Nothing when it is not published. */
export const publicFact = ({
  id,
  fact,
  recordId,
}: RelayedFact): { name: PublishedName; detail: unknown } | undefined => {
  const { name, at, itemId, branchId, members, detail = {} } = fact;
  if (!isPublished(name)) return undefined;
  const { version, schema } = published[name];
  const about = { id, version, at, itemId, recordId, branchId, members, due: detail.due, state: detail.state };
  return { name, detail: schema.parse(about) };
};
