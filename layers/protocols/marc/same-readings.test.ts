import * as fc from 'fast-check';
import { callNumberKey } from '../../../functions/catalogue/domain/index/title-keys.ts';
import { extentOf } from '../../../functions/catalogue/domain/matching/extent.ts';
import { physical } from '../../../functions/catalogue/domain/matching/read-description.ts';
import { citedNames } from '../../../functions/discovery/domain/export/cited-names.ts';
import { shelvingKey } from '../../../functions/resource-sharing/domain/slips/shelf-order.ts';
import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { moneyOf, urlIn } from '../iso18626/plain-values.ts';
import { foundBy } from './found-by.ts';
import { withoutTrailing } from './isbd.ts';

/** The functions with bounded time give the same results as the plain regular expressions. */
const anyOf = (signs: string) =>
  fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((letters) => letters.join(''));

test('trailing punctuation is removed as by an expression that ends in `+$`', () => {
  const classes: [RegExp, RegExp][] = [
    [/[\s.,;:]/, /[\s.,;:]+$/],
    [/[ .,;:]/, /[ .,;:]+$/],
    [/[ /:;=,]/, /[ /:;=,]+$/],
    [/\./, /\.+$/],
  ];
  fc.assert(
    fc.property(anyOf('ab .,;:/=\t\n\u00a0'), fc.constantFrom(...classes), (text, [signs, plain]) => {
      expect(withoutTrailing(text, signs)).toBe(text.replace(plain, ''));
    }),
  );
});

test('an extent has the volumes and pages that the simple expressions find', () => {
  const volumes = /(\d+)\s*(?:v\b|vol|parts?\b)/i;
  const paged = /\d+[\])]?\s*(?:\[\d+\]\s*)?(?:p\b|pp\b|p\.|s\b|l\b|ff?\b)/;
  fc.assert(
    fc.property(anyOf('1207 []()vpsl.,f'), (text) => {
      const found = volumes.exec(text);
      const numbers = (text.match(/\d+/g) ?? []).map(Number).filter((n) => n < 100_000);
      const isPaged = paged.test(text) || (!found && numbers.length > 0);
      const { volumes: named, pages } = extentOf(text);
      expect(named).toBe(found ? Number(found[1]) : undefined);
      expect(pages).toBe(isPaged && numbers.length > 0 ? Math.max(...numbers) : undefined);
    }),
  );
});

test('a height is read after fractions as by the simple expression', () => {
  fc.assert(
    fc.property(anyOf('12 /½xcm-'), (text) => {
      const size = text.replace(/\s*(?:1\/2|½)/g, '');
      const height = /(\d{1,3})(?:\s*(?:-|x)\s*\d+)?\s*cm/.exec(size)?.[1];
      expect(physical(aRecord([datafield('300', '  ', `$c${text}`)])).height).toBe(height ? Number(height) : undefined);
    }),
  );
});

test('characters of a shelf mark, an address and a sum are read as by the simple expressions', () => {
  fc.assert(
    fc.property(anyOf('aB1 .:)/\t'), (text) => {
      const shelved = text
        .toUpperCase()
        .replace(/\d+/, (number) => number.padStart(6, '0'))
        .replaceAll(/\s*\.\s*(?=[A-Z])/g, ' ');
      expect(shelvingKey(text)).toBe(shelved.replaceAll(/\s+/g, ' ').trim());
      const [found = ''] = /https?:\/\/[^\s<>"'`]+/i.exec(`http://a/${text}`) ?? [];
      expect(urlIn(`http://a/${text}`)).toBe(found.replace(/[.,;:!?)\]]+$/, ''));
    }),
  );
  fc.assert(
    fc.property(anyOf('+120..'), (text) => {
      const sum = { currencyCode: { value: 'USD' }, monetaryValue: text };
      const [, whole, part = ''] = /^\+?(\d*)\.?(\d*)$/.exec(text) ?? [];
      const minor = Math.ceil(Number(`${whole}${part.slice(0, 2).padEnd(2, '0')}.${part.slice(2) || '0'}`));
      const isExact = whole !== undefined && Number.isSafeInteger(minor);
      expect(moneyOf(sum)).toEqual(isExact ? { amount: minor, currency: 'USD' } : undefined);
    }),
  );
});

test('a number, a call number and a name lose the same as with simpler expressions', () => {
  fc.assert(
    fc.property(anyOf('ab1 .(:),\t'), (text) => {
      // After a letter nothing is an ISBN by chance.
      const [number] = foundBy(aRecord([datafield('020', '  ', `$aN${text}`)])).numbers;
      expect(number).toBe(`N${text}`.trim().replace(/\s*[(:].*$/, ''));
      const signs = [...text.toLowerCase().replace(/\s+/g, '')];
      const isBetweenDigits = (at: number) => [signs[at - 1], signs[at + 1]].every((sign) => /^\d$/.test(sign ?? ''));
      expect(callNumberKey(text)).toBe(signs.filter((sign, at) => sign !== '.' || isBetweenDigits(at)).join(''));
      const parts = text.replace(/\s*\([^)]*\)/g, '').split(',');
      const [family = text, given = ''] = parts.map((part) => part.trim()).filter((part) => part !== '');
      const mainName = {
        ...{ kind: 'person' as const, name: text, roles: [] },
        parts: { enteredUnder: 'surname' as const, heading: text, titles: [] },
      };
      const { authors } = citedNames({ mainName, addedNames: [], format: 'book' });
      expect(authors).toEqual([given === '' || /\d/.test(given) ? { literal: family } : { family, given }]);
    }),
  );
});
