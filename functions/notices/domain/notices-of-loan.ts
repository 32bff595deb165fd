import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { Trigger } from '../../resource-sharing/public/triggers.ts';

/** A change of a loan request as far as its patron is told of it: its counter before and after, and the steps that made it. */
export type LoanChange = {
  before?: number;
  v: number;
  requestId: string;
  recordId: string;
  requesterMember: string;
  patronId?: string;
  documentId?: string;
  steps: readonly { trigger: Trigger; at: string }[];
};

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
 * What a patron is told of a loan between libraries: that a copy was handed on; that the rota ended and nobody could supply.
 * Told once a copy or request, however often the change comes. A request without a patron (a partner’s, or one whose patron
 * was erased) tells nobody.
 */
export const noticesOfLoan = (change: LoanChange): NoticeMessage[] => {
  const { before, v, requesterMember: cause, patronId } = change;
  if (before === v || patronId === undefined) return [];
  return [...copyReady(change), ...unfilled(change)].map((told) => ({ ...told, patronId, cause }));
};
