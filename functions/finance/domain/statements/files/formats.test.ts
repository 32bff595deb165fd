import { amountText, daysText } from './formats.ts';

test('service days are written in words, with what both days have in common once', () => {
  expect(daysText('2026-10-01', '2026-10-31', 'eng')).toBe('1 – 31 October 2026');
  expect(daysText('2026-10-01', '2026-10-31', 'spa')).toBe('1–31 de octubre de 2026');
  expect(daysText('2026-09-30', '2026-10-02', 'eng')).toBe('30 September – 2 October 2026');
  expect(daysText('2026-12-12', '2027-01-03', 'eng')).toBe('12 December 2026 – 3 January 2027');
  expect(daysText('2026-10-05', '2026-10-05', 'eng')).toBe('5 October 2026');
});

test('days in words have no narrow spaces, which the typeface of the PDF lacks', () => {
  for (const language of ['eng', 'spa'] as const)
    expect(daysText('2026-12-12', '2027-01-03', language)).not.toMatch(/[\u2009\u202f]/);
});

test('an amount has the separators of its language', () => {
  expect(amountText(123_456_789, 2, 'eng')).toBe('1,234,567.89');
  expect(amountText(123_456_789, 2, 'spa')).toBe('1.234.567,89');
  expect(amountText(-1234, 0, 'spa')).toBe('-1.234');
});
