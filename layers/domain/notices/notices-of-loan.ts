import type { Trigger } from '../resource-sharing/triggers.ts';
import type { NoticeMessage } from './message.ts';

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

/**
 * What a patron is told of a loan between libraries: that a copy was handed on. Told once a copy, however often the change
 * comes. A request without a patron (a partner’s, or one whose patron was erased) tells nobody.
 */
export const noticesOfLoan = (change: LoanChange): NoticeMessage[] => {
  const { before, v, recordId, requesterMember: cause, patronId, documentId, steps } = change;
  const delivered = steps.find(({ trigger }) => trigger === 'deliver-copy');
  if (before === v || !delivered || patronId === undefined || documentId === undefined) return [];
  const noticeId = `copy-ready:${documentId}`;
  return [{ noticeId, patronId, kind: 'copy-ready', at: delivered.at, cause, recordId, documentId }];
};
