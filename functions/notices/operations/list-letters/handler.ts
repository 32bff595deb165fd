import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { noticeSettingsOf } from '../../../../layers/records/policies/domain/notices.ts';
import { letterStore } from '../../data/letter-store.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ path: { memberId }, query, now }, house) => {
  const page = await letterStore(house.table).pile(memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin anew.', '/query/after');
  const { cost } = noticeSettingsOf(await house.policyAt(now), memberId).letters;
  const waiting = page.rows.map(({ patronId, notice: { noticeId, kind, at } }) => ({ noticeId, patronId, kind, at }));
  return answer({ waiting, ...(cost !== undefined && { cost }), ...(page.next && { next: page.next }) });
});
