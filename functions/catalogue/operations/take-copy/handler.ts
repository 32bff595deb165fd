import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { mappingDeps } from '../../deps.ts';
import { toDescription } from '../../domain/items/stored-item.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { type NotTaken, takeCopy } from '../../use-cases/take-copy.ts';
import { contract } from './contract.ts';

const why: Readonly<Record<NotTaken, string>> = {
  'unknown-offer': 'No other member offers this copy.',
  'offer-over': 'This offer is over.',
  'unknown-record': 'The member contributed no such record.',
  'other-record': 'This record is another title.',
  'item-retained': 'Its owner is committed to keep the copy.',
  'item-not-free': 'The copy is not free to go.',
  'changed-meanwhile': 'The copy was changed in this moment.',
};

export const handler = handle(
  contract,
  mappingDeps,
  async ({ actor, path: { memberId, itemId }, body, now }, { table, mappings, ids }) => {
    if (!(await mappings.branches(memberId)).has(body.branchId))
      return refuse('branch-elsewhere', `${memberId} has no branch ${body.branchId}.`, '/body/branchId');
    if (memberOfSource(body.sourceId) !== memberId)
      return refuse('unknown-record', why['unknown-record'], '/body/sourceId');
    const audit = { at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) };
    const taken = await takeCopy(table, { itemId, memberId, ...body, audit });
    return typeof taken === 'string' ? refuse(taken, why[taken]) : answer(toDescription(taken));
  },
);
