import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../../layers/records/policies/domain/notices.ts';
import { letterStore } from '../../data/letter-store.ts';
import { batchView } from '../../use-cases/batch-view.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { fillBatch, readPile } from '../../use-cases/letters.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ path: { memberId }, now }, house) => {
  const letters = letterStore(house.table);
  const { piles, left } = await readPile(letters, memberId);
  if (piles.size === 0) return refuse('nothing-waits', 'Nothing waits for a letter.');
  const { paper } = noticeSettingsOf(await house.policyAt(now), memberId).letters;
  const begun = { batchId: house.ids.next('letter-batch', now), memberId, madeAt: iso(now), paper };
  await letters.begin(begun);
  await fillBatch(house, letters, begun, piles, now);
  const batch = await letters.batch(memberId, begun.batchId);
  if (!batch) throw new Error('A batch that was just begun is gone.');
  return answer({ batch: batchView(batch), left });
});
