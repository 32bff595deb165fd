import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { latestBegun } from '../../../layers/records/policies/domain/latest-begun.ts';
import { type Leads, leadsOf, unionRecordSchema } from '../domain/union/leading.ts';

const KIND = 'union-record';
/** As long as every policy is cached. */
const CACHE_MS = 60_000;

/** Decodes only what is read here: the schemas of all kinds of policy would enlarge every function that shows a record. */
const stored = z.object({ version: z.number(), effectiveFrom: z.string(), body: unionRecordSchema });

/** Returns the kinds in which a member's records lead, if any. */
export type LeadsOf = (memberId: string) => Leads | undefined;

/**
 * Returns whose records lead in union records by the policy in force at a time (epoch ms), cached for 60 s; nobody's when none was adopted.
 */
export const leadingMembers = (table: Table): ((now: number) => Promise<LeadsOf>) => {
  const known = cachedFor(CACHE_MS, async () =>
    (await table.queryAll({ partition: `POLICY#${KIND}` })).map((row) => stored.parse(row)),
  );
  return async (now) => {
    const policy = latestBegun(await known(KIND, now), iso(now));
    return (memberId) => policy && leadsOf(policy.body, memberId);
  };
};
