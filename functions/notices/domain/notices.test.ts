import fc from 'fast-check';
import { channels } from '../../../layers/kernel/notices/notice-kinds.ts';
import { type NoticeMessage, noticeMessageSchema } from '../../../layers/kernel/notices/notice-message.ts';
import { localeOf } from '../../../layers/kernel/text/locale.ts';
import { plainSubject, plainValue } from '../../../layers/kernel/text/plain-value.ts';
import { defaultNotices, noticesSchema } from '../../../layers/records/policies/domain/notices.ts';
import { aLoan, anItem } from '../../../test/builders/circulation.ts';
import { builtInLanguages, builtInText } from './built-in/texts.ts';
import { mandatoryIn, noChoices } from './choices.ts';
import { chooseText, languagesFor, type SetText } from './choose-text.ts';
import { type Composing, compose } from './compose.ts';
import { nextDigest } from './digest-time.ts';
import { type LoanChange, noticesOfLoan } from './notices-of-loan.ts';
import { wayOf } from './route.ts';
import { stillTrue } from './still-true.ts';
import { faultsOf, fillIn, templateNames, templateTextSchema } from './template.ts';

const monday = '2026-03-02T11:00:00.000Z';
const notice = (more: Partial<NoticeMessage> = {}): NoticeMessage =>
  noticeMessageSchema.parse({
    ...{ noticeId: 'n1', patronId: 'pat_1', kind: 'hold-ready', at: monday, cause: 'ash' },
    ...more,
  });
const berlin = { name: 'Branch ash.main', address: '1 Mill Street', timeZone: 'Europe/Berlin' };
const composing = (more: Partial<Composing> = {}): Composing => ({
  ...{ channel: 'mail', set: [], owners: ['ash', 'consortium'], languages: ['eng'], name: 'Amara Okafor' },
  ...{ member: 'Ash Library', zone: 'Europe/Berlin', at: monday },
  ...more,
});

describe('texts', () => {
  test('come with the house for every kind and channel, in every language of the house, with known placeholders only', () => {
    for (const language of builtInLanguages)
      for (const channel of channels)
        for (const template of templateNames) {
          const words = builtInText({ template, channel, language });
          expect([language, channel, template, words && faultsOf(template, words)]).toEqual([
            ...[language, channel, template, []],
          ]);
          expect(templateTextSchema.safeParse(words).success).toBe(true);
        }
  });

  test('fall through from the member to the consortium to the house, and first of all by language', () => {
    const own = (owner: string, language: string): SetText => ({
      ...{ owner, language, template: 'recall', channel: 'mail', subject: `${owner} ${language}`, text: 'x' },
    });
    const found = (set: SetText[], languages: string[]) => {
      const { from, language } = chooseText(set, ['ash', 'consortium'], languages, {
        template: 'recall',
        channel: 'mail',
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

  test('are refused with an unknown placeholder, or one of another kind, and a frame without what it frames', () => {
    expect(faultsOf('recall', { subject: '{title} {until}', text: '{due} {constructor} {}' })).toEqual([
      { code: 'unknown-placeholder', field: 'subject', name: 'until' },
      { code: 'unknown-placeholder', field: 'text', name: 'constructor' },
      { code: 'unknown-placeholder', field: 'text', name: '' },
    ]);
    expect(faultsOf('frame', { subject: '{notices}', text: 'Dear {name}' }).map(({ code }) => code)).toEqual([
      ...['unknown-placeholder', 'notices-missing'],
    ]);
    const typed = (words: object) => templateTextSchema.safeParse(words).success;
    expect([
      typed({ subject: 'a\r\nBcc: x@example.org', text: 'b' }),
      typed({ subject: 'a', text: 'b\u0000' }),
      typed({ subject: 'a', text: 'b\r\nc' }),
    ]).toEqual([false, false, true]);
  });

  test('leave out a line of which something is not known, and never look into what was put in', () => {
    const words = { subject: 'Ready: {title}', text: 'It waits: {title}.\nKept until {until}.\n{address}\nBye.' };
    expect(fillIn(words, { title: '{until} {notices}' })).toEqual({
      subject: 'Ready: {until} {notices}',
      text: 'It waits: {until} {notices}.\nBye.',
    });
  });
});

describe('a copy that was handed on', () => {
  const change: LoanChange = {
    ...{ before: 3, v: 4, requestId: 'req_1', recordId: 'cit_1', requesterMember: 'ash', patronId: 'pat_1' },
    documentId: 'doc_1',
    steps: [{ trigger: 'deliver-copy', at: monday }],
  };

  test('is told by the step that did it, once, and to nobody where there is no patron', () => {
    expect(noticesOfLoan(change).map((one) => noticeMessageSchema.parse(one).noticeId)).toEqual(['copy-ready:doc_1']);
    expect(noticesOfLoan({ ...change, before: 4 })).toEqual([]);
    expect(noticesOfLoan({ ...change, steps: [{ trigger: 'copy-supplied', at: monday }] })).toEqual([]);
    const { patronId: _, ...ofNobody } = change;
    expect(noticesOfLoan(ofNobody)).toEqual([]);
  });

  test('is told as long as it can be opened, and until when', () => {
    const told = notice({ kind: 'copy-ready', documentId: 'doc_1' });
    const status = { expiresOn: '2030-01-01', at: monday };
    expect(stillTrue(told, { ...status, copyUntil: '2026-03-16T11:00:00.000Z' })).toBe(true);
    expect(stillTrue(told, { ...status, copyUntil: monday })).toBe(false);
    expect(stillTrue(told, status)).toBe(false);
    const words = compose([{ notice: { ...told, until: '2026-03-16T11:00:00.000Z' }, title: 'Of bees' }], composing());
    expect(words).toMatchObject({ subject: 'Your copy has come: “Of bees”' });
    expect(words.text).toContain('You can open it until Monday, March 16, 2026.');
  });
});

test('a request that no library could fill is told once, whatever came with it; one that was filled is not', () => {
  const change: LoanChange = {
    ...{ before: 3, v: 4, requestId: 'req_1', recordId: 'cit_1', requesterMember: 'ash', patronId: 'pat_1' },
    steps: [
      { trigger: 'unfilled', at: monday },
      { trigger: 'rota-ended', at: monday },
    ],
  };
  const [told] = noticesOfLoan(change).map((one) => noticeMessageSchema.parse(one));
  expect(told).toMatchObject({ noticeId: 'request-unfilled:req_1', requestId: 'req_1', cause: 'ash' });
  expect(noticesOfLoan({ ...change, before: 4 })).toEqual([]);
  expect(noticesOfLoan({ ...change, steps: [{ trigger: 'unfilled', at: monday }] })).toEqual([]);
  const inEnglish = compose([{ notice: notice({ kind: 'request-unfilled' }), title: 'Of bees' }], composing());
  expect(inEnglish.subject).toBe('No library could supply “Of bees”');
  const spanish = composing({ languages: ['spa'] });
  const inSpanish = compose([{ notice: notice({ kind: 'request-unfilled' }), title: 'Of bees' }], spanish);
  expect(inSpanish.subject).toBe('Ninguna biblioteca pudo facilitar «Of bees»');
});

describe('what is put in', () => {
  test('never begins a header or a line, whatever a record or a form holds', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, name, branch) => {
        const told = { notice: notice({ until: monday }), title, branch: { ...berlin, name: branch } };
        const { subject, text } = compose([told], composing({ name }));
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

  test('is dated in the branch’s time and counted in the currency’s decimals, as the language writes it', () => {
    const lateEvening = '2026-03-02T23:30:00.000Z';
    const english = compose([{ notice: notice({ until: lateEvening }), title: 'Emma', branch: berlin }], composing());
    expect(english).toEqual({
      subject: 'Ready to collect: “Emma”',
      text: 'You asked for “Emma”: it waits for you at Branch ash.main.\n1 Mill Street\nIt is kept for you until Tuesday, March 3, 2026.\n\nAsh Library',
    });
    const bill = notice({ kind: 'bill', amount: { minor: 1250, currency: 'JPY' }, reason: 'overdue' });
    const spanish = compose([{ notice: bill }], composing({ languages: ['spa', 'eng'] }));
    expect(spanish.text).toContain('una devolución con retraso');
    expect(spanish.subject).toMatch(/1\.?250/);
    const euros = compose([{ notice: { ...bill, amount: { minor: 1250, currency: 'EUR' } } }], composing());
    expect(euros.subject).toBe('You were charged €12.50');
    expect(['ger', 'fre', 'qqq', 'spa'].map(localeOf)).toEqual(['de', 'fr', 'en', 'es']);
  });

  test('of several notices is one text under the frame’s subject', () => {
    const told = [
      { notice: notice({ noticeId: 'a' }), title: 'Emma' },
      { notice: notice({ noticeId: 'b', kind: 'recall', due: monday }), title: 'Dune' },
    ];
    const { subject, text } = compose(told, composing());
    expect(subject).toBe('2 notices from Ash Library');
    expect(text).toMatch(/“Emma”[\s\S]*“Dune”[\s\S]*Ash Library$/);
  });
});

describe('the way of a notice', () => {
  const base = {
    notice: notice({ kind: 'due-soon' }),
    policy: defaultNotices,
    settings: defaultNotices.defaults,
    choices: noChoices,
    reach: { mail: true, letter: true },
    now: '2026-03-02T12:00:00.000Z',
  };
  const digest = { ...base.settings, digest: { on: true, hour: 8 } };
  const letters = { ...base.settings, letters: { on: true, paper: 'A4' as const } };

  test('is the e-mail where there is one, with the digest if it can wait', () => {
    expect(wayOf(base)).toEqual({ by: 'mail', wait: false });
    expect(wayOf({ ...base, settings: digest })).toEqual({ by: 'mail', wait: true });
    expect(wayOf({ ...base, settings: digest, notice: notice({ kind: 'recall' }) })).toMatchObject({ wait: false });
    const hourly = notice({ kind: 'due-soon', hourly: true });
    expect(wayOf({ ...base, settings: digest, notice: hourly })).toMatchObject({ wait: false });
    const patient = noticesSchema.parse({ hourlyAtOnce: false, urgent: [] });
    expect(wayOf({ ...base, policy: patient, settings: digest, notice: hourly })).toMatchObject({ wait: true });
  });

  test('is a letter for whom no e-mail reaches or who asked for letters, where the member writes any', () => {
    const nobody = { mail: false, letter: true };
    expect(wayOf({ ...base, reach: nobody })).toEqual({ by: 'account' });
    expect(wayOf({ ...base, reach: nobody, settings: letters })).toEqual({ by: 'letter' });
    expect(wayOf({ ...base, settings: letters, choices: { ...noChoices, letters: true } })).toEqual({ by: 'letter' });
    expect(wayOf({ ...base, settings: letters })).toEqual({ by: 'mail', wait: false });
    expect(wayOf({ ...base, settings: letters, reach: { mail: false, letter: false } })).toEqual({ by: 'account' });
  });

  test('is the account alone for old news: a queue worked off late floods nobody', () => {
    expect(wayOf({ ...base, now: '2026-03-09T11:00:00.000Z' })).toMatchObject({ by: 'mail' });
    expect(wayOf({ ...base, now: '2026-03-09T11:00:00.001Z' })).toEqual({ by: 'account' });
  });

  test('ends at what the patron opted out of, but for what nobody opts out of', () => {
    const out = (kind: 'due-soon' | 'recall') => ({ optOuts: [{ kind, channels: ['mail' as const] }], letters: false });
    expect(wayOf({ ...base, choices: out('due-soon') })).toEqual({ by: 'account' });
    expect(wayOf({ ...base, notice: notice({ kind: 'recall' }), choices: out('recall') })).toMatchObject({
      by: 'mail',
    });
    expect(mandatoryIn(out('recall'), defaultNotices)).toEqual([{ kind: 'recall', place: 0 }]);
    expect(wayOf({ ...base, settings: { ...base.settings, kinds: [] } })).toEqual({ by: 'nothing' });
  });
});

describe('the digest', () => {
  test('goes at the member’s hour, on the days of the change of the clock too', () => {
    expect(nextDigest('2026-03-02T06:59:59.999Z', 8, 'Europe/Berlin')).toBe('2026-03-02T07:00:00.000Z');
    expect(nextDigest('2026-03-02T07:00:00.000Z', 8, 'Europe/Berlin')).toBe('2026-03-03T07:00:00.000Z');
    expect(nextDigest('2026-03-28T12:00:00.000Z', 2, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(nextDigest('2026-10-24T12:00:00.000Z', 2, 'Europe/Berlin')).toBe('2026-10-25T01:00:00.000Z');
    expect(nextDigest('2026-03-02T18:00:00.000Z', 8, 'Asia/Kolkata')).toBe('2026-03-03T02:30:00.000Z');
  });

  test('is later than asked for, within two days', () => {
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

test('a notice whose cause is gone is true no more', () => {
  const at = '2026-03-20T12:00:00.000Z';
  const loan = aLoan({ due: '2026-03-10T22:59:59.000Z' });
  const lent = anItem({ state: 'on-loan', loan });
  const about = { itemId: lent.itemId, loanId: loan.loanId };
  const said = (told: Partial<NoticeMessage>, item = lent) =>
    stillTrue(notice({ ...about, ...told }), { item, expiresOn: '2026-12-31', at, billOpen: 0 });
  const back = anItem();
  expect(said({ kind: 'overdue', due: loan.due })).toBe(true);
  expect(said({ kind: 'overdue', due: '2026-03-09T22:59:59.000Z' })).toBe(false);
  expect(said({ kind: 'overdue', due: loan.due }, back)).toBe(false);
  expect(said({ kind: 'due-soon', due: loan.due, loanId: 'lon_other' })).toBe(false);
  expect(said({ kind: 'recall' })).toBe(false);
  expect(said({ kind: 'recall' }, { ...lent, loan: { ...loan, recalledAt: monday } })).toBe(true);
  expect(said({ kind: 'hold-ready', holdId: 'hld_1' }, back)).toBe(false);
  expect(said({ kind: 'lost' })).toBe(false);
  expect(said({ kind: 'bill', billId: 'bil_1' })).toBe(false);
  expect(said({ kind: 'card-expiring', until: '2026-12-31' })).toBe(true);
  expect(said({ kind: 'card-expiring', until: '2025-12-31' })).toBe(false);
  expect(said({ kind: 'hold-ended' }, back)).toBe(true);
});
