import fc from 'fast-check';
import {
  BARCODE,
  classifyScan,
  isLuhn,
  labelReadings,
  luhnDigit,
  type NumberRule,
  normaliseScan,
  scannedSchema,
} from './card-number.ts';

const thirteen = fc.stringMatching(/^[23][0-9]{12}$/);
const withCheck = (digits: string): string => `${digits}${luhnDigit(digits)}`;

describe('the check digit', () => {
  test('agrees with the published example 7992739871 3', () => {
    expect(luhnDigit('7992739871')).toBe('3');
    expect(isLuhn('79927398713')).toBe(true);
    expect(isLuhn('79927398710')).toBe(false);
  });

  test('detects every single misread digit', () => {
    fc.assert(
      fc.property(thirteen, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (digits, at, off) => {
        const right = withCheck(digits);
        const misread = `${right.slice(0, at)}${(Number(right[at]) + off) % 10}${right.slice(at + 1)}`;
        expect([isLuhn(right), isLuhn(misread)]).toEqual([true, false]);
      }),
    );
  });

  test('is computed for digits only', () => {
    expect([luhnDigit(''), luhnDigit('12a'), isLuhn('')]).toEqual([undefined, undefined, false]);
  });
});

describe('normalising a scan', () => {
  test.each([
    [' 21234000000010\r\n', '21234000000010'],
    ['2 1234 00000 0010', '21234000000010'],
    ['2-1234-00000-0010', '21234000000010'],
    ['a21234000000010B', '21234000000010'],
    ['2123４０00000010', '21234000000010'],
    ['\u200b21234000000010', '21234000000010'],
    ['XA21234000000010B', 'XA21234000000010B'],
    ['A21234000000010BX', 'A21234000000010BX'],
    ['abc-9', 'abc-9'],
    [' abc-9\u00a0', 'abc-9'],
    ['ABC-9', 'ABC-9'],
    ['', ''],
  ])('%j becomes %j', (raw, expected) => {
    expect(normaliseScan(raw)).toBe(expected);
  });

  test('normalising twice has the same result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (raw) => {
        expect(normaliseScan(normaliseScan(raw))).toBe(normaliseScan(raw));
      }),
    );
  });
});

describe('the kind of a scan', () => {
  const card = withCheck('2123400000001');
  const item = withCheck('3123400000001');

  test('a card begins with 2, an item with 3, with the right check digit', () => {
    expect(classifyScan(card)).toEqual({ number: card, kind: 'card', checkDigit: 'right' });
    expect(classifyScan(` ${item}\n`)).toEqual({ number: item, kind: 'item', checkDigit: 'right' });
  });

  test('a misread card is unknown and reported as misread', () => {
    const misread = `${card.slice(0, 13)}${(Number(card[13]) + 1) % 10}`;
    expect(classifyScan(misread)).toEqual({ number: misread, kind: 'unknown', checkDigit: 'wrong' });
  });

  test('a rule of digits refuses letters, and the longer prefix wins in any order of the rules', () => {
    const rules: NumberRule[] = [
      { kind: 'card', prefix: '29', length: 14, checkDigit: 'luhn' },
      { kind: 'item', prefix: '2', length: 14, checkDigit: 'none' },
    ];
    const number = withCheck('2923400000001');
    for (const some of [rules, rules.toReversed()])
      expect(classifyScan(number, some)).toEqual({ number, kind: 'card', checkDigit: 'right' });
    expect(classifyScan('2A234000000010')).toEqual({ number: '2A234000000010', kind: 'unknown', checkDigit: 'none' });
    expect(classifyScan(number.slice(0, 13)).kind).toBe('unknown');
  });

  test('another length or another first digit is unknown', () => {
    expect(classifyScan('2123')).toEqual({ number: '2123', kind: 'unknown', checkDigit: 'none' });
    expect(classifyScan('99999999999999').kind).toBe('unknown');
    const ofNobody = withCheck('4123400000001');
    expect(classifyScan(ofNobody)).toEqual({ number: ofNobody, kind: 'unknown', checkDigit: 'none' });
  });

  test('a member’s own rules win by the longer prefix', () => {
    const rules: NumberRule[] = [
      { kind: 'item', prefix: 'SCH', length: 8, checkDigit: 'none' },
      { kind: 'card', prefix: 'SCHP', length: 8, checkDigit: 'none' },
    ];
    expect(classifyScan('SCH12345', rules)).toEqual({ number: 'SCH12345', kind: 'item', checkDigit: 'none' });
    expect(classifyScan('SCHP1234', rules).kind).toBe('card');
    expect(classifyScan('schp1234', rules).kind).toBe('unknown');
  });
});

test('a label is looked up unchanged, then as a card number would be read', () => {
  expect(labelReadings('1-3003')).toEqual(['1-3003', '13003']);
  expect(labelReadings(' 31234000123456\r')).toEqual(['31234000123456']);
  expect(labelReadings('A31234B')).toEqual(['A31234B', '31234']);
});

describe('finding S14: what may become a number', () => {
  it.each([
    ...[
      '21101000000016',
      '2110 1000 0000 16',
      'A21101000000016B\r\n',
      '*AB-1234*',
      'mdp.39015038422765',
      '1-3003',
      'b1000_1',
    ],
    ...['$12.50/A%+', 'T0123456789', 'itm_01kaw5v7n0000000000000000z', 'K:12#3', 'ann@school', '２１１０'],
  ])('%j is a number of a card or a label', (scan) => {
    expect(scannedSchema.safeParse(scan).success).toBe(true);
  });

  it.each([
    ...[
      '',
      ' ',
      '<b>1</b>',
      '=1+1',
      '+1',
      '@SUM(A1)',
      '=HYPERLINK("x")',
      "1'--",
      '1;2',
      'a,b',
      'Ä12',
      'ﷺ',
      '1\u0000\u202e<',
      '"1"',
    ],
    ...['x'.repeat(65), '&amp;', '(year)', '|1', '{1}', '\\1'],
  ])('%j is none', (scan) => {
    expect(scannedSchema.safeParse(scan).success).toBe(false);
  });

  it('says to whoever types something else what a number has', () => {
    expect(scannedSchema.safeParse('see note!').error?.issues.map(({ message }) => message)).toEqual([
      'A number has 1 to 64 letters, digits, spaces and the signs $%*./:#_@+- .',
    ]);
  });

  it('a barcode has no spaces and at most 40 characters', () => {
    expect(['1-3003', '*AB1*', 'x'.repeat(40)].every((text) => BARCODE.test(text))).toBe(true);
    expect(['see note', '', 'x'.repeat(41), '=1', '<i>', '1\n'].filter((text) => BARCODE.test(text))).toEqual([]);
  });
});
