import * as fc from 'fast-check';
import { isbn13Of, issnOf, lccnOf, oclcOf } from './standard-numbers.ts';

describe('standard numbers', () => {
  it.each([
    ['0306406152', '9780306406157'],
    ['0-306-40615-2 (pbk.)', '9780306406157'],
    ['978-0-306-40615-7 :', '9780306406157'],
    ['0440487331pbk.', '9780440487333'],
    ['080442957X', '9780804429573'],
    ['080442957x (v. 1)', '9780804429573'],
    ['ISBN 9783161484100', '9783161484100'],
    ['\u200e978\u201103064\u201106157', '9780306406157'],
    ['978\u00a00\u00a0306\u00a040615\u00a07', '9780306406157'],
    ['ISBN : 0306406152', '9780306406157'],
    ['0306406153', undefined],
    ['9780306406158', undefined],
    ['3297162008123', undefined],
    ['(pbk.)', undefined],
    ['', undefined],
  ])('reads the ISBN in "%s" as %s', (text, isbn) => {
    expect(isbn13Of(text)).toBe(isbn);
  });

  it('refuses an ISBN-13 with any one digit changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'9780306406157'];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(isbn13Of(digits.join(''))).toBeUndefined();
      }),
    );
  });

  it.each([
    ['0362-4331', '0362-4331'],
    ['03624331 (print)', '0362-4331'],
    ['1050-124x', '1050-124X'],
    ['0362-4332', undefined],
    ['n/a', undefined],
  ])('reads the ISSN in "%s" as %s', (text, issn) => {
    expect(issnOf(text)).toBe(issn);
  });

  it.each([
    ['(OCoLC)ocm00346128', '346128'],
    ['(OCoLC)ocn495356174', '495356174'],
    ['(OCoLC) on1019809927', '1019809927'],
    ['(OCoLC)45500', '45500'],
    ['ocm11814059 ', '11814059'],
    ['(DLC)346128', undefined],
    ['11814059', undefined],
  ])('reads the OCLC number in "%s" as %s', (text, oclc) => {
    expect(oclcOf(text)).toBe(oclc);
  });

  it.each([
    ['   85000002 ', '85000002'],
    ['85-2 ', '85000002'],
    ['2001-000002', '2001000002'],
    ['75-425165//r75', '75425165'],
    ['978-0-14-143958-7', undefined],
    ['n78-890351 ', 'n78890351'],
    [' 79139101 /AC/r932', '79139101'],
    ['none', undefined],
  ])('normalises the LCCN "%s" to %s', (text, lccn) => {
    expect(lccnOf(text)).toBe(lccn);
  });
});
