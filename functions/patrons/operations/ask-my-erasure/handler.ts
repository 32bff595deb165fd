import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { askErasure } from '../../use-cases/erase-patron.ts';
import { erasureAudit } from '../../use-cases/erasure.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ actor, now }, { table, ids }) => {
  const asking = { patronId: patronOf(actor).id, askedAt: iso(now), by: 'patron' };
  const asked = await askErasure(table, asking, erasureAudit(ids, now, 'patron'));
  if (asked === undefined) return refuse('gone', 'This patron is no longer here.');
  if (asked === 'changed-meanwhile') return refuse('changed-meanwhile', 'Ask again.');
  return answer(asked);
});
