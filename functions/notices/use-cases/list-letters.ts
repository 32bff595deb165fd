import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { NoticesDeps } from '../deps.ts';

type Input = { memberId: string; page: PageRequest; now: number };

/** Lists the notices that wait for a member's next batch of letters, with what a letter costs. */
export const listLetters = async (
  { letters, policyAt }: Pick<NoticesDeps, 'letters' | 'policyAt'>,
  { memberId, page, now }: Input,
) => {
  const found = await letters.waiting(memberId, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'Begin anew.', '/query/after');
  const { rows, next } = found;
  const { cost } = noticeSettingsOf(await policyAt(now), memberId).letters;
  const waiting = rows.map(({ patronId, notice: { noticeId, kind, at } }) => ({ noticeId, patronId, kind, at }));
  return answer({ waiting, ...(cost !== undefined && { cost }), ...(next && { next }) });
};
