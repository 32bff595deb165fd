import { appendFileSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Called, ConcordApi } from '../../../gateways/sip2/concord-api.ts';
import { type Journal, openJournal } from '../../../gateways/sip2/journal.ts';
import { lockFolder } from '../../../gateways/sip2/lock-folder.ts';

const folders: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-journal-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Opens a journal whose clients are all known but `gone`. `answer` says what Concord returns to a request. */
const open = (folder: string, answer: (clientId: string, item: unknown) => Called<unknown>) => {
  const [sent, events, reports]: [unknown[], object[], object[]] = [[], [], []];
  const call = (async ({ id }, { path, body }) => {
    if (path === '/v1/circulation/device-transactions') {
      reports.push({ by: id, ...(body as object) });
      return { ok: {} };
    }
    const { item } = body as { item: unknown };
    const called = answer(id, item);
    if ('ok' in called) sent.push(item);
    return called;
  }) as ConcordApi['call'];
  const journal = openJournal(folder, {
    ...{ api: { call } as ConcordApi, log: (event) => events.push(event), timeZone: 'America/New_York' },
    clientOf: (id) => (id === 'gone' ? undefined : { id, secret: 'right' }),
    clientAt: (branchId) => (branchId === 'birch.east' ? { id: 'lobby', secret: 'right' } : undefined),
  });
  return { journal, sent, events, reports };
};
const store = (journal: Journal, clientId: string, item: string) =>
  journal.store(clientId, { method: 'POST', path: '/v1/circulation/check-outs', body: { item }, key: item });

test('a terminal whose transactions cannot be sent does not stop those of the others, and its own order stays', async () => {
  const stuck: Called<unknown>[] = [{ refused: [{ code: 'client-refused', detail: '' }], passing: 'client' }];
  const { journal, sent, events } = open(aFolder(), (id) => (id === 'locked' && stuck[0]) || { ok: {} });
  for (const [item, id] of Object.entries({ a: 'gone', b: 'locked', c: 'lobby', d: 'locked', e: 'lobby' })) {
    store(journal, id, item);
  }
  expect([await journal.replay(), sent]).toEqual([2, ['c', 'e']]);
  expect([journal.isEmpty('lobby'), journal.isEmpty('locked')]).toEqual([true, false]);
  await journal.replay();
  expect(events).toEqual([
    { what: 'stopped', client: 'gone', why: 'not-signed-in' },
    { what: 'stopped', client: 'locked', why: 'client-refused' },
  ]);
  stuck.pop();
  expect([await journal.replay(), sent.slice(2), journal.waiting()]).toEqual([2, ['b', 'd'], 1]);
});

test('a transaction at which Concord fails again and again is left to staff, logged, with what is needed to enter it', async () => {
  const folder = aFolder();
  const failed: Called<unknown> = { unreachable: 'Concord answered 500.', passing: 'request' };
  const { journal, sent, events } = open(folder, (_, item) => (item === 'broken' ? failed : { ok: {} }));
  store(journal, 'lobby', 'broken');
  store(journal, 'lobby', 'next');
  for (let tried = 1; tried < 60; tried += 1) expect(await journal.replay()).toBe(0);
  expect([await journal.replay(), sent, journal.waiting()]).toEqual([2, ['next'], 0]);
  expect(JSON.parse(readFileSync(join(folder, 'refused.ndjson'), 'utf8'))).toMatchObject({
    ...{ clientId: 'lobby', asked: { body: { item: 'broken' } }, codes: ['Concord answered 500.'] },
  });
  expect(events).toContainEqual({ what: 'refused', client: 'lobby', codes: ['Concord answered 500.'] });
});

test('a loan made off line whose due date is not the one that its device gave the patron is noted for staff', async () => {
  const folder = aFolder();
  const due = '2026-12-16T04:59:59.000Z';
  const { journal, events } = open(folder, (_, item) => ({ ok: item === 'renewed' ? { due } : { loan: { due } } }));
  for (const [item, promised] of Object.entries({ same: '20261215', lent: '20261220', renewed: '20261222' }))
    journal.store('lobby', { method: 'POST', path: '/', body: { item }, key: item, promised });
  expect(await journal.replay()).toBe(3);
  const differs = { what: 'due-differs', client: 'lobby', due: '20261215' };
  expect(events).toEqual(['20261220', '20261222'].map((promised) => ({ ...differs, promised })));
  const lines = readFileSync(join(folder, 'differing.ndjson'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).item)).toEqual(['lent', 'renewed']);
});

test('staff see a loan made off line that rules were against, with the rules', async () => {
  const body = { branchId: 'birch.east', item: '31234000123456' };
  const answer = { loan: { due: '2026-12-16T04:59:59.000Z' }, conflicts: ['patron-blocked'] };
  const { journal, reports } = open(aFolder(), () => ({ ok: answer }));
  journal.store('lobby', { method: 'POST', path: '/v1/circulation/check-outs', body, key: 'sip2-1' });
  await journal.replay();
  expect(reports).toMatchObject([{ state: 'conflicts', transactionId: 'sip2-1', codes: ['patron-blocked'] }]);
});

test('staff see what waits for a minute, by another device of the branch where its own has not signed in, and no more once it is recorded', async () => {
  const folder = aFolder();
  const body = { branchId: 'birch.east', item: '31234000123456', patron: '21101000000016' };
  const asked = { method: 'POST' as const, path: '/v1/circulation/check-outs', body, key: 'sip2-1' };
  const { journal, reports } = open(folder, () => ({ ok: {} }));
  journal.store('gone', asked);
  for (let replayed = 1; replayed < 6; replayed += 1) await journal.replay();
  expect(reports).toEqual([]);
  for (let replayed = 0; replayed < 2; replayed += 1) await journal.replay();
  const about = { by: 'lobby', branchId: 'birch.east', transactionId: 'sip2-1', kind: 'check-out' };
  expect(reports).toEqual([
    { ...about, state: 'waiting', item: body.item, card: body.patron, codes: ['not-signed-in'] },
  ]);
  // The gateway is started again, and the device signs in.
  const text = readFileSync(join(folder, 'waiting.ndjson'), 'utf8').replace('"gone"', '"lobby"');
  writeFileSync(join(folder, 'waiting.ndjson'), text);
  const later = open(folder, () => ({ ok: {} }));
  await later.journal.replay();
  expect(later.reports).toMatchObject([{ ...about, state: 'recorded' }]);
});

test('a report waits until Concord can be reached, also over a restart; a damaged line is reported where its branch can be read', async () => {
  const folder = aFolder();
  const refused: Called<unknown> = { refused: [{ code: 'unknown-item', detail: '' }] };
  store(open(folder, () => refused).journal, 'lobby', 'one');
  const line = '{"clientId":"lobby","asked":{"body":{"branchId":"birch.east","item":"3123';
  appendFileSync(join(folder, 'waiting.ndjson'), `${line}\n`);
  const first = open(folder, () => refused);
  first.journal.refuse('lobby', { method: 'POST', path: '/', body: {}, key: 'two' }, ['newer-status']);
  const { journal, reports } = open(folder, () => refused);
  await journal.replay();
  await journal.replay();
  expect(reports).toMatchObject([
    { state: 'unreadable', branchId: 'birch.east', transactionId: expect.stringMatching(/^line-[0-9a-f]{40}$/) },
    { state: 'refused', transactionId: 'two', codes: ['newer-status'] },
    { state: 'refused', transactionId: 'one', codes: ['unknown-item'] },
  ]);
});

test('a line that a crash cut short does not swallow the next transaction', async () => {
  const folder = aFolder();
  store(open(folder, () => ({ ok: {} })).journal, 'lobby', 'one');
  appendFileSync(join(folder, 'waiting.ndjson'), '{"clientId":"lob');
  store(open(folder, () => ({ ok: {} })).journal, 'lobby', 'two');
  const { journal, sent } = open(folder, () => ({ ok: {} }));
  expect([await journal.replay(), sent]).toEqual([2, ['one', 'two']]);
  expect(readFileSync(join(folder, 'unreadable.ndjson'), 'utf8')).toBe('{"clientId":"lob\n');
});

test('a line that staff changed so that it cannot be read any more is moved aside and logged, and the others are sent', async () => {
  const folder = aFolder();
  store(open(folder, () => ({ ok: {} })).journal, 'lobby', 'one');
  appendFileSync(join(folder, 'waiting.ndjson'), '{"clientId":"lobby","item":"3123"}\n');
  const { journal, sent, events } = open(folder, () => ({ ok: {} }));
  expect(events).toEqual([{ what: 'journal-unreadable', lines: 1 }]);
  expect([await journal.replay(), sent]).toEqual([1, ['one']]);
  expect(readFileSync(join(folder, 'unreadable.ndjson'), 'utf8')).toContain('3123');
});

test('a journal has one program at a time; the lock that a crashed one left does not stop the next', async () => {
  const folder = aFolder();
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(/Another SIP2 gateway/);
  lock.release();
  writeFileSync(join(folder, 'lock'), 'another-computer 1');
  utimesSync(join(folder, 'lock'), new Date(0), new Date(0));
  (await lockFolder(folder)).release();
});
