import { withoutUndefined } from '../../../layers/kernel/collections/without-undefined.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { Notice, NoticeState } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { findPatronAtHome } from './find-patron-at-home.ts';

const sentBy = (state: NoticeState) => {
  if (state === 'emailed') return 'email' as const;
  if (state === 'texted') return 'sms' as const;
  if (state === 'in-letter') return 'letter' as const;
  return state === 'in-account' || state === 'void' ? ('no' as const) : ('waits' as const);
};

const noticeView = async (deps: NoticesDeps, notice: Notice, now: number) => {
  const { noticeId, at, kind, itemId, branchId, documentId, requestId, due, step, amount, reason, state } = notice;
  const document = documentId === undefined ? undefined : await deps.documents.get(documentId);
  const recordId = notice.recordId ?? (itemId === undefined ? undefined : (await deps.items.get(itemId))?.recordId);
  const cited = requestId === undefined ? undefined : await deps.requestedTitle(requestId);
  const title =
    document?.title ?? cited ?? (recordId === undefined ? undefined : await deps.titles.ofRecord(recordId, now));
  const until = notice.until ?? document?.link?.until;
  const subject = { recordId, title, branchId, documentId, requestId, due, step, until, amount, reason };
  return { noticeId, at, kind, ...withoutUndefined(subject), sent: sentBy(state) };
};

/** Lists a patron's notices with their titles, newest first; void ones are omitted. `now` in epoch ms. */
export const noticesOfPatron = async (deps: NoticesDeps, patronId: string, now: number) => {
  const notices = (await deps.notices.list(patronId)).filter(({ state }) => state !== 'void');
  return Promise.all(notices.map((notice) => noticeView(deps, notice, now)));
};

/** Lists the notices of a patron for staff of the home library. `now` in epoch ms. */
export const listPatronNotices = async (
  deps: NoticesDeps,
  wanted: Parameters<typeof findPatronAtHome>[1],
  now: number,
) => {
  const found = await findPatronAtHome(deps, wanted);
  return 'refused' in found
    ? found
    : answer({ notices: await noticesOfPatron(deps, found.patron.status.patronId, now) });
};
