import fc from 'fast-check';
import { checksumOf } from './checksum.ts';
import { readSipDate, sipDate } from './dates.ts';
import { decodeSip, encodeSip, sipEncodings } from './encoding.ts';
import { readRequest } from './read-request.ts';
import { requestShapes, supportedOrder } from './request-shapes.ts';
import { writeResponse } from './write-response.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const read = (line: string) => readRequest(latin(line), 'utf-8');

test.each([
  // Examples of the specification and messages recorded from devices.
  '9900401.00AY1AZFCA5',
  '941AY3AZFDFA',
  '97AZFEF5',
  '96AZFEF6',
  '01N19960213    162352AO|ALCARD BLOCK TEST|AA104000000705|AC|AY2AZF02F',
  '6300119980723    091905Y         AOInstitutionID|AAPatronID|BP00001|BQ00005|AY1AZEA83',
])('the checksum of a recorded message is the one it was sent with: %s', (message) => {
  expect(checksumOf(latin(message.slice(0, -4)))).toBe(message.slice(-4));
});

test('a request is read with its fixed-length fields by name and its variable-length fields by code', () => {
  expect(
    read('11YN20261201    10051420261215    235900AOriverton|AA21101000000016|AB31234000123456|AC|BON|BIN|AY3'),
  ).toEqual({
    code: '11',
    fixed: {
      ...{ renewalPolicy: 'Y', noBlock: 'N', transactionDate: '20261201    100514' },
      noBlockDueDate: '20261215    235900',
    },
    fields: new Map([
      ...([
        ['AO', 'riverton'],
        ['AA', '21101000000016'],
        ['AB', '31234000123456'],
        ['AC', ''],
      ] as const),
      ...([
        ['BO', 'N'],
        ['BI', 'N'],
      ] as const),
    ]),
    sequence: '3',
  });
});

test('the first of several fields with one code counts, and text between bars that is no field is skipped', () => {
  const found = read('3520261201    100514AOone|AOtwo|nonsense||AA1|');
  expect('fields' in found && [...found.fields]).toEqual([
    ['AO', 'one'],
    ['AA', '1'],
  ]);
});

test('a message with a wrong checksum, an unknown identifier or too few characters is not read', () => {
  expect(read('9900401.00AY1AZFCA6')).toEqual({ unreadable: 'checksum' });
  expect(read('77anything')).toEqual({ unreadable: 'unknown-message' });
  expect(read('11YN2026')).toEqual({ unreadable: 'too-short' });
  expect(read('')).toEqual({ unreadable: 'unknown-message' });
  // Devices shorten the version of SC Status.
  expect(read('990080')).toMatchObject({ code: '99' });
});

test('reading never throws, whatever bytes a device sends', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(requestShapes), '00', ''),
      fc.uint8Array({ maxLength: 200 }),
      (code, bytes) => {
        readRequest(Buffer.concat([latin(code), bytes]), 'cp850');
      },
    ),
  );
});

test('a response repeats the sequence number with a checksum, and has neither when the request had none', () => {
  const response = { fixed: '941', fields: [] };
  expect(latin('941AY3AZFDFA')).toEqual(Buffer.from(writeResponse(response, { encoding: 'utf-8', sequence: '3' })));
  expect(Buffer.from(writeResponse(response, { encoding: 'utf-8' })).toString()).toBe('941');
});

test('no value ends its field or its line early, and a field with an undefined value is left out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const text = Buffer.from(
        writeResponse(
          {
            fixed: '12',
            fields: [
              ['AJ', value],
              ['AH', undefined],
              ['AF', 'x'],
            ],
          },
          { encoding: 'utf-8' },
        ),
      ).toString();
      expect(text.split('|')).toHaveLength(3);
      expect(text).not.toMatch(/[\r\n]/);
      expect(text).not.toContain('AH|');
    }),
  );
});

test('a value is cut to the width of the device', () => {
  const bytes = writeResponse({ fixed: '12', fields: [['AJ', 'A very long title']] }, { encoding: 'utf-8', width: 6 });
  expect(Buffer.from(bytes).toString()).toBe('12AJA very|');
});

test('each encoding gives letters back; one that lacks a letter sends it without the accent', () => {
  for (const encoding of sipEncodings)
    expect(decodeSip(encodeSip('Riverton 123', encoding), encoding)).toBe('Riverton 123');
  expect(decodeSip(encodeSip('Münchén ñ', 'cp850'), 'cp850')).toBe('Münchén ñ');
  expect([...encodeSip('ü', 'cp850')]).toEqual([0x81]);
  expect(decodeSip(encodeSip('Dvořák', 'iso-8859-1'), 'iso-8859-1')).toBe('Dvorák');
  expect(decodeSip(encodeSip('Dvořák', 'ascii'), 'ascii')).toBe('Dvorak');
});

test('a checksum counts the bytes of the encoding, not the characters', () => {
  const utf8 = Buffer.from(writeResponse({ fixed: '94', fields: [['AF', 'ü']] }, { encoding: 'utf-8', sequence: '0' }));
  expect(utf8.subarray(-4).toString()).toBe(checksumOf(utf8.subarray(0, -4)));
});

test('a date in local time is the same instant in either direction, also in summer', () => {
  const summer = Date.parse('2026-07-01T12:00:00Z');
  expect(sipDate(summer, 'America/New_York')).toBe('20260701    080000');
  expect(readSipDate('20260701    080000', 'America/New_York')).toBe(summer);
  expect(readSipDate('20260701   Z120000', 'America/New_York')).toBe(summer);
  expect(readSipDate('20260732    080000', 'America/New_York')).toBeUndefined();
  expect(readSipDate('', 'America/New_York')).toBeUndefined();
});

test('the field of supported messages has sixteen places, and every request that can be carried out has one', () => {
  expect(supportedOrder).toHaveLength(16);
  const carriedOut = Object.keys(requestShapes).filter((code) => !['19', '25'].includes(code));
  expect(supportedOrder.filter((one) => one !== undefined).toSorted()).toEqual(carriedOut.toSorted());
});
