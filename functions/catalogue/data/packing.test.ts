import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { packingDictionary } from './packing-dictionary.ts';
import { deflated, inflated } from './source-record.ts';

test('what is packed is unpacked as it was, whatever its length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40_000 }), (bytes) => {
      expect(Buffer.from(inflated(deflated(bytes))).equals(bytes)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('what was packed before there was a dictionary is read', () => {
  const text = Buffer.from('<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Emma'.repeat(20));
  expect(Buffer.from(inflated(deflateRawSync(text))).equals(text)).toBe(true);
});

test('the dictionary is part of the stored format: it never changes', () => {
  expect(createHash('sha256').update(packingDictionary).digest('hex')).toBe(
    '6fb9e42e3a0a18268ac1d8b0b6d031a2f084f60c87a6fbbf8302390b50602fb7',
  );
});
