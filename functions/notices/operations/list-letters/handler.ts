import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { noticeSettingsOf } from '../../../../layers/records/policies/domain/notices.ts';
import { noticesDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ path: { memberId }, query, now }, deps) => {
  const page = await deps.letters.waiting(memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin anew.', '/query/after');
  const { cost } = noticeSettingsOf(await deps.policyAt(now), memberId).letters;
  const waiting = page.rows.map(({ patronId, notice: { noticeId, kind, at } }) => ({ noticeId, patronId, kind, at }));
  return answer({ waiting, ...(cost !== undefined && { cost }), ...(page.next && { next: page.next }) });
});
