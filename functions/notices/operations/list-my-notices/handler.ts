import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { Notice, NoticeState } from '../../data/notice-store.ts';
import { type NoticesHouse, noticesHouse } from '../../use-cases/house.ts';
import { contract } from './contract.ts';

const sent = (state: NoticeState) => {
  if (state === 'mailed') return 'mail' as const;
  if (state === 'lettered') return 'letter' as const;
  return state === 'told' || state === 'void' ? ('no' as const) : ('waits' as const);
};

const shown = async (house: NoticesHouse, notice: Notice, now: number) => {
  const { noticeId, at, kind, itemId, branchId, documentId, requestId, due, step, amount, reason, state } = notice;
  const document = documentId === undefined ? undefined : await house.documents.get(documentId);
  const recordId = notice.recordId ?? (itemId === undefined ? undefined : (await house.items.get(itemId))?.recordId);
  const cited = requestId === undefined ? undefined : await house.requestedTitle(requestId);
  const title =
    document?.title ?? cited ?? (recordId === undefined ? undefined : await house.titles.ofRecord(recordId, now));
  const until = notice.until ?? document?.link?.until;
  const about = { recordId, title, branchId, documentId, requestId, due, step, until, amount, reason };
  const known = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as Partial<
    typeof about
  >;
  return { noticeId, at, kind, ...known, sent: sent(state) };
};

export const handler = handle(contract, noticesHouse, async ({ actor, now }, house) => {
  const notices = (await house.notices.list(patronOf(actor).id)).filter(({ state }) => state !== 'void');
  return answer({ notices: await Promise.all(notices.map((notice) => shown(house, notice, now))) });
});
