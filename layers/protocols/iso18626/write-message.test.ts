import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as z from 'zod';
import { describeWithRealData } from '../../../test/builders/real-data.ts';
import { faultsBySchema } from '../../../test/builders/valid-xml.ts';
import { readMessage } from './read-message.ts';
import { type IsoMessage, messages } from './schemas.ts';
import { writeMessage } from './write-message.ts';

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
// Blank and padded texts change in a round trip: reading trims, as the layout of all peers requires.
const texts = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ').trim())
  .filter((text) => text !== '' && text === text.normalize());

const textOf = (schema: z.ZodString): fc.Arbitrary<unknown> => {
  const wanted = (pattern: string): boolean => schema.safeParse(pattern).success && !schema.safeParse('x').success;
  if (wanted('7.5')) return fc.constantFrom('0', '12.50', '3');
  if (wanted('7')) return fc.nat({ max: 99 }).map(String);
  return texts;
};

/** Generates what a schema allows, from the schema itself. */
const arbitrary = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  if (schema instanceof z.ZodOptional) return arbitrary(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray)
    return fc.array(arbitrary(schema.element as z.ZodType), { minLength: 1, maxLength: 2 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...(schema.options as string[]));
  if (schema instanceof z.ZodISODateTime) return instants;
  if (schema instanceof z.ZodString) return textOf(schema);
  if (!(schema instanceof z.ZodObject)) throw new Error('A schema of another kind has no arbitrary yet.');
  const shape = schema.shape as Record<string, z.ZodType>;
  const inner = Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => name !== 'scheme')
      .map(([name, field]) => [name, arbitrary(field)]),
  );
  const requiredKeys = Object.keys(shape).filter((name) => !(shape[name] instanceof z.ZodOptional));
  // An address is either postal or electronic, and is not empty.
  if ('electronicAddress' in shape)
    return fc.oneof(...Object.entries(inner).map(([name, of]) => fc.record({ [name]: of })));
  const some = fc.record(inner, { requiredKeys });
  return requiredKeys.length > 0 ? some : some.filter((one) => Object.keys(one).length > 0);
};

const anyMessage: fc.Arbitrary<IsoMessage> = fc.oneof(
  ...Object.entries(messages).map(([kind, schema]) =>
    arbitrary(schema).map((body) => ({ kind, body: schema.parse(body) }) as IsoMessage),
  ),
);

test('any message written in the edition of 2021 is read back unchanged', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const read = readMessage(Buffer.from(writeMessage(message, '2021')));
      expect(read).toMatchObject({ dialect: '2021', ignored: [], message });
    }),
    { numRuns: 300 },
  );
});

test('any message written for a partner of 1.2 is read as a message of the same request, including codes', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const read = readMessage(Buffer.from(writeMessage(message, '1.2')));
      expect(read).toMatchObject({ dialect: '1.2', message: { kind: message.kind } });
    }),
    { numRuns: 300 },
  );
});

test('a value without a code in 1.2 becomes a notification with the same meaning', () => {
  const agency = { agencyIdType: { value: 'ISIL' }, agencyIdValue: 'X' };
  const ids = { supplyingAgencyId: agency, requestingAgencyId: agency, requestingAgencyRequestId: 'r' };
  const header = { ...ids, timestamp: '2026-11-24T10:00:00Z' };
  const lost: IsoMessage = {
    kind: 'requestingAgencyMessage',
    body: { header, action: 'Lost', note: 'Not on the bus.' },
  };
  expect(readMessage(Buffer.from(writeMessage(lost, '1.2')))).toMatchObject({
    message: { body: { action: 'Notification', note: 'Not on the bus.\nLost' } },
  });
});

describeWithRealData('ISO 18626 against its schemas', (folder) => {
  const ill = join(folder, 'ill');
  const schemas = { '1.2': 'ISO-18626-v1_2.xsd', '2021': 'ISO-18626-2021-2.xsd' } as const;
  const captured = readdirSync(join(ill, 'messages')).map((file) => readFileSync(join(ill, 'messages', file)));
  const read = captured.map((bytes) => readMessage(bytes));
  const known = read.flatMap((one) => ('message' in one ? [one.message] : []));

  test('every captured message is read', () => {
    expect(known.length).toBe(captured.length);
    // Nothing is skipped but the empty id that 1.2 requires and 2021 forbids.
    expect(new Set(read.flatMap(({ ignored }) => ignored.map((path) => path.split('/').at(-1))))).toEqual(
      new Set(['multipleItemRequestId']),
    );
  });

  test.each(['1.2', '2021'] as const)(
    'captured and generated messages written in %s are valid, and have the same meaning',
    (dialect) => {
      const schema = join(ill, schemas[dialect]);
      const written = known.map((message) => writeMessage(message, dialect));
      expect(written.map((xml) => readMessage(Buffer.from(xml)))).toMatchObject(known.map((message) => ({ message })));
      const invented = fc
        .sample(anyMessage, { numRuns: 300, seed: 18626 })
        .map((message) => writeMessage(message, dialect));
      expect(faultsBySchema(schema, [...written, ...invented])).toEqual([]);
    },
  );
});
