import { patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { type PinTerms, pinLengthOf, refusePin } from './pin.ts';

const SIX: PinTerms = { shortest: 6 };
const codes = (pin: string, terms: PinTerms = SIX): string[] => refusePin(pin, terms).map((refusal) => refusal.code);

describe('which PINs are accepted', () => {
  test.each([
    ['739164', []],
    ['739120486153', []],
    ['73916', ['pin-length']],
    ['7391204861537', ['pin-length']],
    ['', ['pin-not-digits']],
    ['73a164', ['pin-not-digits']],
    ['٧٣٩١٦٤', ['pin-not-digits']],
    ['000000', ['pin-one-digit']],
    ['123456', ['pin-run']],
    ['567890', ['pin-run']],
    ['987654', ['pin-run']],
    ['121212', ['pin-repeats']],
    ['739739', ['pin-repeats']],
    ['112233', ['pin-repeats']],
    ['777888', ['pin-repeats']],
    ['5739739', []],
    ['7397395', []],
    ['19942001', ['pin-year']],
  ])('%j: %j', (pin, expected) => {
    expect(codes(pin)).toEqual(expected);
  });

  test('finding S2: a consortium that allows four digits still refuses years, and says its own length', () => {
    const four = { shortest: 4 };
    expect([codes('1994', four), codes('2024', four), codes('7391', four)]).toEqual([['pin-year'], ['pin-year'], []]);
    expect(refusePin('739', four)).toEqual([
      { code: 'pin-length', detail: 'A PIN has 4 to 12 digits', params: { shortest: 4, longest: 12 } },
    ]);
  });

  test.each(['1980', '0102', '0201', '0180', '8001', '2180'].map((pin) => ({ pin, shortest: 4 })))(
    'finding S2: $pin is refused to a patron born on 1980-01-02 where four digits are allowed',
    ({ pin, shortest }) => {
      expect(codes(pin, { shortest, birthDate: '1980-01-02' })).toContain('pin-birthday');
    },
  );

  test.each(['19800102', '020180', '010280', '800102', '198001', '021980', '471980', '010247'])(
    'finding S2: %s is refused to a patron born on 1980-01-02',
    (pin) => {
      expect(codes(pin, { shortest: 6, birthDate: '1980-01-02' })).toEqual(['pin-birthday']);
      expect(codes(pin, { shortest: 6, birthDate: '1951-12-23' })).toEqual([]);
    },
  );

  test('digits of the card are refused', () => {
    expect(codes('739164', { shortest: 6, card: '21234073916417' })).toEqual(['pin-in-card-number']);
    expect(codes('739165', { shortest: 6, card: '21234073916417' })).toEqual([]);
  });

  test('each reason is a sentence about PINs', () => {
    const pins = ['', '739', '000000', '123456', '121212', '19942001', '471980', '739164'];
    const terms = { shortest: 6, card: '21234073916417', birthDate: '1980-01-02' };
    const refused = pins.flatMap((pin) => refusePin(pin, terms));
    expect(new Set(refused.map(({ code }) => code)).size).toBe(8);
    for (const { detail } of refused) expect(detail).toMatch(/^A PIN (has|must not) .+/);
  });
});

test('a form is told the lengths of PINs that are accepted', () => {
  const { shortest, longest } = pinLengthOf(patronsSchema.parse({ pins: { shortest: 4 } }));
  const ofLength = (length: number) => '7391204861537'.slice(0, length);
  expect([shortest - 1, shortest, longest, longest + 1].map((length) => codes(ofLength(length), { shortest }))).toEqual(
    [...[['pin-length'], [], [], ['pin-length']]],
  );
});
