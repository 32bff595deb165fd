import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ActNote } from '../data/source-act-store.ts';
import type { mappingDeps } from '../deps.ts';
import { memberOfSource } from '../domain/source-id.ts';
import type { Audience } from '../domain/visibility/visibility.ts';
import { hidePart } from './hide-part.ts';

/** A member's record, its copies at one branch, or one copy. */
type Part = { sourceId: string } | { sourceId: string; branchId: string } | { sourceId: string; itemId: string };
type Visibility = { what: Part; hiddenFrom: Audience[] };
type Input = Visibility & { memberId: string; note: () => ActNote; keep: Keep<Visibility> };

/** Hides a part of a member's contribution from these audiences, or shows it to those that are not named. */
export const setVisibility = async (
  { table, mappings }: ReturnType<typeof mappingDeps>,
  { memberId, what, hiddenFrom, note, keep }: Input,
) => {
  const { sourceId } = what;
  const unknown = refuse('unknown-record', `${memberId} contributed no record ${sourceId}.`, '/body/what/sourceId');
  if (memberOfSource(sourceId) !== memberId) return unknown;
  if ('branchId' in what && !(await mappings.branches(memberId)).has(what.branchId))
    return refuse('branch-elsewhere', `${memberId} has no branch ${what.branchId}.`, '/body/what/branchId');
  const output = { what, hiddenFrom: [...new Set(hiddenFrom)] };
  const done = await hidePart(table, { note, ...what, from: output.hiddenFrom, keep: () => keep(output) });
  if (done === 'unknown-record') return unknown;
  if (done === 'unknown-item' && 'itemId' in what)
    return refuse(done, `${sourceId} has no item ${what.itemId}.`, '/body/what/itemId');
  return answer(output);
};
