import type { Channel } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { localeOf } from '../../../layers/kernel/text/locale.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { fullName } from '../../patrons/public/person.ts';
import type { LoanDocument } from '../../resource-sharing/public/loan-document.ts';
import type { Notice } from '../data/notice-store.ts';
import { languagesFor } from '../domain/choose-text.ts';
import { type Composing, compose, dayIn, type ToldNotice } from '../domain/compose.ts';
import { stillTrue } from '../domain/still-true.ts';
import type { TemplateText } from '../domain/template.ts';
import type { NoticesHouse } from './house.ts';

/** Who sets texts for a patron: the home member, then the consortium. */
const CONSORTIUM = 'consortium';

/** Where dates are told when a branch is not known any more. */
const NO_ZONE = 'UTC';

/** A notice with the copy that it is about, or the document that another library sent, as it stands now. */
type Looked = { notice: Notice; item: ItemCirculation | undefined; document: LoanDocument | undefined };

const messageOf = (patronId: string, notice: Notice): NoticeMessage => {
  const { state: _, claimedAt: _at, digestAt: _digest, batchId: _batch, ...told } = notice;
  return { patronId, ...told };
};

/** Whether a notice still tells the truth, and the copy that it is about. Read strongly: what was returned a moment ago counts. */
const look = async (house: NoticesHouse, { status }: Patron, notice: Notice, now: number) => {
  const { patronId, expiresOn } = status;
  const { itemId, billId, documentId } = notice;
  const [item, bill, document] = await Promise.all([
    itemId === undefined ? undefined : house.items.get(itemId, { strong: true }),
    billId === undefined ? undefined : house.bills.get(patronId, billId, { strong: true }),
    documentId === undefined ? undefined : house.documents.get(documentId),
  ]);
  const copyUntil = document?.state === 'open' ? document.link?.until : undefined;
  const standingNow = { item, billOpen: bill?.open, copyUntil, expiresOn, at: iso(now) };
  return { notice, item, document, holds: stillTrue(messageOf(patronId, notice), standingNow) };
};

/** Those of a patron's notices that still tell the truth; the others are taken out of the way. */
export const trueOnes = async (
  house: NoticesHouse,
  patron: Patron,
  notices: readonly Notice[],
  now: number,
): Promise<Looked[]> => {
  const looked = await Promise.all(notices.map((notice) => look(house, patron, notice, now)));
  for (const { notice, holds } of looked) if (!holds) await house.notices.void(patron.status.patronId, notice);
  return looked.filter(({ holds }) => holds);
};

const told = async (
  house: NoticesHouse,
  { patronId, homeBranch }: Patron['status'],
  { notice, item, document }: Looked,
  now: number,
): Promise<ToldNotice> => {
  const recordId = notice.recordId ?? item?.recordId;
  const branchId = notice.branchId ?? item?.loan?.checkoutBranch ?? homeBranch;
  const cited = notice.requestId === undefined ? undefined : await house.requestedTitle(notice.requestId);
  // A document's or citation's own title is the article's; its record, where it has one, is the journal.
  const [title, branch] = await Promise.all([
    document?.title ?? cited ?? (recordId === undefined ? undefined : house.titles.ofRecord(recordId, now)),
    house.branches.known(branchId, now),
  ]);
  const { name, address, calendar } = branch ?? {};
  const place = name !== undefined && address !== undefined && calendar;
  const until = document?.link?.until;
  return {
    notice: { ...messageOf(patronId, notice), ...(until !== undefined && { until }) },
    title,
    ...(place && { branch: { name, address, timeZone: calendar.timeZone } }),
  };
};

/** The day as a letter to this patron bears it. */
export const dateFor = async (house: NoticesHouse, { status, person }: Patron, now: number): Promise<string> => {
  const { language } = noticeSettingsOf(await house.policyAt(now), status.homeMember);
  const home = await house.branches.known(status.homeBranch, now);
  return dayIn(localeOf(person.person.language ?? language), home?.calendar.timeZone ?? NO_ZONE, iso(now));
};

/** The words of one e-mail or letter for these notices of a patron, in the patron's language. */
export const wordsFor = async (
  house: NoticesHouse,
  { status, person }: Patron,
  looked: readonly Looked[],
  channel: Channel,
  now: number,
): Promise<TemplateText> => {
  const { homeMember, homeBranch } = status;
  const { language } = noticeSettingsOf(await house.policyAt(now), homeMember);
  const [own, all, member, home, parts] = await Promise.all([
    house.texts.known(homeMember, now),
    house.texts.known(CONSORTIUM, now),
    house.memberName(homeMember, now),
    house.branches.known(homeBranch, now),
    Promise.all(looked.map((one) => told(house, status, one, now))),
  ]);
  const composing: Composing = {
    channel,
    set: [...own, ...all],
    owners: [homeMember, CONSORTIUM],
    languages: languagesFor(person.person.language, language),
    name: fullName(person.person.name),
    member: member ?? homeMember,
    zone: home?.calendar.timeZone ?? NO_ZONE,
    at: iso(now),
  };
  return compose(parts, composing);
};
