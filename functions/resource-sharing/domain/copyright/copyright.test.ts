import fc from 'fast-check';
import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { aLoanRequest } from '../../../../test/builders/loan-request.ts';
import { copyFate, copyToCount } from './copy-count.ts';
import {
  type CopyrightPolicy,
  copyrightPolicySchema,
  copyrightRulesOf,
  defaultCopyrightPolicy,
} from './copyright-policy.ts';
import { complianceCode } from './decision.ts';
import { latestDayOf, periodicalKey, publishedWithin } from './periodical.ts';
import { workKey } from './work.ts';

const rules = copyrightRulesOf(defaultCopyrightPolicy, 'ash');
const article: Citation = {
  kind: 'article',
  title: 'Nature',
  issn: ['0028-0836'],
  date: '2025-03',
  partTitle: 'Rivers',
};
const request = (citation: Citation, more = {}) => ({
  ...aLoanRequest().wanting('copy').build(),
  citation,
  ...more,
});
const counted = (citation: Citation, more = {}, on = '2026-11-24') => copyToCount(request(citation, more), rules, on);

describe('the rules of a member', () => {
  const policy: CopyrightPolicy = {
    ...defaultCopyrightPolicy,
    members: { elm: { perYear: 2 }, oak: { country: 'DE' }, fir: { country: 'DE', rules: 'contu' } },
  };

  test('follow from its country unless they are set', () => {
    expect(copyrightRulesOf(policy, 'ash')).toMatchObject({ country: 'US', rules: 'contu', perYear: 5 });
    expect(copyrightRulesOf(policy, 'elm')).toMatchObject({ rules: 'contu', perYear: 2, lastYears: 5 });
    expect(copyrightRulesOf(policy, 'oak')).toMatchObject({ country: 'DE', rules: 'none' });
    expect(copyrightRulesOf(policy, 'fir').rules).toBe('contu');
    expect(copyrightRulesOf({ ...policy, country: 'GB' }, 'ash').rules).toBe('none');
    expect(copyrightRulesOf({ ...policy, rules: 'none' }, 'oak').rules).toBe('none');
  });

  test('are those of CONTU where only the country is adopted', () => {
    expect(copyrightPolicySchema.parse({ country: 'US' })).toEqual(defaultCopyrightPolicy);
  });
});

describe('a periodical', () => {
  test('is identified by its lowest ISSN, otherwise by its filing title', () => {
    expect(periodicalKey({ issn: ['1476-4687', '0028-0836'], title: 'Nature' })).toBe('issn:0028-0836');
    expect(periodicalKey({ title: 'The Lancet.' })).toBe(periodicalKey({ title: 'LANCET' }));
    expect(periodicalKey({ title: 'Béton & Bau' })).toBe('title:beton-and-bau');
    expect(periodicalKey({ issn: [], title: ' … ' })).toBe('unnamed');
  });

  test('has a key that cannot be confused with another part of a row’s key, whatever its title', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (title) => {
        const key = periodicalKey({ title });
        expect(key).not.toMatch(/[#%\s]/);
        expect(key.length).toBeLessThan(140);
        expect(periodicalKey({ title: title.toUpperCase().toLowerCase() })).toBe(
          periodicalKey({ title: title.toLowerCase() }),
        );
      }),
    );
  });
});

describe('a copy counts', () => {
  test.each([
    ['2021', true],
    ['2021-10', false],
    ['2021-11', true],
    ['2021-11-24', true],
    ['2021-11-23', false],
    ['20211124', true],
    ['1998', false],
    ['Spring 2024', true],
    ['vol. of 1997-1999', false],
    ['in press', true],
    [undefined, true],
  ])('on 24 November 2026, of %s: %s', (date, counts) => {
    expect(publishedWithin(date, 5, '2026-11-24')).toBe(counts);
  });

  test('as long as it is of recent years, and never again afterwards, on any day', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 20 }), (date, on, years) => {
        const later = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
        expect(publishedWithin(date, years, on)).toBe(on <= later);
        // A less precise date never makes it older.
        for (const shortDate of [date.slice(0, 7), date.slice(0, 4)]) {
          if (publishedWithin(date, years, on)) expect(publishedWithin(shortDate, years, on)).toBe(true);
          expect((latestDayOf(shortDate) ?? '') >= date).toBe(true);
        }
      }),
    );
  });

  test('for the requesting member, in the year of the request; its record is stored for three more calendar years', () => {
    expect(counted(article)).toEqual({
      ...{ requestId: 'req-1', memberId: 'ash', year: '2026', periodical: 'issn:0028-0836' },
      ...{ requestedOn: '2026-11-24', retainedUntil: '2030-01-02T00:00:00.000Z' },
      article: { title: 'Nature', issn: ['0028-0836'], date: '2025-03', partTitle: 'Rivers' },
    });
    expect(counted(article, {}, '2027-01-01')?.year).toBe('2027');
  });

  test('when the request may be filled by a copy; not for a loan, a whole issue, a partner’s request or an old article', () => {
    expect(counted(article, { service: 'copy-or-loan' })).toBeDefined();
    expect(counted(article, { service: 'loan' })).toBeUndefined();
    const { partTitle: _, ...issue } = article;
    expect(counted({ ...issue, kind: 'journal' })).toBeUndefined();
    expect(counted({ ...issue, kind: 'journal', pages: '3-9' })).toBeDefined();
    expect(counted(article, { kind: 'outside-supply', requesterMember: 'prt_1' })).toBeUndefined();
    expect(counted({ ...article, date: '2019' })).toBeUndefined();
    expect(copyToCount(request(article), { ...rules, rules: 'none' }, '2026-11-24')).toBeUndefined();
  });

  test('for a part of another work by that work, at any age while it is protected; never for the whole', () => {
    const chapter: Citation = { kind: 'chapter', title: 'The Essays', author: 'Bacon, Ada', partTitle: 'Of Gardens' };
    const of = (over: Partial<Citation>, on?: string) => counted({ ...chapter, ...over }, {}, on)?.periodical;
    expect(of({ isbn: ['9780141439587', '9780140431919'] })).toBe('isbn:9780140431919');
    expect(of({ oclc: '123' })).toBe('oclc:123');
    expect(of({})).toBe('work:essays-bacon-ada');
    expect(of({ partTitle: 'Of Ponds' })).toBe(of({}));
    expect(of({ kind: 'book', pages: '3-9' })).toBe(of({}));
    expect(of({ date: '1987' })).toBe(of({}));
    expect(of({ date: '1931' }, '2026-11-24')).toBe(of({}));
    expect(of({ date: '1930' }, '2026-11-24')).toBeUndefined();
    expect(counted({ kind: 'dissertation', title: 'On hope' })).toBeUndefined();
    expect(counted({ kind: 'dissertation', title: 'On hope', pages: '1-20' })).toBeDefined();
    expect(workKey({ kind: 'chapter' })).toBe('work:unnamed');
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (title, author) => {
        expect(workKey({ kind: 'chapter', title, author, lccn: title })).not.toMatch(/[#%\s]/);
        expect(workKey({ kind: 'chapter', title, author }).length).toBeLessThan(140);
      }),
    );
  });

  test('without a patron: its record contains no patron data', () => {
    expect(JSON.stringify(counted(article))).not.toContain('pat-1');
  });
});

describe('the result of a copy', () => {
  const copy = { documentId: 'doc-1' };
  const asked = aLoanRequest().wanting('copy-or-loan').asked();

  test('filled once it is handed on', () => {
    const sent = asked.then('supplier', 'supply-copy', copy);
    const before = sent.build();
    const after = sent.then('requester', 'deliver-copy').build();
    expect(copyFate(before, before)).toBeUndefined();
    expect(copyFate(before, after)).toBe('filled');
    expect(copyFate(after, after)).toBeUndefined();
  });

  test('not filled when the request is cancelled, ends unfilled, or the whole was lent instead', () => {
    const open = aLoanRequest().withRota('birch').wanting('copy-or-loan');
    const placed = open.build();
    expect(copyFate(placed, open.then('requester', 'cancel').build())).toBe('not-filled');
    const refused = aLoanRequest().withRota('birch').wanting('copy-or-loan').asked().declined();
    expect(copyFate(refused.build(), refused.then('requester', 'rota-ended').build())).toBe('not-filled');
    const lent = aLoanRequest().wanting('copy-or-loan').asked().shipped().received();
    const here = lent.build();
    const home = lent.then('requester', 'ship-back').build();
    expect(copyFate(here, home)).toBeUndefined();
    expect(copyFate(home, lent.then('supplier', 'check-in').build())).toBe('not-filled');
  });
});

test('the copyright statement of a request follows from the country and from the reason that permitted the copy', () => {
  expect(complianceCode('US', 'within')).toBe('US-CCG');
  for (const other of ['not-counted', 'permission', 'royalty', 'decision'] as const) {
    expect(complianceCode('US', other)).toBe('US-CCL');
  }
  expect(complianceCode('GB', 'royalty')).toBe('UK-CopyRFeePaid');
  expect(complianceCode('GB', 'not-counted')).toBe('UK-FairDealing');
  expect(complianceCode('DE', 'not-counted')).toBe('Other');
});
