import { deviceTransactionStore } from '../../functions/circulation/data/device-transaction-store.ts';
import { resetWrite } from '../../functions/circulation/data/hold-reset-store.ts';
import { scheduledCheckStore } from '../../functions/circulation/data/scheduled-check-store.ts';
import { accountStore } from '../../functions/digital-lending/data/account-store.ts';
import { patronLists } from '../../functions/discovery/data/patron-lists.ts';
import { listsItem } from '../../functions/discovery/data/saved-list-store.ts';
import { searchesItem } from '../../functions/discovery/data/saved-search-store.ts';
import { sharedLists } from '../../functions/discovery/data/shared-list-store.ts';
import { letterFile, letterStore } from '../../functions/notices/data/letter-store.ts';
import { saveChoices } from '../../functions/notices/data/notice-choices-store.ts';
import { numberWrite } from '../../functions/notices/data/notice-number-store.ts';
import { noticeStore } from '../../functions/notices/data/notice-store.ts';
import { noChoices } from '../../functions/notices/domain/choices.ts';
import { keys as onboardingKeys } from '../../functions/onboarding/data/keys.ts';
import { noteLoaded } from '../../functions/onboarding/use-cases/load-context.ts';
import { batchStore } from '../../functions/patrons/data/batch-store.ts';
import { keys as patronsKeys } from '../../functions/patrons/data/keys.ts';
import { patronNoteStore } from '../../functions/patrons/data/patron-note-store.ts';
import { pinCodeStore } from '../../functions/patrons/data/pin-code-store.ts';
import { cardExpiryStore } from '../../functions/patrons/public/card-expiry-store.ts';
import { pairItems } from '../../functions/patrons/public/pair-items.ts';
import { patronStore } from '../../functions/patrons/public/patron-store.ts';
import { temporaryWrite } from '../../functions/patrons/public/temporary-patron.ts';
import { claimWrite, headItem } from '../../functions/resource-sharing/data/loan-request-items.ts';
import { courseStore } from '../../functions/teaching/data/course-store.ts';
import { schoolStore } from '../../functions/teaching/data/school-store.ts';
import { stamp, type Table } from '../../layers/platform/dynamodb/table.ts';
import { aLoanRequest } from './loan-request.ts';
import { aSession } from './people.ts';

/** A patron of the member `cedar`, and another patron. */
type Who = { patronId: string; otherId: string; branchId: string; at: string };

const memberId = 'cedar';

const found = async (table: Table, patronId: string) => {
  const patron = await patronStore(table).get(patronId, { strong: true });
  if (!patron) throw new Error('The patron was registered.');
  return patron;
};

const ofCirculation = async (table: Table, { patronId, branchId, at }: Who): Promise<void> => {
  await scheduledCheckStore(table).note([{ kind: 'card', at, patronId, cause: memberId }]);
  const reset = { holdId: 'hld_reset', at, v: 3, reason: 'frozen' as const, by: `patron:${patronId}` };
  await table.write([resetWrite(reset)]);
  const did = { branchId, transactionId: `sip2-${patronId.slice(4)}`, state: 'refused', kind: 'check-out' } as const;
  const reported = { codes: ['unknown-item'], reportedAt: at, machineId: 'mch_1', device: 'Self-check' };
  await deviceTransactionStore(table).save({ ...did, ...reported, patron: patronId, v: 1 });
};

const ofPatrons = async (table: Table, { patronId, otherId, at }: Who): Promise<void> => {
  const now = Date.parse(at);
  const { status } = await found(table, patronId);
  await cardExpiryStore(table).note(status);
  const code = { codeHash: 'scrypt:salt:hash', goodUntil: now, now, perDay: 5, isKnown: false };
  await pinCodeStore(table).save(patronId, code);
  await aSession(table, patronId, now);
  const [one, other] = [patronId, otherId].map((id) => ({ patronId: id, memberId }));
  const pair = one && other ? pairItems(one, other, at) : [];
  const agesOut = patronsKeys.key('agesOut', { shard: '1', day: '2030-01-01', patronId });
  const note = {
    noteId: 'nte_1',
    at,
    by: 'staff:stf_1',
    branchId: 'cedar.main',
    readers: 'all' as const,
    text: 'Loud.',
  };
  const noted = {
    changeId: 'chg_note',
    at,
    by: 'staff:stf_1',
    did: 'note-added' as const,
    detail: { noteId: 'nte_1' },
  };
  await patronNoteStore(table).add(patronId, note, noted, []);
  const batches = batchStore(table);
  const batch = {
    batchId: 'pbt_1',
    memberId,
    change: { category: 'senior' },
    reason: 'Age',
    state: 'gathering' as const,
  };
  const opened = { ...batch, at, by: 'staff:stf_1' };
  await batches.openPreviewed(opened, [], [{ patronId, state: 'unchanged' }], () => []);
  await table.write([
    ...pair.map((put) => ({ put })),
    { put: { ...agesOut, ...stamp('agesOut', 1), patronId } },
    temporaryWrite(patronId, status.homeMember, status.expiresOn),
  ]);
};

const ofNotices = async (table: Table, { patronId, branchId, at }: Who): Promise<void> => {
  const notice = { noticeId: 'itm:2:0', at, kind: 'hold-ready' as const, cause: memberId, branchId };
  const digest = { ...notice, state: 'waiting' as const, digestAt: at };
  await noticeStore(table).add(patronId, digest, memberId);
  const change = { changeId: 'chg_choices', at, by: 'patron', did: 'edited' as const, detail: {} };
  const number = [numberWrite(patronId, undefined, { number: '+12125550188', kinds: ['hold-ready'] })];
  const saved = { choices: noChoices, language: undefined, contactConsents: undefined, number };
  await saveChoices(table, await found(table, patronId), saved, change);
  const batch = { batchId: 'ltr_1', memberId, madeAt: at };
  await letterStore(table).begin({ ...batch, paper: 'A4' });
  const letter = { to: ['A patron', '1 Mill Street'], from: 'Cedar', date: 'Monday', subject: 'News', text: 'Some.' };
  await letterStore(table).put(batch, patronId, letter, 1, []);
};

const ofDiscovery = async (table: Table, { patronId, at }: Who): Promise<void> => {
  const list = { listId: 'lst_1', name: 'Mine', createdAt: at, titles: 0 };
  await table.write([{ put: listsItem(patronId, [list], 1) }]);
  const title = { listId: 'lst_1', recordId: 'rec_saved', title: 'Emma', addedAt: at };
  await patronLists(table).save(patronId, title, ['rec_saved']);
  await sharedLists(table).share(patronId, 'lst_1', `token-of-${patronId}`);
  const search = {
    searchId: 'svs_1',
    name: 'Gardening',
    query: 'q=gardening',
    createdAt: at,
    lookedOn: at.slice(0, 10),
  };
  const found = [{ searchId: 'svs_1', count: 1, recordIds: ['rec_found'] }];
  const report = { noticeId: 'new-titles:2026-03-02', at, found };
  const searches = searchesItem(patronId, [{ ...search, alert: 'daily' }], 1, { report, member: memberId });
  await table.write([{ put: searches }]);
};

const ofDigitalLending = (table: Table, { patronId, at }: Who): Promise<void> => {
  const vendor = { collectionId: 'palace', origin: 'https://vendor.example.org', token: 'vendor-token' };
  const account = { ...vendor, agreedAt: at, expiresAt: 4_000_000_000 };
  return accountStore(table).save(patronId, account, []);
};

const ofResourceSharing = async (table: Table, { patronId }: Who): Promise<void> => {
  const request = { ...aLoanRequest().build(), patron: { patronId } };
  await table.write([{ put: headItem(request, false, 0) }, claimWrite(patronId, 'rec_asked', request.requestId)]);
};

const ofTeaching = async (table: Table, { patronId, branchId }: Who): Promise<void> => {
  const courses = courseStore(table);
  const termId = 'spring';
  await courses.setTerm({ memberId, termId, name: 'Spring', startsOn: '2026-02-01', endsOn: '2026-05-31' });
  const course = { courseId: 'crs_1', memberId, branchId, termId, code: 'HIST 1', title: 'Atlantic', sections: [] };
  await courses.create({ ...course, instructors: [{ patronId }] });
  const schools = schoolStore(table);
  await schools.ensureClass({ memberId, classId: '5b', grade: '5' });
  const taught = await schools.classOf(memberId, '5b');
  if (taught) await schools.setTeachers(taught, [patronId]);
  const { status } = await found(table, patronId);
  const after = { patronId, memberId, localId: 'S-1', nameKey: 'name', grade: '5', classId: '5b', v: 1 };
  const { category, expiresOn } = status;
  await schools.save({ before: undefined, after, status, card: { category, expiresOn } });
};

const ofOnboarding = async (table: Table, { patronId }: Who): Promise<void> => {
  const feed = { ...onboardingKeys.key('patronFeed', { patronId }), ...stamp('patronFeed', 1), patronId };
  await table.write([
    noteLoaded({ memberId }, 'patrons', '1004', { ref: patronId, row: 'digest' }),
    { put: { ...feed, key: '1', fed: {} } },
  ]);
};

/** The file of the letters in those rows, once they are printed. */
export const LETTERS_FILE = letterFile(memberId, 'ltr_1');

/** Writes the rows of a patron that neither registration nor lending writes, each by the store that owns it. */
export const writeOtherRows = async (table: Table, who: Who): Promise<void> => {
  const contexts = [
    ofCirculation,
    ofPatrons,
    ofNotices,
    ofDiscovery,
    ofResourceSharing,
    ofTeaching,
    ofOnboarding,
    ofDigitalLending,
  ];
  for (const write of contexts) await write(table, who);
};
