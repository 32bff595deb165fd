import { cqlOf, type Wanted } from '../domain/targets/target-query.ts';
import { type Copying, copyFromTarget } from './copy-from-target.ts';

/**
 * Searches a target by criteria, from a position on. Returns what `copyFromTarget` returns, or `nothing-sought` without a criterion.
 */
export const findInTarget = async (
  copying: Copying,
  { target, from, ...wanted }: Wanted & { target: string; from: number },
) => {
  const cql = cqlOf(wanted);
  return cql === undefined ? ('nothing-sought' as const) : copyFromTarget(copying, { target, cql, from });
};
