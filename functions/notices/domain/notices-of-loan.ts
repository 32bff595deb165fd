import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { LoanChange } from '../../resource-sharing/public/loan-change.ts';

const copyReady = ({ recordId, documentId, steps }: LoanChange): Omit<NoticeMessage, 'patronId' | 'cause'>[] => {
  const delivered = steps.find(({ trigger }) => trigger === 'deliver-copy');
  if (!delivered || documentId === undefined) return [];
  return [{ noticeId: `copy-ready:${documentId}`, kind: 'copy-ready', at: delivered.at, recordId, documentId }];
};

const unfilled = ({ requestId, recordId, steps }: LoanChange): Omit<NoticeMessage, 'patronId' | 'cause'>[] => {
  const ended = steps.find(({ trigger }) => trigger === 'rota-ended');
  if (!ended) return [];
  return [{ noticeId: `request-unfilled:${requestId}`, kind: 'request-unfilled', at: ended.at, recordId, requestId }];
};

/**
 * Derives the notices of a change of an interlibrary request: that a copy can be opened, or that the rota ended and no library could
 * supply. Each is sent once per copy or request, however often the change is delivered. A request without a patron (a partner’s, or one
 * whose patron was erased) causes none.
 */
export const noticesOfLoan = (change: LoanChange): NoticeMessage[] => {
  const { before, v, requesterMember: cause, patronId } = change;
  if (before === v || patronId === undefined) return [];
  return [...copyReady(change), ...unfilled(change)].map((notice) => ({ ...notice, patronId, cause }));
};
