import { plainText, textSizeOf } from './text-segments.ts';

test.each([
  ['an empty text', '', 'gsm-7', 0, 1],
  ['160 letters', 'a'.repeat(160), 'gsm-7', 160, 1],
  ['161 letters', 'a'.repeat(161), 'gsm-7', 161, 2],
  ['306 letters', 'a'.repeat(306), 'gsm-7', 306, 2],
  ['307 letters', 'a'.repeat(307), 'gsm-7', 307, 3],
  ['80 euros, two septets each', '€'.repeat(80), 'gsm-7', 160, 1],
  ['81 euros', '€'.repeat(81), 'gsm-7', 162, 2],
  // Segments of 153 septets hold 76 whole euros: the 153rd septet stays empty.
  ['153 euros, never cut in two', '€'.repeat(153), 'gsm-7', 306, 3],
  ['Spanish that GSM-7 has', '¿Señor? é ñ ü', 'gsm-7', 13, 1],
  ['70 characters, one of which GSM-7 lacks', `á${'a'.repeat(69)}`, 'ucs-2', 70, 1],
  ['71 of them', `á${'a'.repeat(70)}`, 'ucs-2', 71, 2],
  ['134 of them', `ł${'a'.repeat(133)}`, 'ucs-2', 134, 2],
  ['35 emoji, two units each', '📚'.repeat(35), 'ucs-2', 70, 1],
  // 67 units hold 33 whole emoji.
  ['67 emoji, never cut in two', '📚'.repeat(67), 'ucs-2', 134, 3],
])('%s: the alphabet, the length and the segments', (_, text, alphabet, length, segments) => {
  expect(textSizeOf(text)).toEqual({ alphabet, length, segments });
});

test('typographic characters become plain ones, so that they do not make a message UCS-2; letters stay', () => {
  expect(plainText('“Emma” – it’s due…')).toBe('"Emma" - it\'s due...');
  expect(textSizeOf(plainText('4:00\u202fPM')).alphabet).toBe('gsm-7');
  expect(plainText('Dvořák')).toBe('Dvořák');
});
