import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeIso2709 } from '../../../layers/protocols/marc/write-iso2709.ts';
import { describedBook } from '../../../test/builders/described-book.ts';
import { packedMarc, unpackedMarc } from './packed-marc.ts';
import { deflated } from './source-record.ts';

const bytesOf = (title: string): Uint8Array => {
  const written = writeIso2709(describedBook({ title }));
  if (!('bytes' in written)) throw new Error('The record is not written.');
  return written.bytes;
};
const book = bytesOf('$aEmma /$cby Jane Austen.');

test('a record is packed without the lengths of its fields and read again byte by byte, also in a damaged form', () => {
  expect(packedMarc(book).length).toBeLessThan(0.8 * deflated(book).length);
  const gap = Buffer.concat([book.subarray(0, 24), Buffer.from('999000100000'), book.subarray(24)]);
  const damaged = [gap, book.subarray(0, 40), book.subarray(0, -9), Buffer.concat([Buffer.from('\u001e'), book])];
  for (const bytes of [book, ...damaged, bytesOf(`$a${'long '.repeat(1_900)}`), Buffer.from('<record/>')])
    expect(Buffer.from(unpackedMarc(packedMarc(bytes)))).toEqual(Buffer.from(bytes));
});

test('any bytes are read as they were packed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(book.length), (noise, at) => {
      for (const bytes of [noise, Buffer.concat([book.subarray(0, at), noise, book.subarray(at)])])
        expect(Buffer.from(unpackedMarc(packedMarc(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
});

test('a record that was stored by deflating alone is read', () => {
  for (const packed of [deflated(book), deflateRawSync(book, { level: 0 }), deflated(Buffer.alloc(0))])
    expect(Buffer.from(unpackedMarc(packed)).length).toBe(packed.length < 9 ? 0 : book.length);
});
