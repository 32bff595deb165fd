import type { Channel } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { localeOf } from '../../../layers/kernel/text/locale.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { Bill } from '../../circulation/public/bill.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { fullName } from '../../patrons/public/full-name.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import type { LoanDocument } from '../../resource-sharing/public/loan-document.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { CONSORTIUM, languagesFor } from '../domain/choose-text.ts';
import {
  composeMessage,
  dayIn,
  type FoundTitles,
  type MessageSettings,
  type NoticeContent,
} from '../domain/compose-message.ts';
import { isStillValid } from '../domain/is-still-valid.ts';
import type { TemplateText } from '../domain/template.ts';

/** The time zone of dates whose branch is unknown. */
const NO_ZONE = 'UTC';

/** A notice with its subject: the copy, the bill, or the document that another library sent, in its current state. */
type NoticeWithSubject = {
  notice: Notice;
  item: ItemCirculation | undefined;
  document: LoanDocument | undefined;
  bill: Bill | undefined;
  /** The notice's saved searches that still have an alert, by id with their names. */
  searches: ReadonlyMap<string, string>;
};

const messageOf = (patronId: string, notice: Notice): NoticeMessage => {
  const { state: _, claimedAt: _at, digestAt: _digest, batchId: _batch, by: _by, ...message } = notice;
  return { patronId, ...message };
};

/** Returns those of a notice's saved searches that the patron still has with an alert, by id with their names. */
const searchesLeft = async (deps: NoticesDeps, patronId: string, { searches }: Notice) => {
  if (searches === undefined) return new Map<string, string>();
  const all = (await deps.savedSearches(patronId)).searches.filter(({ alert }) => alert !== 'off');
  const ids = searches.map(({ searchId }) => searchId);
  return new Map(all.flatMap(({ searchId, name }) => (ids.includes(searchId) ? [[searchId, name] as const] : [])));
};

/** Loads the subject of a notice and decides whether it is still valid. Strong reads, so that a recent return counts. */
const loadSubject = async (deps: NoticesDeps, { status }: Patron, notice: Notice, now: number) => {
  const { patronId, expiresOn } = status;
  const { itemId, billId, documentId } = notice;
  const [item, bill, document, searches] = await Promise.all([
    itemId === undefined ? undefined : deps.items.get(itemId, { strong: true }),
    billId === undefined ? undefined : deps.bills.get(patronId, billId, { strong: true }),
    documentId === undefined ? undefined : deps.documents.get(documentId),
    searchesLeft(deps, patronId, notice),
  ]);
  const copyUntil = document?.state === 'open' ? document.link?.until : undefined;
  const subject = { item, billOpen: bill?.open, copyUntil, searchesLeft: searches.size, expiresOn, at: iso(now) };
  return { notice, item, document, bill, searches, valid: isStillValid(messageOf(patronId, notice), subject) };
};

/** Selects a patron's notices that are still valid, and marks the others as void. */
export const validNotices = async (
  deps: NoticesDeps,
  patron: Patron,
  notices: readonly Notice[],
  now: number,
): Promise<NoticeWithSubject[]> => {
  const loaded = await Promise.all(notices.map((notice) => loadSubject(deps, patron, notice, now)));
  for (const { notice, valid } of loaded) if (!valid) await deps.notices.void(patron.status.patronId, notice);
  return loaded.filter(({ valid }) => valid);
};

/** Returns the saved searches of a notice with the titles that it names. */
const foundTitles = async (
  deps: NoticesDeps,
  { searches = [] }: Notice,
  names: ReadonlyMap<string, string>,
  now: number,
): Promise<FoundTitles[]> => {
  const all: FoundTitles[] = [];
  for (const { searchId, count, recordIds } of searches) {
    const name = names.get(searchId);
    if (name === undefined) continue;
    const titles = await Promise.all(recordIds.map((recordId) => deps.titles.ofRecord(recordId, now)));
    all.push({ name, count, titles: titles.filter((title) => title !== undefined) });
  }
  return all;
};

const noticeContent = async (
  deps: NoticesDeps,
  { patronId, homeBranch }: Patron['status'],
  { notice, item, document, bill, searches }: NoticeWithSubject,
  now: number,
): Promise<NoticeContent> => {
  const recordId = notice.recordId ?? item?.recordId;
  const branchId = notice.branchId ?? item?.loan?.checkoutBranch ?? homeBranch;
  const cited = notice.requestId === undefined ? undefined : await deps.requestedTitle(notice.requestId);
  // The title of a document or citation is the article's; its record, if any, is the journal's.
  const [title, branch, online] = await Promise.all([
    document?.title ?? cited ?? (recordId === undefined ? undefined : deps.titles.ofRecord(recordId, now)),
    deps.branches.known(branchId, now),
    bill !== undefined && deps.takesOnline(bill.member, now),
  ]);
  const { name, address, calendar } = branch ?? {};
  const place = name !== undefined && address !== undefined && calendar;
  const until = document?.link?.until;
  return {
    notice: { ...messageOf(patronId, notice), ...(until !== undefined && { until }) },
    ...{ title, online },
    ...(notice.searches && { found: await foundTitles(deps, notice, searches, now) }),
    ...(place && { branch: { name, address, timeZone: calendar.timeZone } }),
  };
};

/** Formats the date of a letter to a patron, in the patron's language and the home branch's time zone. */
export const letterDate = async (deps: NoticesDeps, { status, person }: Patron, now: number): Promise<string> => {
  const { language } = noticeSettingsOf(await deps.policyAt(now), status.homeMember);
  const home = await deps.branches.known(status.homeBranch, now);
  return dayIn(localeOf(person.person.language ?? language), home?.calendar.timeZone ?? NO_ZONE, iso(now));
};

/** Renders one e-mail, letter or text message for some notices of a patron, in the patron's language. */
export const renderMessage = async (
  deps: NoticesDeps,
  { status, person }: Patron,
  notices: readonly NoticeWithSubject[],
  channel: Channel,
  now: number,
  more: Pick<MessageSettings, 'titles' | 'isFirst'> = {},
): Promise<TemplateText> => {
  const { homeMember, homeBranch } = status;
  const { language } = noticeSettingsOf(await deps.policyAt(now), homeMember);
  const [own, all, member, home, site, contents] = await Promise.all([
    deps.texts.known(homeMember, now),
    deps.texts.known(CONSORTIUM, now),
    deps.memberName(homeMember, now),
    deps.branches.known(homeBranch, now),
    deps.site(),
    Promise.all(notices.map((one) => noticeContent(deps, status, one, now))),
  ]);
  const settings: MessageSettings = {
    ...more,
    channel,
    set: [...own, ...all],
    owners: [homeMember, CONSORTIUM],
    languages: languagesFor(person.person.language, language),
    name: fullName(shownName(person.person)),
    member: member ?? homeMember,
    zone: home?.calendar.timeZone ?? NO_ZONE,
    at: iso(now),
    site,
  };
  return composeMessage(contents, settings);
};
