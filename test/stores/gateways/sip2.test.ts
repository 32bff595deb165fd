import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as changePickup } from '../../../functions/circulation/operations/change-pickup/handler.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as listDevices } from '../../../functions/circulation/operations/list-device-transactions/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { handler as reportDevice } from '../../../functions/circulation/operations/report-device-transaction/handler.ts';
import { handler as showStatus } from '../../../functions/circulation/operations/show-status/handler.ts';
import { type RunningGateway, startGateway } from '../../../gateways/sip2/gateway.ts';
import { settingsSchema } from '../../../gateways/sip2/settings.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { MachineActor } from '../../../layers/platform/http/actor.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { sipDate } from '../../../layers/protocols/sip2/dates.ts';
import { tools } from '../../../local/tools.ts';
import { apiServer } from '../../builders/api-server.ts';
import { call } from '../../builders/call.ts';
import { aCertificate } from '../../builders/certificate.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { program } from '../../builders/handler-server.ts';
import { aBorrower, aConsortium, aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { note } from '../../builders/note.ts';
import { aPatron, staffAt } from '../../builders/people.ts';
import { type SipTerminal, sipField, sipTerminal } from '../../builders/sip2-terminal.ts';

const now = Date.parse('2026-03-02T11:00:00.000Z');
const branchId = 'birch.east';
const timeZone = 'Europe/Berlin';
const PIN = '482615';
const date = sipDate(now, timeZone);
const [blank, none] = [' '.repeat(18), ' '.repeat(10)];
const machine = selfCheckAt(branchId) as MachineActor;

let table: Table;
let api: Awaited<ReturnType<typeof apiServer>>;
let gateway: RunningGateway;
let folder: string;
let terminal: SipTerminal;
const events: object[] = [];

const start = async (over: object = {}): Promise<RunningGateway> => {
  const settings = settingsSchema.parse({
    ...{ api: api.url, listen: [{ port: 0, host: '127.0.0.1' }], timeZone, currency: 'EUR', journal: folder },
    ...{ libraryName: 'Birch', defaults: { contactData: true }, ...over },
  });
  return startGateway(settings, { now: () => now, log: (event) => events.push(event) });
};
const signedIn = async (port = gateway.ports[0] ?? 0): Promise<SipTerminal> => {
  const one = await sipTerminal(port);
  expect(await one.checked(`9300CN${machine.id}|COright|CPlobby|`)).toMatch(/^941AY0AZ/);
  return one;
};
const someone = () =>
  aPatron(table, {
    ...{ homeBranch: 'cedar.main', pin: PIN, patronId: systemIds.next('patron', now), birthDate: '1980-01-02' },
  });
const checkout = (card: string, barcode: string, noBlock = 'N', when = date) =>
  `11N${noBlock}${when}${blank}AO|AA${card}|AB${barcode}|AC|BON|BIN|`;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  const handlers = [
    getItem,
    showStatus,
    checkOut,
    checkIn,
    renew,
    payBill,
    placeHold,
    cancelHold,
    changePickup,
    reportDevice,
  ];
  const runtime = at(new Date(now).toISOString());
  api = await apiServer(
    handlers.map((handler) => handler.using(runtime)),
    machine,
  );
  folder = mkdtempSync(join(tmpdir(), 'concord-sip2-'));
  gateway = await start();
  terminal = await signedIn();
});
afterEach(() => api.fail(undefined));
afterAll(async () => {
  terminal.close();
  await gateway.close();
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a self-check is served from sign-in to the end of the session', async () => {
  const { card } = await someone();
  const { barcode } = await aCopy(table);
  const status = await terminal.checked('9900802.00');
  expect(status).toMatch(new RegExp(`^98YYYYNY300003${date}2\\.00`));
  expect([sipField(status, 'AM'), sipField(status, 'AN'), sipField(status, 'BX')]).toEqual([
    ...['Birch', branchId, 'YYYYYYYYYYYNNYYY'],
  ]);

  const greeting = await terminal.checked(`23001${date}AO|AA${card}|AC|AD${PIN}|`);
  expect(greeting?.slice(0, 37)).toBe(`24${' '.repeat(14)}000${date}`);
  expect([sipField(greeting, 'AE'), sipField(greeting, 'BL'), sipField(greeting, 'CQ')]).toEqual([
    ...['Amara Okafor', 'Y', 'Y'],
  ]);

  const before = api.requests.length;
  const lent = await terminal.checked(checkout(card, barcode));
  expect(lent?.slice(0, 6)).toBe('121NUY');
  expect(sipField(lent, 'AH')).toMatch(/^202603\d\d {4}\d{6}$/);
  expect(sipField(lent, 'AF')).toBeUndefined();
  // The response of the checkout has all that the self-check prints: no second request.
  expect(api.requests.slice(before)).toEqual(['POST /v1/circulation/check-outs']);

  const item = await terminal.checked(`17${date}AO|AB${barcode}|`);
  expect(item?.slice(0, 8)).toBe('18040001');
  const information = await terminal.checked(`63001${date}  Y       AO|AA${card}|AC|AD${PIN}|`);
  expect(information?.slice(37, 61)).toBe('000000000001000000000000');
  expect([sipField(information, 'AU'), sipField(information, 'BZ')]).toEqual([
    barcode,
    expect.stringMatching(/^\d{4}$/),
  ]);
  expect(sipField(information, 'PA')).toMatch(/^\d{8}$/);
  expect([sipField(information, 'AQ'), sipField(information, 'PC')]).toEqual(['cedar', 'adult']);
  expect(sipField(information, 'PB')).toMatch(/^\d{8}$/);
  expect(await terminal.checked(`35${date}AO|AA${card}|`)).toMatch(/^36Y/);
  const back = await terminal.checked(`09N${date}${date}AP|AO|AB${barcode}|AC|BIN|`);
  expect(back?.slice(0, 6)).toBe('101YUY');
  // The copy belongs to another branch: bin 3, to be sent.
  expect([sipField(back, 'CL'), sipField(back, 'CV'), sipField(back, 'CT'), sipField(back, 'AQ')]).toEqual([
    ...['3', '04', 'ash.main', 'ash.main'],
  ]);
});

test('with the card alone a self-check gets no name, and the screen says that a PIN is wrong', async () => {
  const { card } = await someone();
  const alone = await terminal.send(`23001${date}AO|AA${card}|AC|`);
  expect([sipField(alone, 'AE'), sipField(alone, 'CQ')]).toEqual([card, undefined]);
  const { barcode } = await aCopy(table);
  expect((await terminal.checked(checkout(card, barcode)))?.slice(0, 3)).toBe('121');
  expect((await terminal.send(`63001${date}${none}AO|AA${card}|AC|`))?.slice(45, 49)).toBe('0000');
  const counting = await apiServer([showStatus.using(at(new Date(now).toISOString()))], {
    ...{ ...machine, scopes: ['self-check', 'card-counts'] },
  });
  const other = await start({ api: counting.url, journal: join(folder, 'counting') });
  const screen = await signedIn(other.ports[0]);
  const counted = await screen.send(`63001${date}  Y       AO|AA${card}|AC|`);
  expect([counted?.slice(45, 49), sipField(counted, 'AU'), sipField(counted, 'AE')]).toEqual(['0001', undefined, card]);
  screen.close();
  await other.close();
  await counting.stop();
  const wrong = await terminal.send(`63001${date}${none}AO|AA${card}|AC|AD0000|`);
  expect([sipField(wrong, 'AE'), sipField(wrong, 'CQ'), sipField(wrong, 'PC')]).toEqual([card, 'N', undefined]);
  expect(sipField(wrong, 'AF')).toBe('The PIN is wrong.');
  const unknown = await terminal.send(`23001${date}AO|AA29999999999999|AC|`);
  expect(unknown?.slice(0, 16)).toBe(`24YYYY${' '.repeat(10)}`);
  expect([sipField(unknown, 'BL'), sipField(unknown, 'AF')]).toEqual(['N', 'Card not found. Please ask staff.']);
});

test('a request that is repeated after a lost response is carried out once, also on a new connection', async () => {
  const { card } = await someone();
  const { barcode } = await aCopy(table);
  const first = await terminal.checked(checkout(card, barcode));
  const other = await signedIn();
  const again = await other.checked(checkout(card, barcode));
  expect(first?.startsWith('121')).toBe(true);
  expect(again?.replace(/AY.*$/, '')).toBe(first?.replace(/AY.*$/, ''));
  // Resend (97) repeats the last response with its own sequence number.
  expect(await other.send('97AZFEF5')).toBe(again);
  other.close();
});

test('a damaged line is asked for again, and a line that is no request ends the connection', async () => {
  const one = await signedIn();
  expect(await one.send('9900802.00AY1AZ0000')).toBe('96AZFEF6');
  expect(await one.send('77nothing')).toBeUndefined();
  const stranger = await sipTerminal(gateway.ports[0] ?? 0);
  expect(await stranger.send(`23001${date}AO|AA1|AC|`)).toBeUndefined();
  const wrong = await sipTerminal(gateway.ports[0] ?? 0);
  expect(await wrong.send(`9300CN${machine.id}|COwrong|`)).toBe('940');
});

test('a patron who has the item already renews it where the self-check may renew, and is told so where it may not', async () => {
  const { card } = await someone();
  const { barcode } = await aCopy(table);
  expect(sipField(await terminal.send(`${checkout(card, barcode)}AD000000|`), 'AF')).toBe('The PIN is wrong.');
  expect((await terminal.send(`${checkout(card, barcode)}AD${PIN}|`))?.slice(0, 3)).toBe('121');
  const later = sipDate(now + 60_000, timeZone);
  const refused = await terminal.send(checkout(card, barcode, 'N', later));
  expect([refused?.slice(0, 6), sipField(refused, 'AF')]).toEqual(['120NUN', 'You have this item already.']);
  const asked = await terminal.send(checkout(card, barcode, 'N', later).replace(/^11N/, '11Y'));
  // The loan was made today: a renewal would not extend it, which only the renewal itself can say.
  expect([asked?.slice(0, 3), sipField(asked, 'AF')]).toEqual(['120', 'A renewal now would not extend the loan.']);
  const other = await someone();
  const renewal = (allowed: string) =>
    terminal.send(`29${allowed}N${later}${blank}AO|AA${other.card}|AB${barcode}|AC|`);
  expect(sipField(await renewal('N'), 'AF')).toBe('The item is not checked out.');
  expect(sipField(await renewal('Y'), 'AF')).toBe('A renewal now would not extend the loan.');
  const all = await terminal.send(`65${later}AO|AA${card}|AD${PIN}|`);
  expect([all?.slice(0, 11), sipField(all, 'BN')]).toEqual(['66100000001', barcode]);
});

test('a fee is paid without the PIN, from the bill it names or the oldest, never more than is owed, and once', async () => {
  const { card } = await someone();
  const actor = staffAt(branchId, 'desk');
  const charged = { branchId, patron: card, fee: 'damaged-item', amount: 250 };
  const charge = await call(chargeFee.using(at(new Date(now).toISOString())), { actor, body: charged });
  expect(charge.status).toBe(201);
  const pay = (amount: string, currency = 'EUR') => `37${date}0100${currency}BV${amount}|AO|AA${card}|BKt1|`;
  expect(sipField(await terminal.send(pay('9.00')), 'AF')).toBe('The amount is more than is owed.');
  expect(sipField(await terminal.send(pay('1.00', 'USD')), 'AF')).toBe('The currency is not the one of the fees.');
  const account = await terminal.send(`63001${date}   Y      AO|AA${card}|AC|AD${PIN}|`);
  const [billId = ''] = sipField(account, 'AV')?.split(' ') ?? [];
  expect((await terminal.send(`${pay('0.50')}CG${billId}|`))?.slice(0, 3)).toBe('38Y');
  expect(sipField(await terminal.send(`${pay('0.50')}CGbil_none|`), 'AF')).toBe('No fee is open.');
  const paid = await terminal.send(pay('2.00'));
  expect([paid?.slice(0, 3), sipField(paid, 'BV'), sipField(paid, 'BK')]).toEqual(['38Y', undefined, 't1']);
  expect(sipField(paid, 'AG')).toMatch(new RegExp(`^${branchId}-`));
  // The kiosk may have taken the money of what was refused: staff see it.
  const refused = readFileSync(join(folder, 'refused.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(refused.map(({ asked: { paid }, codes }) => [paid, codes])).toEqual([
    [{ amount: 900, currency: 'EUR', reference: 't1' }, ['more-than-open']],
    [{ amount: 50, currency: 'EUR', reference: 't1' }, ['unknown-bill']],
  ]);
  // The response was lost: the same line gets it again, although no bill is open any more.
  const other = await signedIn();
  expect(await other.send(pay('2.00'))).toBe(paid);
  expect(sipField(await other.send(pay('0.10')), 'AF')).toBe('No fee is open.');
  other.close();
});

test('a hold is placed, moved to another branch and cancelled with the PIN', async () => {
  const { card } = await someone();
  const { barcode, recordId } = await aCopy(table);
  const reader = await aBorrower(table);
  const lent = { branchId: 'ash.main', item: barcode, patron: reader.card };
  expect(
    (await call(checkOut.using(at(new Date(now).toISOString())), { actor: staffAt('ash.main', 'desk'), body: lent }))
      .status,
  ).toBe(201);
  const hold = (mode: string, more = '', pin = PIN) =>
    terminal.send(`15${mode}${date}AO|AA${card}|AD${pin}|AB${barcode}|${more}`);
  expect(sipField(await hold('+', '', 'wrong'), 'AF')).toBe('The PIN is wrong.');
  const placed = await hold('+');
  expect([placed?.slice(0, 4), sipField(placed, 'BS'), sipField(placed, 'BR')]).toEqual(['161N', branchId, '1']);
  const cancelled = await hold('-');
  expect(cancelled?.slice(0, 3)).toBe('161');
  expect(await hold('-')).toBe(cancelled);
  const later = sipDate(now + 60_000, timeZone);
  const again = `15+${later}AO|AA${card}|AD${PIN}|AJ${recordId}|`;
  expect((await terminal.send(again))?.slice(0, 3)).toBe('161');
  expect(sipField(await hold('*', 'BScedar.main|'), 'BS')).toBe('cedar.main');
});

test('what was lent off line is sent with its own time, in its order, once Concord can be reached again', async () => {
  const { card } = await someone();
  const [one, two] = [await aCopy(table), await aCopy(table)];
  const early = sipDate(now - 3_600_000, timeZone);
  api.fail(503);
  const refused = await terminal.send(checkout(card, one.barcode, 'N', early));
  expect([refused?.slice(0, 3), sipField(refused, 'AF')]).toEqual([
    ...['120', 'The library system cannot be reached. Please ask staff.'],
  ]);
  expect((await terminal.send(checkout(card, one.barcode, 'Y', early)))?.slice(0, 3)).toBe('121');
  expect((await terminal.send(checkout(card, two.barcode, 'Y', date)))?.slice(0, 3)).toBe('121');
  expect((await terminal.send(checkout(card, '39999999999999', 'Y', date)))?.slice(0, 3)).toBe('121');
  expect([gateway.waiting(), await gateway.replay(), gateway.waiting()]).toEqual([3, 0, 3]);

  // A second program on the same journal would write over what this one stores.
  await expect(start()).rejects.toThrow(/Another SIP2 gateway uses the journal/);

  // A restart forgets nothing.
  await gateway.close();
  gateway = await start();
  expect(gateway.waiting()).toBe(3);
  api.fail(undefined);
  terminal = await signedIn();
  expect(await gateway.replay()).toBe(3);
  const information = await terminal.send(`63001${date}  Y       AO|AA${card}|AC|AD${PIN}|`);
  expect(information?.slice(45, 49)).toBe('0002');
  const { body } = await call(showStatus.using(at(new Date(now).toISOString())), {
    actor: machine,
    body: { branchId, patron: card, pin: PIN },
  });
  expect(body).toMatchObject({
    own: {
      loans: expect.arrayContaining([
        expect.objectContaining({ barcode: one.barcode, checkedOutAt: new Date(now - 3_600_000).toISOString() }),
      ]),
    },
  });
  const line = readFileSync(join(folder, 'refused.ndjson'), 'utf8')
    .split('\n')
    .find((one) => one.includes('39999999999999'));
  // Staff need the card to enter what Concord refused.
  expect(JSON.parse(line ?? '')).toMatchObject({
    ...{ asked: { body: { item: '39999999999999', patron: card } }, codes: ['unknown-item'] },
  });
  expect(statSync(join(folder, 'refused.ndjson')).mode & 0o777).toBe(0o600);
  // Staff of the branch see it, without the card.
  const { body: listed } = await call(listDevices.using(at(new Date(now).toISOString())), {
    ...{ actor: staffAt(branchId, 'desk'), path: { branchId } },
  });
  expect(listed).toMatchObject({
    transactions: expect.arrayContaining([
      expect.objectContaining({ state: 'refused', kind: 'check-out', item: '39999999999999', codes: ['unknown-item'] }),
      expect.objectContaining({ kind: 'payment', paid: { amount: 900, currency: 'EUR' }, reference: 't1' }),
    ]),
  });
  expect(JSON.stringify(listed)).toContain('pat_');
  expect(JSON.stringify(listed)).not.toContain(card);
});

test('what Concord refuses at once of an off-line loan is stored for staff, once, and a renewal instead is not', async () => {
  const { card } = await someone();
  const [{ barcode }, old] = [await aCopy(table), sipDate(now - 30 * 86_400_000, timeZone)];
  const refused = (): string[] =>
    readFileSync(join(folder, 'refused.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line.includes(barcode));
  for (let sent = 0; sent < 2; sent += 1)
    expect((await terminal.send(checkout(card, barcode, 'Y', old)))?.slice(0, 3)).toBe('120');
  expect(refused().map((line) => JSON.parse(line))).toMatchObject([
    { clientId: machine.id, asked: { body: { item: barcode, patron: card } }, codes: ['outside-offline-days'] },
  ]);
  expect(events).toContainEqual({ what: 'refused', client: machine.id, codes: ['outside-offline-days'] });
  expect((await terminal.send(checkout(card, barcode)))?.slice(0, 3)).toBe('121');
  await terminal.send(checkout(card, barcode, 'Y', sipDate(now + 1000, timeZone)).replace(/^11N/, '11Y'));
  expect(
    refused()
      .map((line) => JSON.parse(line).asked.path)
      .slice(1),
  ).toEqual(['/v1/circulation/renewals']);
  await terminal.send(`23001${date}AO|AA${card}|AC|`);
});

test('requests of devices that Concord does not carry out get their own response, and the connection stays', async () => {
  const one = await sipTerminal(gateway.ports[0] ?? 0);
  expect(await one.send('97AZFEF5')).toBe('96AZFEF6');
  expect(await one.send('9900802.00')).toMatch(new RegExp(`^98YYYYNY300003${date}2\\.00AO\\|AMBirch`));
  expect(await one.send(`9300CN${machine.id}|COright|`)).toBe('941');
  const { card } = await someone();
  expect(await one.send(`19${date}AObirch|AB39999999999999|`)).toBe(
    `200${date}AObirch|AB39999999999999|AFThis library does not offer that here.|`.replace('AObirch|', ''),
  );
  const enabled = await one.send(`25${date}AObirch|AA${card}|AC|AD${PIN}|`);
  expect([enabled?.slice(0, 16), sipField(enabled, 'AA'), sipField(enabled, 'CQ')]).toEqual([
    ...[`26${' '.repeat(14)}`, card, 'Y'],
  ]);
  one.close();
});

test('a confirmed loan stays in the journal while Concord refuses it for a reason that may pass', async () => {
  const { card } = await someone();
  const { barcode } = await aCopy(table);
  api.fail(429, 'too-many-failures');
  expect((await terminal.send(checkout(card, barcode, 'Y')))?.slice(0, 3)).toBe('121');
  const refusals = { 'not-permitted': 403, 'changed-meanwhile': 409, 'token-expired': 401, 'client-refused': 401 };
  for (const [code, status] of Object.entries(refusals)) {
    api.fail(status, code);
    expect([code, await gateway.replay(), gateway.waiting()]).toEqual([code, 0, 1]);
  }
  api.fail(undefined);
  expect([await gateway.replay(), gateway.waiting()]).toEqual([1, 0]);
  const information = await terminal.send(`63001${date}  Y       AO|AA${card}|AC|AD${PIN}|`);
  expect(sipField(information, 'AU')).toBe(barcode);
});

test('off line a return has its return date, and a renewal of any barcode can be sent', async () => {
  const { card } = await someone();
  api.fail(503);
  const returned = sipDate(now - 7_200_000, timeZone);
  expect((await terminal.send(`09Y${date}${returned}AP|AO|AB39999999999998|AC|`))?.slice(0, 3)).toBe('101');
  expect((await terminal.send(`29NY${date}${blank}AO|AA${card}|AB3999\u0142|AC|`))?.slice(0, 3)).toBe('301');
  const [line = ''] = readFileSync(join(folder, 'waiting.ndjson'), 'utf8').split('\n');
  expect(JSON.parse(line)).toMatchObject({
    asked: { body: { madeAt: new Date(now - 7_200_000).toISOString() } },
  });
  api.fail(undefined);
  expect([await gateway.replay(), gateway.waiting()]).toEqual([2, 0]);
});

test('a terminal has its own name, encoding, language and requests; what it may not send is refused politely', async () => {
  process.env['SIP2_TEST_SECRET'] = 'right';
  process.env['SIP2_TEST_PASSWORD'] = 'lobby-password';
  const other = await start({
    journal: join(folder, 'other'),
    terminals: [
      {
        ...{ user: 'ebooks', password: { env: 'SIP2_TEST_PASSWORD' }, clientId: machine.id },
        ...{ clientSecret: { env: 'SIP2_TEST_SECRET' }, encoding: 'cp850', language: 'es', requests: ['23', '63'] },
      },
    ],
  });
  const vendor = await sipTerminal(other.ports[0] ?? 0, 'latin1');
  expect(await vendor.send('9300CNebooks|COnot-it|')).toBe('940');
  vendor.close();
  const one = await sipTerminal(other.ports[0] ?? 0, 'latin1');
  expect(await one.send('9300CNebooks|COlobby-password|')).toBe('941');
  expect(sipField(await one.send('9900802.00'), 'BX')).toBe('YNNNYYYYYNNNNNNN');
  const lent = await one.send(checkout('1', '2'));
  expect(lent?.slice(0, 3)).toBe('120');
  const unknown = await one.send(`23008${date}AO|AA29999999999999|AC|`);
  // In code page 850, é is 0x82.
  expect(sipField(unknown, 'AF')).toBe('Carn\u0082 no encontrado. Consulte al personal.');
  one.close();
  await other.close();
});

test('a terminal that signs in as a machine client has options of its own too, also a time zone', async () => {
  const clients = { [machine.id]: { timeZone: 'America/New_York', language: 'es', requests: ['23'] } };
  const other = await start({ journal: join(folder, 'clients'), clients });
  const one = await signedIn(other.ports[0]);
  const there = sipDate(now, 'America/New_York');
  const status = await one.send('9900802.00');
  expect([status?.slice(14, 32), sipField(status, 'BX')]).toEqual([there, 'YNNNYYYNYNNNNNNN']);
  const unknown = await one.send(`23008${there}AO|AA29999999999999|AC|`);
  expect([unknown?.slice(19, 37), sipField(unknown, 'AF')]).toEqual([
    there,
    'Carné no encontrado. Consulte al personal.',
  ]);
  one.close();
  await other.close();
});

test('of twelve self-checks that lend one copy at once, one succeeds', async () => {
  const { barcode } = await aCopy(table);
  const patrons = await Promise.all(Array.from({ length: 12 }, someone));
  const terminals = await Promise.all(patrons.map(() => signedIn()));
  const answers = await Promise.all(
    terminals.map((one, at) => one.checked(checkout(patrons[at]?.card ?? '', barcode))),
  );
  expect(answers.filter((answer) => answer?.startsWith('121'))).toHaveLength(1);
  for (const one of terminals) one.close();
});

test('an address outside of the list may not connect', async () => {
  const closed = await start({ journal: join(folder, 'closed'), allow: ['10.20.0.0/16'] });
  const stranger = await sipTerminal(closed.ports[0] ?? 0);
  expect(await stranger.send('9900802.00')).toBeUndefined();
  await closed.close();
});

test('an independent client of the protocol, in Python, lends an item and reads the account over TLS', async () => {
  const certificate = await aCertificate();
  if (!certificate) return note('skipped: no client asks the gateway for SIP2 over TLS, as Python is not installed');
  const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(tls.cert, certificate.cert);
  writeFileSync(tls.key, certificate.key, { mode: 0o600 });
  const secure = await start({ journal: join(folder, 'secure'), listen: [{ port: 0, host: '127.0.0.1', tls }] });
  const { card } = await someone();
  const { barcode } = await aCopy(table);
  const script = [
    'import sys',
    'try: from Sip2.sip2 import Sip2',
    'except ImportError: sys.exit(print("absent"))',
    's = Sip2()',
    `s.hostName, s.hostPort, s.withCrc, s.withSeq = "127.0.0.1", ${secure.ports[0]}, True, True`,
    's.maxretry, s.socketTimeout, s.tlsEnable, s.institutionId = 3, 20, True, "birch"',
    's.logfile_path, s.loglevel = "", "CRITICAL"',
    's.connect()',
    `print(s.sip_login_response(s.get_response(s.sip_login_request("${machine.id}", "right")))["fixed"]["Ok"])`,
    's.sip_sc_status_response(s.get_response(s.sip_sc_status_request()))',
    `s.patron, s.patronpwd = "${card}", "${PIN}"`,
    `print(s.sip_checkout_response(s.get_response(s.sip_checkout_request("${barcode}")))["fixed"]["Ok"])`,
    'found = s.sip_patron_information_response(s.get_response(s.sip_patron_information_request("charged")))',
    'print(found["fixed"]["ChargedItemsCount"], found["variable"]["AE"][0], found["variable"]["AU"][0])',
    `print(s.sip_checkin_response(s.get_response(s.sip_checkin_request("${barcode}")))["fixed"]["Ok"])`,
  ].join('\n');
  const text = (await program(tools.python, ['-c', script])) ?? 'absent';
  // A connection that is not encrypted gets no response at this port.
  const plain = await sipTerminal(secure.ports[0] ?? 0);
  expect(await plain.send('9900802.00')).toBeUndefined();
  plain.close();
  await secure.close();
  if (text.trim() === 'absent')
    note('skipped: the gateway for SIP2 is not asked by the Python client, which is not installed');
  else expect(text.trim().split('\n').slice(0, 4)).toEqual(['1', '1', `0001 Amara Okafor ${barcode}`, '1']);
});

test('the log of the gateway has no card, no PIN, no name and no barcode', () => {
  expect(events.length).toBeGreaterThan(20);
  expect(JSON.stringify(events)).not.toMatch(/Okafor|482615|\d{14}/);
});
