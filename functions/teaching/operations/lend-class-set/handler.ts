import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { checkOut } from '../../../circulation/public/check-out.ts';
import { newKey } from '../../../circulation/public/item-idempotency.ts';
import { schoolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  schoolDeps,
  async ({ actor, path: { branchId, classId }, body, now, idempotency }, deps) => {
    const { items, from } = body;
    if (!(await deps.policiesAt(now))) return refuse('no-policies', contract.refusals['no-policies'].meaning);
    if (new Set(items).size < items.length) return refuse('item-twice', contract.refusals['item-twice'].meaning);
    const pupils = await deps.schools.pupilsIn(memberOfBranch(branchId), classId);
    if (pupils.length === 0) return refuse('unknown-class', `There is nobody in ${classId}.`, '/path/classId');
    const first = from === undefined ? 0 : pupils.findIndex(({ patronId }) => patronId === from);
    if (first < 0) return refuse('not-in-class', contract.refusals['not-in-class'].meaning, '/body/from');
    const takers = pupils.slice(first, first + items.length);
    if (takers.length < items.length)
      return refuse('too-many-items', `${items.length} items for ${takers.length} pupils.`, '/body/items');
    const lines = [];
    for (const [at, { patronId: patron }] of takers.entries()) {
      const item = items[at] ?? '';
      const own = idempotency && { ...idempotency, key: `${idempotency.key} ${patron}` };
      const key = newKey(actor, contract.id, own);
      const outcome = await checkOut(deps, { branchId, item, patron, key, actor, now });
      const refused = 'refused' in outcome ? outcome.refused.map(({ pointer: _, ...reason }) => reason) : undefined;
      lines.push({ item, patronId: patron, ...('ok' in outcome ? { loan: outcome.ok.loan } : { refused }) });
    }
    return answer({ lent: lines.filter((line) => 'loan' in line).length, lines });
  },
);
