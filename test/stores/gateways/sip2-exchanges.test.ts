import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { handler as showStatus } from '../../../functions/circulation/operations/show-status/handler.ts';
import { type RunningGateway, startGateway } from '../../../gateways/sip2/gateway.ts';
import { settingsSchema } from '../../../gateways/sip2/settings.ts';
import type { MachineActor } from '../../../layers/platform/http/actor.ts';
import { tools } from '../../../local/tools.ts';
import { apiServer } from '../../builders/api-server.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { program } from '../../builders/handler-server.ts';
import { aConsortium, aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { note } from '../../builders/note.ts';
import { aPatron, staffAt } from '../../builders/people.ts';
import { sipTerminal } from '../../builders/sip2-terminal.ts';

const when = '2026-03-02T11:00:00.000Z';
const now = Date.parse(when);
const place = 'birch.east';
/** Exchanges written from the specification, and requests recorded from devices, with the responses of this gateway. */
const files = ['exchanges', 'recorded'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .toSorted()
    .map((name) => join(folder, name)),
);
const linesOf = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter(Boolean);
const machine = selfCheckAt(place) as MachineActor;

let gateway: RunningGateway;
let journal: string;
let api: Awaited<ReturnType<typeof apiServer>>;

// A gateway on a library with the cards, copies and fees that the exchanges name: each exchange has its own.
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  journal = mkdtempSync(join(tmpdir(), 'concord-sip2-'));
  const table = await aTable();
  await aConsortium(table);
  const [homeBranch, pin, birthDate] = ['birch.east', '482615', '1980-01-02'];
  for (const [card, expiresOn] of Object.entries({
    1: '2027-01-31',
    2: '2027-01-31',
    3: '2026-01-31',
    4: '2027-01-31',
  }))
    await aPatron(table, { homeBranch, pin, birthDate, expiresOn, card: `2900000000000${card}` });
  for (const [card, ownPin] of [
    ['E267912', pin],
    ['21025001079219', '1168'],
  ] as const)
    await aPatron(table, { homeBranch, pin: ownPin, birthDate, card });
  for (const barcode of ['39000000000001', '39000000000002', '39000000000003', '0697478', '830$28170815'])
    await aCopy(table, { barcode, branchId: place });
  const runtime = at(when);
  const body = { branchId: place, patron: '29000000000002', fee: 'damaged-item', amount: 200 };
  expect((await call(chargeFee.using(runtime), { actor: staffAt(place, 'desk'), body })).status).toBe(201);
  const handlers = [getItem, showStatus, checkOut, checkIn, renew, payBill];
  api = await apiServer(
    handlers.map((handler) => handler.using(runtime)),
    machine,
  );
  const settings = settingsSchema.parse({
    ...{ api: api.url, listen: [{ port: 0, host: '127.0.0.1' }], timeZone: 'Europe/Berlin', currency: 'EUR' },
    ...{ journal, libraryName: 'Birch' },
  });
  gateway = await startGateway(settings, { now: () => now, log: () => {} });
});
afterAll(async () => {
  await gateway.close();
  await api.stop();
  rmSync(journal, { recursive: true, force: true });
});

// Of all bytes only the id that Concord gives a bill differs between two runs.
const comparable = (text: string): string => text.replace(/bil_[0-9a-z]+/, 'bil_ID');

test.each(files)('the exchange %s is answered byte by byte', async (name) => {
  const lines = linesOf(name);
  const terminal = await sipTerminal(gateway.ports[0] ?? 0);
  const given: string[] = [];
  for (const line of lines) {
    if (line.startsWith('ACS ')) continue;
    given.push(line);
    if (!line.startsWith('SC ')) continue;
    given.push(`ACS ${comparable((await terminal.send(line.slice(3))) ?? '(connection ends)')}`);
  }
  terminal.close();
  expect(given).toEqual(lines);
});

test('a second independent implementation of the protocol, in Python, reads every response of the exchanges', async () => {
  const script = [
    'import sys',
    'try: from pysip2 import decode_message',
    'except ImportError: sys.exit(print("absent"))',
    'for name in sys.argv[1:]:',
    '    for line in open(name, encoding="utf-8"):',
    '        if line.startswith("ACS "):',
    '            read = decode_message(line[4:].rstrip("\\n").encode() + b"\\r", encoding="utf-8")',
    '            print(line[4:6], type(read.message).__name__)',
  ].join('\n');
  const text =
    (await program(tools.python, ['-c', script, ...files.map((name) => join(import.meta.dirname, name))])) ?? 'absent';
  if (text.trim() === 'absent') return note('skipped: pysip2 does not read the exchanges, as it is not installed');
  const responses = files.flatMap((name) => linesOf(name).filter((line) => line.startsWith('ACS ')));
  const lines = text.trim().split('\n');
  expect(lines).toHaveLength(responses.length);
  expect(lines).toEqual(
    expect.arrayContaining(['12 CheckoutResponse', '10 CheckinResponse', '64 PatronInformationResponse']),
  );
});
