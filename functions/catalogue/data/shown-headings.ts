import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { headingsKind, type ShowHeadings, showHeadingsBy } from '../domain/views/shown-headings.ts';

/** Returns how headings are shown at a time (epoch ms). */
export type HeadingsAt = (now: number) => Promise<ShowHeadings>;

/** Returns how the policy in force shows headings, cached for 60 s; as in the records when none was adopted. */
export const shownHeadings = (table: Table): HeadingsAt => {
  const policies = policyStore(table);
  return async (now) => showHeadingsBy((await policies.inForce(headingsKind, now))?.body);
};
