import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { ArrivalReport } from '../../discovery/public/report-in.ts';

/** A patron's saved searches before and after a change, by what their last look found. */
type Change = { patronId: string; cause: string; before: ArrivalReport | undefined; after: ArrivalReport | undefined };

/** Derives the notice of a look at saved searches that found new titles: one for all searches of the patron. */
export const noticesOfSearches = ({ patronId, cause, before, after }: Change): NoticeMessage[] => {
  if (after === undefined || after.noticeId === before?.noticeId) return [];
  const { noticeId, at, found: searches } = after;
  return [{ noticeId, patronId, kind: 'new-titles', at, cause, searches }];
};
