import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Idempotency } from '../../../layers/platform/http/exchange.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { checkOut } from '../../circulation/public/check-out.ts';
import { newKey } from '../../circulation/public/item-idempotency.ts';
import { placeRefusals } from '../../circulation/public/place-refusals.ts';
import type { SchoolDeps } from '../deps.ts';
import { classSetRefusals } from '../schemas.ts';

type Input = {
  branchId: string;
  classId: string;
  items: readonly string[];
  from?: string | undefined;
  actor: Actor | undefined;
  now: number;
  /** The id of the operation, and the key of the request: each pupil's loan has its own. */
  operation: string;
  idempotency: Idempotency | undefined;
};

/** Checks a class set out, an item to each pupil by name, from a pupil or the first. Refusals are reported by pupil. */
export const lendClassSet = async (
  deps: SchoolDeps & { ids: Ids },
  { branchId, classId, items, from, actor, now, operation, idempotency }: Input,
) => {
  if (!(await deps.policiesAt(now))) return refuse('no-policies', placeRefusals['no-policies'].meaning);
  if (new Set(items).size < items.length) return refuse('item-twice', classSetRefusals['item-twice'].meaning);
  const pupils = await deps.schools.pupilsIn(memberOfBranch(branchId), classId);
  if (pupils.length === 0) return refuse('unknown-class', `There is nobody in ${classId}.`, '/path/classId');
  const first = from === undefined ? 0 : pupils.findIndex(({ patronId }) => patronId === from);
  if (first < 0) return refuse('not-in-class', classSetRefusals['not-in-class'].meaning, '/body/from');
  const takers = pupils.slice(first, first + items.length);
  if (takers.length < items.length)
    return refuse('too-many-items', `${items.length} items for ${takers.length} pupils.`, '/body/items');
  const lines = [];
  for (const [at, { patronId: patron }] of takers.entries()) {
    const item = items[at] ?? '';
    const own = idempotency && { ...idempotency, key: `${idempotency.key} ${patron}` };
    const key = newKey(actor, operation, own);
    const outcome = await checkOut(deps, { branchId, item, patron, key, actor, now });
    const refused = 'refused' in outcome ? outcome.refused.map(({ pointer: _, ...reason }) => reason) : undefined;
    lines.push({ item, patronId: patron, ...('ok' in outcome ? { loan: outcome.ok.loan } : { refused }) });
  }
  return answer({ lent: lines.filter((line) => 'loan' in line).length, lines });
};
