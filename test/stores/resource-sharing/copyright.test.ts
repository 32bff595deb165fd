import {
  type CopyrightStore,
  copyrightStore,
  letThroughWrites,
} from '../../../functions/resource-sharing/data/copyright-store.ts';
import { keys as resourceSharingKeys } from '../../../functions/resource-sharing/data/keys.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import { defaultCopyrightPolicy as policy } from '../../../functions/resource-sharing/domain/copyright/copyright-policy.ts';
import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import { handler } from '../../../functions/resource-sharing/operations/list-copyright/handler.ts';
import type { Citation } from '../../../layers/kernel/citation/citation.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aLoanRequest } from '../../builders/loan-request.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const on = '2026-11-24';
let table: Table & { name: string };
let copies: CopyrightStore;
let serial = 0;

beforeAll(async () => {
  table = await aTable();
  copies = copyrightStore(table);
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const citing = (citation: Partial<Citation>, more: Partial<LoanRequest> = {}): LoanRequest => {
  serial += 1;
  const cited: Citation = { kind: 'article', partTitle: `Article ${serial}`, date: '2025', ...citation };
  const made = aLoanRequest().wanting('copy').build();
  return { ...made, requestId: `req_${String(serial).padStart(4, '0')}`, citation: cited, ...more };
};

/** Counts a request as its placing would: after a lost race it is judged again, until it is stored or the limit refuses it. */
const place = async (request: LoanRequest, day = on): Promise<'counted' | 'not-counted' | 'stopped'> => {
  for (;;) {
    const writes = await copies.judge(request, policy, day);
    if (writes === 'copyright-limit') return 'stopped';
    if (writes.length === 0) return 'not-counted';
    if ((await table.write(writes)) === undefined) return 'counted';
  }
};

const end = async (request: LoanRequest, state: LoanRequest['state'], from: LoanRequest['state'] = 'unfilled') =>
  table.write(await copies.endWrites({ ...request, state: from }, { ...request, state }, '2026-12-01T09:00:00.000Z'));

const list = async (actor: Actor, query: Record<string, string> = { year: '2026' }, memberId = 'ash') =>
  call(handler.using(at('2026-12-01T10:00:00.000Z')), { actor, path: { memberId }, query });
const periodicalsOf = (answered: { body: unknown }) =>
  (
    answered.body as {
      periodicals: {
        periodical: string;
        counted: number;
        beyond: number;
        also: string[];
        copies: { requestId: string }[];
      }[];
    }
  ).periodicals;
const ill = staffAt('ash', 'ill');

test('of twenty concurrent requests for one periodical five are counted, the others stop for staff', async () => {
  const wanted = Array.from({ length: 20 }, () => citing({ issn: ['0028-0836'], title: 'Nature' }));
  const outcomes = await Promise.all(wanted.map((request) => place(request)));
  expect(outcomes.toSorted().map(String)).toEqual([...Array(5).fill('counted'), ...Array(15).fill('stopped')]);
  // For another member, for another periodical, and in the next year the limit is not reached.
  const nature = { issn: ['0028-0836'] };
  expect(await place(citing(nature, { requesterMember: 'birch' }))).toBe('counted');
  expect(await place(citing({ title: 'Cell' }))).toBe('counted');
  expect(await place(citing(nature), '2027-01-01')).toBe('counted');
  expect(await place(citing({ ...nature, date: '2012' }))).toBe('not-counted');
  expect(await place(citing(nature, { service: 'loan' }))).toBe('not-counted');
});

test('of one book five chapters are counted in a year, at any age; its sixth stops, and another book’s does not', async () => {
  const essays = { kind: 'chapter', title: 'Essays', author: 'Bacon, Ada', date: '1987' } as const;
  for (let i = 0; i < 5; i += 1) expect(await place(citing(essays))).toBe('counted');
  expect(await place(citing(essays))).toBe('stopped');
  expect(await place(citing({ ...essays, author: 'Hume, Ada' }))).toBe('counted');
  expect(await place(citing(essays), '2027-01-01')).toBe('counted');
  const listed = periodicalsOf(await list(ill)).find(({ periodical }) => periodical === 'work:essays-bacon-ada');
  expect(listed).toMatchObject({ counted: 5, beyond: 0, title: 'Essays' });
});

test('counting in the same write that places it, a request over the limit is not placed as one that may be sent', async () => {
  const wanted = Array.from({ length: 8 }, () => citing({ title: 'Journal of Placing' }));
  const requests = loanRequestStore(table);
  const judged = await Promise.all(wanted.map((request) => copies.judge(request, policy, on)));
  const placed = await Promise.all(
    wanted.map(async ({ patron: _, ...request }, i) => {
      const writes = judged[i];
      return writes === undefined || writes === 'copyright-limit' ? writes : requests.place(request, writes);
    }),
  );
  expect(placed.filter((outcome) => outcome === 'placed')).toHaveLength(5);
  expect(placed.filter((outcome) => outcome !== 'placed')).toEqual(Array(3).fill({ failed: 0 }));
});

test('a periodical is one under its print and online ISSN and its title, once they occurred together', async () => {
  const [print, online, title] = [{ issn: ['0317-8471'] }, { issn: ['1050-124X'] }, { title: 'Annals of Two Numbers' }];
  expect(await place(citing({ ...print, ...title }))).toBe('counted');
  expect(await place(citing(title))).toBe('counted');
  // No record links this number to the same periodical yet.
  expect(await place(citing(online))).toBe('counted');
  expect(await place(citing(online))).toBe('counted');
  expect(await place(citing({ issn: [...print.issn, ...online.issn] }))).toBe('counted');
  for (const again of [print, online, title, { ...online, ...title }])
    expect(await place(citing(again))).toBe('stopped');
  expect(await place(citing(print, { requesterMember: 'birch' }))).toBe('counted');
});

test('requests that count together are listed once, with the sum and all copies, under the name that comes first', async () => {
  const [print, online, title] = [{ issn: ['0000-0051'] }, { issn: ['0000-006X'] }, { title: 'Annals of One Row' }];
  expect(await place(citing(title))).toBe('counted');
  expect(await place(citing({ ...online, ...title }))).toBe('counted');
  expect(await place(citing(print))).toBe('counted');
  const rows = async () =>
    periodicalsOf(await list(ill)).filter(({ periodical, also }) =>
      [periodical, ...also].some((name) => /0000-0051|0000-006X|annals-of-one-row/.test(name)),
    );
  // No record links the print number to the same periodical yet.
  expect(await rows()).toMatchObject([
    { periodical: 'issn:0000-0051', also: [], counted: 1 },
    { periodical: 'issn:0000-006X', also: ['title:annals-of-one-row'], counted: 2, title: 'Annals of One Row' },
  ]);
  expect(await place(citing({ issn: [...print.issn, ...online.issn] }))).toBe('counted');
  const [one, ...more] = await rows();
  expect([one, more]).toMatchObject([{ periodical: 'issn:0000-0051', counted: 4, beyond: 0 }, []]);
  expect(one?.also.toSorted()).toEqual(['issn:0000-006X', 'title:annals-of-one-row']);
  expect(new Set(one?.copies.map(({ requestId }) => requestId)).size).toBe(4);
});

test('two periodicals with one title remain two where their numbers are given', async () => {
  const [one, two] = [
    { title: 'Bulletin', issn: ['0000-0019'] },
    { title: 'Bulletin', issn: ['0000-0027'] },
  ];
  for (let i = 0; i < 5; i += 1) expect(await place(citing(one))).toBe('counted');
  expect(await place(citing(two))).toBe('counted');
  expect(await place(citing({ title: 'Bulletin' }))).toBe('stopped');
});

test('of concurrent copies under three names five are counted', async () => {
  await place(citing({ issn: ['0000-0035', '0000-0043'], title: 'Side by Side' }));
  const names = [{ issn: ['0000-0035'] }, { issn: ['0000-0043'] }, { title: 'Side by Side' }];
  const wanted = Array.from({ length: 12 }, (_, i) => citing(names[i % 3] ?? {}));
  const outcomes = await Promise.all(wanted.map((request) => place(request)));
  expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(4);
});

test('a request counts once, however often it is checked; an unfilled one is returned, a filled one is not', async () => {
  const title = { title: 'Annals of Returning' };
  const five = Array.from({ length: 5 }, () => citing(title));
  const [one, two, three] = five;
  if (!one || !two || !three) throw new Error('five');
  for (const request of five) expect(await place(request)).toBe('counted');
  expect(await place(one)).toBe('not-counted');
  expect(await place(citing(title))).toBe('stopped');
  await end(one, 'end-of-rota');
  // If it ends twice, the count is decreased once.
  expect(await copies.endWrites({ ...one, state: 'unfilled' }, { ...one, state: 'cancelled' }, on)).toEqual([]);
  await end(two, 'completed', 'copy-received');
  expect(await copies.ofRequest(two.requestId)).toMatchObject({ state: 'filled', endedAt: '2026-12-01T09:00:00.000Z' });
  expect(await copies.ofRequest(one.requestId)).toMatchObject({ state: 'not-filled' });
  expect(await copies.endWrites(three, { ...three, state: 'unfilled' }, on)).toEqual([]);
  expect(await place(citing(title))).toBe('counted');
  expect(await place(citing(title))).toBe('stopped');
});

test('permission, royalty or a staff decision allow one more, stored with person, time and reason', async () => {
  const title = { title: 'Letters beyond the Limit' };
  const five = Array.from({ length: 5 }, () => citing(title));
  for (const request of five) await place(request);
  const sixth = citing(title);
  expect(await place(sixth)).toBe('stopped');
  const royalty = { kind: 'royalty' as const, amount: { amount: 3500, currency: 'USD' }, reference: 'CCC 77' };
  const decided = { by: 'staff:stf_1', at: '2026-11-24T10:00:00.000Z', decision: royalty };
  expect(await table.write(letThroughWrites(sixth, policy, on, decided))).toBeUndefined();
  expect(await table.write(letThroughWrites(sixth, policy, on, decided))).toBeDefined();
  expect(await copies.ofRequest(sixth.requestId)).toMatchObject({ compliance: 'US-CCL', decided });
  expect(await copies.statement(sixth, policy)).toBe('US-CCL');
  expect(await copies.statement(five[0] ?? sixth, policy)).toBe('US-CCG');
  expect(await copies.statement(citing({ kind: 'chapter' }), policy)).toBe('US-CCL');
  expect(await copies.statement(citing(title, { service: 'loan' }), policy)).toBeUndefined();
  const seen = async () => periodicalsOf(await list(ill)).find((one) => one.periodical.includes('beyond'));
  expect(await seen()).toMatchObject({ counted: 5, beyond: 1 });
  await end(sixth, 'cancelled');
  expect(await seen()).toMatchObject({ counted: 5, beyond: 0 });
});

test('a changed request counts as its current item, and the old count is returned', async () => {
  const [old, other] = [{ title: 'Old Annals' }, { title: 'Other Annals' }];
  const when = { on, at: '2026-11-24T10:00:00.000Z' };
  const again = async (request: LoanRequest, decided?: Parameters<CopyrightStore['judgeAgain']>[3]) => {
    const writes = await copies.judgeAgain(request, policy, when, decided);
    if (writes === 'copyright-limit') return writes;
    return (await table.write(writes)) === undefined ? writes.length : 'lost';
  };
  const counts = async () => {
    const all = periodicalsOf(await list(ill)).filter(({ periodical }) => periodical.includes('annals'));
    return Object.fromEntries(all.map(({ periodical, counted, beyond }) => [periodical, [counted, beyond]]));
  };
  const request = citing(old);
  expect(await place(request)).toBe('counted');
  expect(await again(request)).toBe(0);
  const moved = citing(other, { requestId: request.requestId });
  expect(await again(moved)).toBe(3);
  const [was, is] = [await counts(), Object.keys(await counts())];
  expect(is.map((name) => was[name])).toEqual(
    expect.arrayContaining([
      [0, 0],
      [1, 0],
    ]),
  );
  expect(await copies.ofRequest(request.requestId)).toMatchObject({ article: { title: 'Other Annals' } });
  // As a loan it no longer counts; as a copy it counts again.
  expect(await again({ ...moved, service: 'loan' })).toBe(2);
  expect(await copies.ofRequest(request.requestId)).toMatchObject({ state: 'not-filled' });
  expect(await again(moved)).toBe(2);
  for (let i = 0; i < 5; i += 1) expect(await place(citing(old))).toBe('counted');
  expect(await again({ ...request })).toBe('copyright-limit');
  const decided = { by: 'staff:stf_1', at: when.at, decision: { kind: 'permission' as const } };
  expect(await again(request, decided)).toBe(3);
  expect(Object.values(await counts())).toEqual(
    expect.arrayContaining([
      [5, 1],
      [0, 0],
    ]),
  );
});

test('a member’s year is listed by periodical, page by page, with every copy; never with the patron', async () => {
  // Titles of which one begins with another, which must stay distinct.
  for (const title of ['Physics', 'Physics Today', 'Physics Today Letters']) {
    for (let i = 0; i < 2; i += 1) await place(citing({ title }, { requesterMember: 'cedar' }));
  }
  const read: object[] = [];
  let after: string | undefined;
  do {
    const query = { year: '2026', limit: '2', ...(after && { after }) };
    const answered = await list(staffAt('cedar', 'member-admin'), query, 'cedar');
    expect(answered.status).toBe(200);
    read.push(...periodicalsOf(answered));
    after = (answered.body as { next?: string }).next;
  } while (after);
  expect(read).toMatchObject(
    ['Physics', 'Physics Today', 'Physics Today Letters'].map((title) => ({
      ...{ title, counted: 2, beyond: 0 },
      copies: [{ compliance: 'US-CCG', state: 'asked', requestedOn: on }, { state: 'asked' }],
    })),
  );
  expect((await list(consortiumStaff('auditor'), { year: '2025' }, 'cedar')).body).toMatchObject({ periodicals: [] });
  expect((await list(staffAt('birch', 'ill'), { year: '2026' }, 'cedar')).status).toBe(403);
  expect((await list(ill, { year: '2026', after: 'bm8' })).body).toMatchObject({ code: 'bad-cursor' });
  const rows = (await scanAll(table.name)).filter(({ entity }) => String(entity).startsWith('copyright'));
  expect(rows.length).toBeGreaterThan(10);
  expect(JSON.stringify(rows)).not.toContain('pat-1');
});

test('records are stored for three calendar years after that of the request, and count as deleted after that', async () => {
  const request = citing({ title: 'Kept' });
  await place(request);
  const row = await table.get(resourceSharingKeys.key('copyrightCopy', { requestId: request.requestId }));
  expect(new Date(Number(row?.expiresAt) * 1000).toISOString()).toBe('2030-01-02T00:00:00.000Z');
  const late = await copies.endWrites(request, { ...request, state: 'cancelled' }, '2030-02-01T00:00:00.000Z');
  expect(late).toEqual([]);
});
