import fc from 'fast-check';
import { channels } from '../../../layers/kernel/notices/notice-kinds.ts';
import { type NoticeMessage, noticeMessageSchema } from '../../../layers/kernel/notices/notice-message.ts';
import { localeOf } from '../../../layers/kernel/text/locale.ts';
import { plainSubject, plainValue } from '../../../layers/kernel/text/plain-value.ts';
import { defaultNotices, noticesSchema } from '../../../layers/records/policies/domain/notices.ts';
import { aLoan, anItem } from '../../../test/builders/circulation.ts';
import type { LoanChange } from '../../resource-sharing/public/loan-change.ts';
import { builtInLanguages, builtInText } from './built-in/texts.ts';
import { mandatoryIn, noChoices } from './choices.ts';
import { chooseText, languagesFor, type SetText } from './choose-text.ts';
import { composeMessage, type MessageSettings } from './compose-message.ts';
import { nextDigest, nextReceipts } from './digest-time.ts';
import { isStillValid } from './is-still-valid.ts';
import { noticesOf, receiptsOfBill } from './notices-of.ts';
import { noticesOfLoan } from './notices-of-loan.ts';
import { routeOf } from './route.ts';
import { faultsOf, fillIn, templateNames, templateTextSchema } from './template.ts';

const monday = '2026-03-02T11:00:00.000Z';
const notice = (more: Partial<NoticeMessage> = {}): NoticeMessage =>
  noticeMessageSchema.parse({
    ...{ noticeId: 'n1', patronId: 'pat_1', kind: 'hold-ready', at: monday, cause: 'ash' },
    ...more,
  });
const berlin = { name: 'Branch ash.main', address: '1 Mill Street', timeZone: 'Europe/Berlin' };
const settings = (more: Partial<MessageSettings> = {}): MessageSettings => ({
  ...{ channel: 'email', set: [], owners: ['ash', 'consortium'], languages: ['eng'], name: 'Amara Okafor' },
  ...{ member: 'Ash Library', zone: 'Europe/Berlin', at: monday },
  ...more,
});

describe('texts of notices', () => {
  test('are built in for every kind and channel, in every built-in language, with known placeholders only', () => {
    for (const language of builtInLanguages)
      for (const channel of channels)
        for (const template of templateNames) {
          const text = builtInText({ template, channel, language });
          expect([language, channel, template, text && faultsOf(template, text)]).toEqual([
            ...[language, channel, template, []],
          ]);
          expect(templateTextSchema.safeParse(text).success).toBe(true);
        }
  });

  test('are chosen by language first, then from the member, the consortium and the built-in texts', () => {
    const own = (owner: string, language: string): SetText => ({
      ...{ owner, language, template: 'recall', channel: 'email', subject: `${owner} ${language}`, text: 'x' },
    });
    const found = (set: SetText[], languages: string[]) => {
      const { from, language } = chooseText(set, ['ash', 'consortium'], languages, {
        template: 'recall',
        channel: 'email',
      });
      return [from, language];
    };
    const [memberSpa, allSpa, memberGer] = [own('ash', 'spa'), own('consortium', 'spa'), own('ash', 'ger')];
    expect(found([memberSpa, allSpa], languagesFor('spa', 'eng'))).toEqual(['ash', 'spa']);
    expect(found([allSpa, own('birch', 'spa')], languagesFor('spa', 'eng'))).toEqual(['consortium', 'spa']);
    expect(found([memberGer], languagesFor('spa', 'ger'))).toEqual(['built-in', 'spa']);
    expect(found([memberGer], languagesFor('fre', 'ger'))).toEqual(['ash', 'ger']);
    expect(found([], languagesFor('fre', 'ger'))).toEqual(['built-in', 'eng']);
    expect(found([own('ash', 'eng')], languagesFor(undefined, 'eng'))).toEqual(['ash', 'eng']);
  });

  test('are refused with an unknown placeholder, with one of another kind, and as a frame without its notices', () => {
    expect(faultsOf('recall', { subject: '{title} {until}', text: '{due} {constructor} {}' })).toEqual([
      { code: 'unknown-placeholder', field: 'subject', name: 'until' },
      { code: 'unknown-placeholder', field: 'text', name: 'constructor' },
      { code: 'unknown-placeholder', field: 'text', name: '' },
    ]);
    expect(faultsOf('frame', { subject: '{notices}', text: 'Dear {name}' }).map(({ code }) => code)).toEqual([
      ...['unknown-placeholder', 'notices-missing'],
    ]);
    const isTyped = (text: object) => templateTextSchema.safeParse(text).success;
    expect([
      isTyped({ subject: 'a\r\nBcc: x@example.org', text: 'b' }),
      isTyped({ subject: 'a', text: 'b\u0000' }),
      isTyped({ subject: 'a', text: 'b\r\nc' }),
    ]).toEqual([false, false, true]);
  });

  test('leave out a line with an unknown value, and do not expand placeholders inside values', () => {
    const template = { subject: 'Ready: {title}', text: 'It waits: {title}.\nKept until {until}.\n{address}\nBye.' };
    expect(fillIn(template, { title: '{until} {notices}' })).toEqual({
      subject: 'Ready: {until} {notices}',
      text: 'It waits: {until} {notices}.\nBye.',
    });
  });
});

describe('the notice of a delivered copy', () => {
  const change: LoanChange = {
    ...{ before: 3, v: 4, requestId: 'req_1', recordId: 'cit_1', requesterMember: 'ash', patronId: 'pat_1' },
    documentId: 'doc_1',
    steps: [{ trigger: 'deliver-copy', at: monday }],
  };

  test('follows from the delivering step, once, and only where the request has a patron', () => {
    expect(noticesOfLoan(change).map((one) => noticeMessageSchema.parse(one).noticeId)).toEqual(['copy-ready:doc_1']);
    expect(noticesOfLoan({ ...change, before: 4 })).toEqual([]);
    expect(noticesOfLoan({ ...change, steps: [{ trigger: 'copy-supplied', at: monday }] })).toEqual([]);
    const { patronId: _, ...withoutPatron } = change;
    expect(noticesOfLoan(withoutPatron)).toEqual([]);
  });

  test('is valid as long as the copy can be opened, and states until when', () => {
    const ready = notice({ kind: 'copy-ready', documentId: 'doc_1' });
    const status = { expiresOn: '2030-01-01', at: monday };
    expect(isStillValid(ready, { ...status, copyUntil: '2026-03-16T11:00:00.000Z' })).toBe(true);
    expect(isStillValid(ready, { ...status, copyUntil: monday })).toBe(false);
    expect(isStillValid(ready, status)).toBe(false);
    const message = composeMessage(
      [{ notice: { ...ready, until: '2026-03-16T11:00:00.000Z' }, title: 'Of bees' }],
      settings(),
    );
    expect(message).toMatchObject({ subject: 'Your copy has come: “Of bees”' });
    expect(message.text).toContain('You can open it until Monday, March 16, 2026.');
  });
});

test('receipts are for patrons who chose them, by e-mail at the next full hour: of loans, renewals and payments', () => {
  const due = '2026-04-15T21:59:59.000Z';
  const fact = { at: monday, members: { owner: 'ash' }, patronId: 'pat_1', itemId: 'itm_1', loanId: 'lon_1' };
  const kindsOf = (name: 'item-checked-out' | 'loan-renewed', detail: Record<string, string | number>) =>
    noticesOf([{ id: 'itm_1:8:0', fact: { ...fact, name, detail } }]).map(({ kind }) => kind);
  expect([kindsOf('item-checked-out', { due, receipt: 1 }), kindsOf('item-checked-out', { due })]).toEqual([
    ...[['checkout-receipt'], []],
  ]);
  expect(kindsOf('loan-renewed', { due, renewals: 1, receipt: 1 })).toEqual(['renewal-receipt']);
  expect(kindsOf('loan-renewed', { due, renewals: 1, receipt: 1, by: 'rule' })).toEqual(['renewed']);
  const bill = {
    ...{ billId: 'bil_1', patronId: 'pat_1', kind: 'overdue' as const, amount: 500, currency: 'USD' },
    ...{ member: 'ash', at: monday, lines: [{ at: monday, did: 'charged' as const, amount: 500, by: 'system' }] },
  };
  const payment = { at: due, did: 'paid' as const, amount: 200, by: 'staff:1', branchId: 'ash.main' };
  const paid = { ...bill, lines: [...bill.lines, payment] };
  expect(receiptsOfBill(bill, paid)).toMatchObject([
    { noticeId: `paid:bil_1:${due}`, kind: 'payment-receipt', amount: { minor: 200, currency: 'USD' } },
  ]);
  expect([receiptsOfBill(paid, paid), receiptsOfBill(undefined, paid)]).toEqual([[], []]);
  const routing = {
    ...{ notice: { kind: 'checkout-receipt' as const, at: monday }, policy: defaultNotices, now: monday },
    ...{ settings: defaultNotices.defaults, reach: { email: true, letter: true } },
  };
  const chosen = { ...noChoices, receipts: true as const };
  expect(routeOf({ ...routing, choices: chosen })).toEqual({ by: 'email', wait: true });
  expect(routeOf({ ...routing, choices: noChoices })).toEqual({ by: 'nothing' });
  expect(routeOf({ ...routing, choices: chosen, reach: { email: false, letter: true } })).toEqual({ by: 'nothing' });
  expect(nextReceipts('2026-03-02T11:50:00.000Z', 'Asia/Kolkata')).toBe('2026-03-02T12:30:00.000Z');
  expect(nextReceipts('2026-03-02T11:57:00.000Z', 'Europe/Berlin')).toBe('2026-03-02T13:00:00.000Z');
});

test('a request that no library could fill causes one notice, whatever steps came with it; a filled one causes none', () => {
  const change: LoanChange = {
    ...{ before: 3, v: 4, requestId: 'req_1', recordId: 'cit_1', requesterMember: 'ash', patronId: 'pat_1' },
    steps: [
      { trigger: 'unfilled', at: monday },
      { trigger: 'rota-ended', at: monday },
    ],
  };
  const [unfilled] = noticesOfLoan(change).map((one) => noticeMessageSchema.parse(one));
  expect(unfilled).toMatchObject({ noticeId: 'request-unfilled:req_1', requestId: 'req_1', cause: 'ash' });
  expect(noticesOfLoan({ ...change, before: 4 })).toEqual([]);
  expect(noticesOfLoan({ ...change, steps: [{ trigger: 'unfilled', at: monday }] })).toEqual([]);
  const inEnglish = composeMessage([{ notice: notice({ kind: 'request-unfilled' }), title: 'Of bees' }], settings());
  expect(inEnglish.subject).toBe('No library could supply “Of bees”');
  const spanish = settings({ languages: ['spa'] });
  const inSpanish = composeMessage([{ notice: notice({ kind: 'request-unfilled' }), title: 'Of bees' }], spanish);
  expect(inSpanish.subject).toBe('Ninguna biblioteca pudo facilitar «Of bees»');
});

test('the e-mail about saved searches names each with its new titles, and the page where alerts are paused', () => {
  const found = [
    { name: 'Bees\nBcc: all', count: 7, titles: ['Of bees', 'Wax'] },
    { name: 'Ferries', count: 1, titles: [] },
  ];
  const spanish = settings({ languages: ['spa'], site: 'https://library.example.org' });
  const { subject, text } = composeMessage([{ notice: notice({ kind: 'new-titles' }), found }], spanish);
  expect(subject).toBe('Títulos nuevos para sus búsquedas guardadas');
  expect(text).toContain('«Bees Bcc: all»: 7\n- Of bees\n- Wax\n\n«Ferries»: 1\n');
  expect(text).toContain('quitar un aviso: https://library.example.org/searches');
});

test('a renewal by the rule of a loan causes a notice, one that somebody asked for none; it is valid until the due date changes', () => {
  const due = '2026-04-15T21:59:59.000Z';
  const fact = { name: 'loan-renewed' as const, at: monday, members: { owner: 'ash' }, patronId: 'pat_1' };
  const renewed = (detail: Record<string, string | number>) =>
    noticesOf([{ id: 'itm_1:8:0', fact: { ...fact, itemId: 'itm_1', loanId: 'lon_1', detail } }]);
  const byRule = renewed({ due, renewals: 1, by: 'rule' });
  expect(byRule).toMatchObject([{ noticeId: 'itm_1:8:0', kind: 'renewed', due, itemId: 'itm_1', loanId: 'lon_1' }]);
  expect(renewed({ due, renewals: 1 })).toEqual([]);
  const valid = (until: string) =>
    byRule.map((one) =>
      isStillValid(one, {
        item: anItem({ state: 'on-loan', loan: aLoan({ due: until }) }),
        ...{ expiresOn: '2026-12-31', at: monday },
      }),
    );
  expect([valid(due), valid('2026-05-15T21:59:59.000Z')]).toEqual([[true], [false]]);
  const refused = notice({ kind: 'not-renewed', due, reason: 'hold-waiting' });
  const { text } = composeMessage([{ notice: refused, title: 'Emma', branch: berlin }], settings());
  expect(text).toContain('We could not renew “Emma” for you.\nWhy: somebody waits for it.\nPlease bring it back');
  const spanish = composeMessage([{ notice: refused, title: 'Emma' }], settings({ languages: ['spa'] }));
  expect(spanish.text).toContain('Motivo: otra persona lo espera.');
});

describe('a composed message', () => {
  test('has no value that begins a header or a line, whatever a record or a form contains', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, name, branch) => {
        const content = { notice: notice({ until: monday }), title, branch: { ...berlin, name: branch } };
        const { subject, text } = composeMessage([content], settings({ name }));
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(subject.length).toBeLessThanOrEqual(300);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(text.split('\n').length).toBeLessThanOrEqual(5);
        expect(plainValue(plainValue(title))).toBe(plainValue(title));
      }),
      { numRuns: 60 },
    );
    expect(plainSubject('Dune\r\nBcc: all@example.org')).toBe('Dune Bcc: all@example.org');
  });

  test('has dates in the branch’s time and amounts in the currency’s decimals, as its language writes them', () => {
    const lateEvening = '2026-03-02T23:30:00.000Z';
    const english = composeMessage(
      [{ notice: notice({ until: lateEvening }), title: 'Emma', branch: berlin }],
      settings(),
    );
    expect(english).toEqual({
      subject: 'Ready to collect: “Emma”',
      text: 'You asked for “Emma”: it waits for you at Branch ash.main.\n1 Mill Street\nIt is kept for you until Tuesday, March 3, 2026.\n\nAsh Library',
    });
    const bill = notice({ kind: 'bill', amount: { minor: 1250, currency: 'JPY' }, reason: 'overdue' });
    const spanish = composeMessage([{ notice: bill }], settings({ languages: ['spa', 'eng'] }));
    expect(spanish.text).toContain('una devolución con retraso');
    expect(spanish.subject).toMatch(/1\.?250/);
    const euros = composeMessage([{ notice: { ...bill, amount: { minor: 1250, currency: 'EUR' } } }], settings());
    expect(euros.subject).toBe('You were charged €12.50');
    expect(['ger', 'fre', 'qqq', 'spa'].map(localeOf)).toEqual(['de', 'fr', 'en', 'es']);
  });

  test('links to the account where the site has an address, and to the payment only of a bill that can be paid online', () => {
    const bill = notice({ kind: 'bill', amount: { minor: 250, currency: 'EUR' }, reason: 'overdue' });
    const textOf = (online: boolean, more: Partial<MessageSettings> = {}) =>
      composeMessage([{ notice: bill, online }], settings({ site: 'https://library.test', ...more })).text;
    expect(textOf(true)).toMatch(
      /at any desk\.\nYou can also pay online: https:\/\/library\.test\/account#bills\n\nYour account: https:\/\/library\.test\/account\n\nAsh Library$/,
    );
    expect(textOf(false)).not.toContain('online');
    expect(textOf(true, { site: undefined })).toMatch(/at any desk\.\n\nAsh Library$/);
    expect(textOf(true, { languages: ['spa'] })).toMatch(
      /pagar en línea: https:\/\/library\.test\/account#bills\n\nSu cuenta: https:\/\/library\.test\/account\n/,
    );
    expect(faultsOf('recall', { subject: 'x', text: '{account} {pay}' })).toMatchObject([{ name: 'pay' }]);
  });

  test('of several notices has all texts under the frame’s subject', () => {
    const contents = [
      { notice: notice({ noticeId: 'a' }), title: 'Emma' },
      { notice: notice({ noticeId: 'b', kind: 'recall', due: monday }), title: 'Dune' },
    ];
    const { subject, text } = composeMessage(contents, settings());
    expect(subject).toBe('2 notices from Ash Library');
    expect(text).toMatch(/“Emma”[\s\S]*“Dune”[\s\S]*Ash Library$/);
  });
});

describe('the route of a notice', () => {
  const base = {
    notice: notice({ kind: 'due-soon' }),
    policy: defaultNotices,
    settings: defaultNotices.defaults,
    choices: noChoices,
    reach: { email: true, letter: true },
    now: '2026-03-02T12:00:00.000Z',
  };
  const digest = { ...base.settings, digest: { on: true, hour: 8 } };
  const letters = { ...base.settings, letters: { on: true, paper: 'A4' as const } };

  test('is e-mail where there is an address, with the digest if the notice can wait', () => {
    expect(routeOf(base)).toEqual({ by: 'email', wait: false });
    expect(routeOf({ ...base, settings: digest })).toEqual({ by: 'email', wait: true });
    expect(routeOf({ ...base, settings: digest, notice: notice({ kind: 'recall' }) })).toMatchObject({ wait: false });
    const hourly = notice({ kind: 'due-soon', hourly: true });
    expect(routeOf({ ...base, settings: digest, notice: hourly })).toMatchObject({ wait: false });
    const patient = noticesSchema.parse({ hourlyAtOnce: false, urgent: [] });
    expect(routeOf({ ...base, policy: patient, settings: digest, notice: hourly })).toMatchObject({ wait: true });
  });

  test('is a letter for patrons without e-mail or who asked for letters, where the member writes letters', () => {
    const nobody = { email: false, letter: true };
    expect(routeOf({ ...base, reach: nobody })).toEqual({ by: 'account' });
    expect(routeOf({ ...base, reach: nobody, settings: letters })).toEqual({ by: 'letter' });
    expect(routeOf({ ...base, settings: letters, choices: { ...noChoices, letters: true } })).toEqual({ by: 'letter' });
    expect(routeOf({ ...base, settings: letters })).toEqual({ by: 'email', wait: false });
    expect(routeOf({ ...base, settings: letters, reach: { email: false, letter: false } })).toEqual({ by: 'account' });
  });

  test('does not take a channel that the patron refused, unless the notice is mandatory', () => {
    const refused = { email: true, letter: false };
    expect(routeOf({ ...base, refused })).toEqual({ by: 'account' });
    expect(routeOf({ ...base, refused, settings: letters })).toEqual({ by: 'letter' });
    expect(routeOf({ ...base, refused, policy: noticesSchema.parse({ mandatory: ['due-soon'] }) })).toMatchObject({
      by: 'email',
    });
    expect(routeOf({ ...base, refused: { email: true, letter: true }, settings: letters })).toEqual({ by: 'account' });
  });

  test('is the account only for notices older than a week: a queue that is processed late must not flood patrons', () => {
    expect(routeOf({ ...base, now: '2026-03-09T11:00:00.000Z' })).toMatchObject({ by: 'email' });
    expect(routeOf({ ...base, now: '2026-03-09T11:00:00.001Z' })).toEqual({ by: 'account' });
  });

  test('respects what the patron opted out of, except for mandatory kinds', () => {
    const out = (kind: 'due-soon' | 'recall') => ({
      optOuts: [{ kind, channels: ['email' as const] }],
      letters: false,
    });
    expect(routeOf({ ...base, choices: out('due-soon') })).toEqual({ by: 'account' });
    expect(routeOf({ ...base, notice: notice({ kind: 'recall' }), choices: out('recall') })).toMatchObject({
      by: 'email',
    });
    expect(mandatoryIn(out('recall'), defaultNotices)).toEqual([{ kind: 'recall', place: 0 }]);
    expect(routeOf({ ...base, settings: { ...base.settings, kinds: [] } })).toEqual({ by: 'nothing' });
  });
});

describe('the digest', () => {
  test('is sent at the member’s hour, also on the days when clocks change', () => {
    expect(nextDigest('2026-03-02T06:59:59.999Z', 8, 'Europe/Berlin')).toBe('2026-03-02T07:00:00.000Z');
    expect(nextDigest('2026-03-02T07:00:00.000Z', 8, 'Europe/Berlin')).toBe('2026-03-03T07:00:00.000Z');
    expect(nextDigest('2026-03-28T12:00:00.000Z', 2, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(nextDigest('2026-10-24T12:00:00.000Z', 2, 'Europe/Berlin')).toBe('2026-10-25T01:00:00.000Z');
    expect(nextDigest('2026-03-02T18:00:00.000Z', 8, 'Asia/Kolkata')).toBe('2026-03-03T02:30:00.000Z');
  });

  test('is later than the given instant, by at most 26 hours', () => {
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Chatham', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(instants, fc.nat(23), zones, (date, hour, zone) => {
        const wait = Date.parse(nextDigest(date.toISOString(), hour, zone)) - date.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThan(26 * 3_600_000);
      }),
      { numRuns: 100 },
    );
  });
});

test('a notice whose cause has ended is no longer valid', () => {
  const at = '2026-03-20T12:00:00.000Z';
  const loan = aLoan({ due: '2026-03-10T22:59:59.000Z' });
  const lent = anItem({ state: 'on-loan', loan });
  const ids = { itemId: lent.itemId, loanId: loan.loanId };
  const isValid = (more: Partial<NoticeMessage>, item = lent) =>
    isStillValid(notice({ ...ids, ...more }), { item, expiresOn: '2026-12-31', at, billOpen: 0 });
  const back = anItem();
  expect(isValid({ kind: 'overdue', due: loan.due })).toBe(true);
  expect(isValid({ kind: 'overdue', due: '2026-03-09T22:59:59.000Z' })).toBe(false);
  expect(isValid({ kind: 'overdue', due: loan.due }, back)).toBe(false);
  expect(isValid({ kind: 'due-soon', due: loan.due, loanId: 'lon_other' })).toBe(false);
  expect(isValid({ kind: 'recall' })).toBe(false);
  expect(isValid({ kind: 'recall' }, { ...lent, loan: { ...loan, recalledAt: monday } })).toBe(true);
  expect(isValid({ kind: 'hold-ready', holdId: 'hld_1' }, back)).toBe(false);
  const hold = { holdId: 'hld_1', patronId: 'pat_1', pickupBranch: 'ash.main', shelfExpiresAt: loan.due };
  const onShelf = anItem({ state: 'on-hold-shelf', hold });
  const lastDays = { kind: 'hold-expiring' as const, holdId: 'hld_1', until: loan.due };
  expect([isValid(lastDays, onShelf), isValid({ ...lastDays, until: at }, onShelf), isValid(lastDays, back)]).toEqual([
    ...[true, false, false],
  ]);
  expect(isValid({ kind: 'lost' })).toBe(false);
  expect(isValid({ kind: 'bill', billId: 'bil_1' })).toBe(false);
  expect(isValid({ kind: 'card-expiring', until: '2026-12-31' })).toBe(true);
  expect(isValid({ kind: 'card-expiring', until: '2025-12-31' })).toBe(false);
  expect(isValid({ kind: 'hold-ended' }, back)).toBe(true);
});
