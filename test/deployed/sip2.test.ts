import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copies } from '../../demo/holdings.ts';
import { patrons } from '../../demo/patrons.ts';
import { usedInDemo } from '../../demo/untouched.ts';
import { startGateway } from '../../gateways/sip2/gateway.ts';
import { settingsSchema } from '../../gateways/sip2/settings.ts';
import { sipDate } from '../../layers/protocols/sip2/dates.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';
import { note } from '../builders/note.ts';
import { type SipTerminal, sipField, sipTerminal } from '../builders/sip2-terminal.ts';

const endpoints = deployed();
const demo = demoOn(endpoints);
const branchId = 'lakeshore.main';
const timeZone = 'America/New_York';
/** The self-checks at once: 50 in `npm run prove:self-checks`. */
const terminals = process.env.CONCORD_WHOLE ? 50 : 14;
/** The most DVDs that a patron may have: a limit of the demo's policy. */
const MOST_DVDS = 10;
const folder = mkdtempSync(join(tmpdir(), 'concord-sip2-'));

const line = (card: string, barcode: string): string =>
  `11NN${sipDate(Date.now(), timeZone)}${' '.repeat(18)}AO|AA${card}|AB${barcode}|AC|BON|BIN|`;

let repeated = 0;

/** Lends as a device does: it sends the same request again when Concord was too busy to answer it, 20 times at most. */
const lend = async (terminal: SipTerminal, card: string, barcode: string): Promise<string | undefined> => {
  const request = line(card, barcode);
  for (let tries = 0; ; tries += 1) {
    const answer = await terminal.checked(request);
    if (tries === 20 || sipField(answer, 'AF')?.startsWith('The library system cannot') !== true) return answer;
    repeated += 1;
  }
};
/** The barcodes of copies at the branch that no case and no loan of the demo uses, each the only copy of its work. */
const untouched = (category: string): string[] => {
  const used = usedInDemo();
  const isUnused = ({ barcode, workId }: { barcode: string; workId: string }) =>
    !used.has(barcode) && !used.has(workId);
  const counts = Map.groupBy(copies, ({ workId }) => workId);
  return copies
    .filter((one) => one.branch === branchId && one.category === category && isUnused(one))
    .filter(({ workId }) => category !== 'book' || counts.get(workId)?.length === 1)
    .map(({ barcode }) => barcode);
};

/** Registers a reader who has borrowed nothing. Returns the card. */
const newReader = async (): Promise<string> => {
  const card = `2110199${String(Date.now()).slice(-7)}`;
  const person = { name: { family: 'Tester', given: 'Sid' } };
  const body = { branchId, card, category: 'adult', expiresOn: '2099-12-31', person };
  expect(await demo.call('POST', '/patrons/registrations', { as: demo.at('desk', branchId), body })).toMatchObject({
    status: 201,
  });
  return card;
};
const isLent = (answer: string | undefined): boolean => answer?.startsWith('121') === true;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('self-checks in parallel lend no copy twice and pass no limit', async () => {
  const as = demo.at('member-admin', 'lakeshore');
  const body = { name: 'Self-checks in the lobby', memberId: 'lakeshore', branchId, scopes: ['self-check'] };
  const made = (await demo.call('POST', '/membership/machines', { as, body })).body;
  const settings = settingsSchema.parse({
    ...{ api: new URL(endpoints.api).origin, listen: [{ port: 0, host: '127.0.0.1' }], timeZone, currency: 'USD' },
    ...{ journal: folder, timeoutMillis: 30_000 },
  });
  const gateway = await startGateway(settings, { log: () => {} });
  const all: SipTerminal[] = [];
  try {
    for (let n = 0; n < terminals; n += 1) {
      const one = await sipTerminal(gateway.ports[0] ?? 0);
      all.push(one);
      expect(await one.checked(`9300CN${made.clientId}|CO${made.clientSecret}|`)).toMatch(/^941/);
    }
    // The first such book of the branch: other tests lend the last one.
    const barcode = untouched('book')[0] ?? '';
    const cards = patrons.map(({ card }) => card);
    const onOne = await Promise.all(all.map((one, at) => lend(one, cards[at % cards.length] ?? '', barcode)));
    expect(onOne.filter(isLent)).toHaveLength(1);
    const lent = onOne.find(isLent);
    expect(sipField(lent, 'AJ')).not.toBe('');
    expect(sipField(lent, 'AH')).toMatch(/^\d{8} {4}\d{6}$/);

    const card = await newReader();
    const tried = untouched('dvd').slice(0, terminals);
    const onCard = await Promise.all(tried.map((own, at) => lend(all[at] as SipTerminal, card, own)));
    const lentDvds = tried.filter((_, at) => isLent(onCard[at]));
    expect(lentDvds.length).toBeLessThanOrEqual(MOST_DVDS);
    const [first] = all;
    // A scan that met too many others at once is refused, and its reader scans again: the limit is reached, and not passed.
    for (const own of tried.filter((one) => !lentDvds.includes(one))) {
      if (isLent(await lend(first as SipTerminal, card, own))) lentDvds.push(own);
    }
    expect(lentDvds).toHaveLength(MOST_DVDS);
    note(`${terminals} self-checks at once: ${repeated} requests were sent again because the stack was busy`);
    for (const own of [barcode, ...lentDvds]) {
      const when = sipDate(Date.now(), timeZone);
      expect(await first?.checked(`09N${when}${when}AP|AO|AB${own}|AC|BIN|`)).toMatch(/^101/);
    }
  } finally {
    for (const one of all) one.close();
    await gateway.close();
  }
}, 300_000);
