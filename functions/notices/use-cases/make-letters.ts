import { addressLines } from '../../../layers/kernel/text/address-lines.ts';
import { plainValue } from '../../../layers/kernel/text/plain-value.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import { fullName } from '../../patrons/public/full-name.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { postalLines } from '../../patrons/public/postal-lines.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import type { LetterBatch } from '../data/letter-store.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';
import type { Letter } from '../domain/letter.ts';
import { letterBatchView } from './letter-batch-view.ts';
import { letterDate, renderMessage, validNotices } from './render-notice.ts';
import { stillConsented } from './still-consented.ts';

/** The maximum number of letters of one batch: as many as one request can write in time. */
const MOST_LETTERS = 50;
/** The maximum number of notices of one letter: as many as one write can include. */
const MOST_NOTICES = 40;
const MOST_READ = 500;

type Batch = Pick<LetterBatch, 'batchId' | 'memberId' | 'madeAt'>;

/** Reads the notices that wait for letters by patron, the oldest first, for one batch; `left` states whether more wait. */
const readWaiting = async (
  { letters }: NoticesDeps,
  memberId: string,
): Promise<{ byPatron: Map<string, Notice[]>; left: boolean }> => {
  const page = await letters.waiting(memberId, { limit: MOST_READ });
  const byPatron = new Map<string, Notice[]>();
  let left = page !== 'bad-cursor' && page.next !== undefined;
  for (const { patronId, notice } of page === 'bad-cursor' ? [] : page.rows) {
    const own = byPatron.get(patronId) ?? [];
    if ((own.length === 0 && byPatron.size === MOST_LETTERS) || own.length === MOST_NOTICES) left = true;
    else byPatron.set(patronId, [...own, notice]);
  }
  return { byPatron, left };
};

const writeLetter = async (
  deps: NoticesDeps,
  patron: Patron,
  valid: Awaited<ReturnType<typeof validNotices>>,
  now: number,
): Promise<Letter> => {
  const { status, person } = patron;
  const address = person.person.address ? postalLines(person.person.address) : [];
  const [message, member, home, date] = await Promise.all([
    renderMessage(deps, patron, valid, 'letter', now),
    deps.memberName(status.homeMember, now),
    deps.branches.known(status.homeBranch, now),
    letterDate(deps, patron, now),
  ]);
  const to = addressLines(fullName(shownName(person.person)), address.join('\n')).map(plainValue);
  const from = [member ?? status.homeMember, home?.address].filter((part) => part !== undefined);
  return { to, from: plainValue(from.join(' · ')), date, ...message };
};

/** Adds a letter for each patron to a batch; none for a patron who was erased or has no address any more. */
const fillBatch = async (
  deps: NoticesDeps,
  batch: Batch,
  byPatron: ReadonlyMap<string, Notice[]>,
  now: number,
): Promise<void> => {
  let place = 0;
  for (const [patronId, waiting] of byPatron) {
    const patron = await deps.patrons.get(patronId);
    if (!patron || patron.person.person.address === undefined) continue;
    const carried = await stillConsented(deps, patron, waiting, 'post', now);
    const valid = await validNotices(deps, patron, carried, now);
    if (valid.length === 0) continue;
    const notices = valid.map(({ notice }) => notice);
    const letter = await writeLetter(deps, patron, valid, now);
    if (await deps.letters.put(batch, patronId, letter, place, notices)) place += 1;
  }
};

/** Makes a batch of letters from the notices that wait for letters at a member. */
export const makeLetters = async (deps: NoticesDeps & { ids: Ids }, memberId: string, now: number) => {
  const { byPatron, left } = await readWaiting(deps, memberId);
  if (byPatron.size === 0) return refuse('nothing-waits', 'Nothing waits for a letter.');
  const { paper } = noticeSettingsOf(await deps.policyAt(now), memberId).letters;
  const begun = { batchId: deps.ids.next('letter-batch', now), memberId, madeAt: iso(now), paper };
  await deps.letters.begin(begun);
  await fillBatch(deps, begun, byPatron, now);
  const batch = await deps.letters.batch(memberId, begun.batchId);
  if (!batch) throw new Error('A batch that was just begun is gone.');
  return answer({ batch: letterBatchView(batch), left });
};
