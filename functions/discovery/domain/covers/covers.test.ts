import * as fc from 'fast-check';
import { aGif, aJpeg, aPng, aWebp, withExif, withText } from '../../../../test/builders/pictures.ts';
import { addressesOf, type CoverProvider, isbn10Of, mayLeadTo, pictureAddressIn } from './cover-providers.ts';
import { isCoverSize, pictureIn } from './picture.ts';
import { withoutMetadata } from './without-metadata.ts';

const pictures = [
  ['image/png', aPng(200, 290)],
  ['image/jpeg', aJpeg(200, 290)],
  ['image/gif', aGif(200, 290)],
  ['image/webp', aWebp(200, 290)],
] as const;

describe('a picture is known by its bytes', () => {
  test.each(pictures)('the size of %s is read', (type, bytes) => {
    expect(pictureIn(bytes)).toEqual({ type, width: 200, height: 290 });
  });

  test('pages, scripts, SVG and nothing at all are no pictures', () => {
    const others = [
      '<!doctype html><html><body>Not found</body></html>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '',
    ];
    for (const text of others) expect(pictureIn(Buffer.from(text.padEnd(64)))).toBeUndefined();
    expect(pictureIn(new Uint8Array())).toBeUndefined();
  });

  test('no bytes make the reader fail, also after a true beginning', () => {
    const starts = fc.constantFrom(...pictures.map(([, bytes]) => bytes), new Uint8Array());
    fc.assert(
      fc.property(starts, fc.nat(80), fc.uint8Array({ maxLength: 200 }), (start, length, rest) => {
        const bytes = Buffer.concat([start.subarray(0, length), rest]);
        pictureIn(bytes);
        withoutMetadata(bytes);
      }),
    );
  });

  test('a picture of one pixel, and one that fills the memory, are no covers', () => {
    const sizes: [number, number][] = [
      [1, 1],
      [39, 400],
      [40, 60],
      [4000, 4000],
      [300, 4001],
    ];
    expect(sizes.map(([width, height]) => isCoverSize({ type: 'image/png', width, height }))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('metadata is left out of a picture', () => {
  test('the place of a photograph is gone, and the picture stays the same', () => {
    const plain = aJpeg(200, 290);
    const named = withExif(plain, 'GPS 60.39 N 5.32 E');
    expect(Buffer.from(named).includes('GPS')).toBe(true);
    expect(withoutMetadata(named)).toEqual(Buffer.from(plain));
  });

  test('texts in a PNG are gone, and what follows its end', () => {
    const plain = aPng(200, 290);
    const more = Buffer.concat([withText(plain, 'Author', 'A. Reader'), Buffer.from('PK a hidden archive')]);
    expect(withoutMetadata(more)).toEqual(Buffer.from(plain));
  });

  test('a WebP loses its EXIF and says so', () => {
    const cleaned = withoutMetadata(aWebp(200, 290, 'GPS 60.39 N 5.32 E'));
    expect(Buffer.from(cleaned ?? []).includes('GPS')).toBe(false);
    expect(cleaned && pictureIn(cleaned)).toEqual({ type: 'image/webp', width: 200, height: 290 });
  });

  test('a file that is cut off, and a GIF, are refused', () => {
    for (const [type, bytes] of pictures)
      expect(withoutMetadata(type === 'image/gif' ? bytes : bytes.subarray(0, bytes.length - 3))).toBeUndefined();
  });

  test('what was cleaned stays as it is when it is cleaned again', () => {
    for (const [type, bytes] of pictures.filter(([one]) => one !== 'image/gif')) {
      const once = withoutMetadata(bytes) ?? new Uint8Array();
      expect([type, withoutMetadata(once)]).toEqual([type, once]);
    }
  });
});

const vendor: CoverProvider = {
  kind: 'address',
  name: 'Vendor',
  address: 'https://covers.example.org/{isbn10}?s={size}',
};
const numbers = { isbn: ['9780141439518', '9791234567896'], oclc: ['123'], lccn: ['n 1'] };

describe('providers', () => {
  test('an ISBN-13 has its ISBN-10, with X as check digit; one of 979 has none', () => {
    expect(['9780141439518', '9780804429573', '9791234567896'].map(isbn10Of)).toEqual([
      '0141439513',
      '080442957X',
      undefined,
    ]);
  });

  test('Open Library is asked by ISBN, OCLC number and LCCN, and not for its blank picture', () => {
    const asked = addressesOf({ kind: 'open-library' }, { ...numbers, isbn: ['9780141439518'] }, 'large');
    expect(asked).toEqual([
      'https://covers.openlibrary.org/b/isbn/9780141439518-L.jpg?default=false',
      'https://covers.openlibrary.org/b/oclc/123-L.jpg?default=false',
      'https://covers.openlibrary.org/b/lccn/n%201-L.jpg?default=false',
    ]);
  });

  test('an address is filled in; a title without an ISBN-10 is not asked for by one', () => {
    expect(addressesOf(vendor, numbers, 'small')).toEqual(['https://covers.example.org/0141439513?s=small']);
    expect(addressesOf(vendor, { isbn: [], oclc: ['1'], lccn: [] }, 'small')).toEqual([]);
  });

  test('a provider leads to its own hosts only, over TLS', () => {
    const led = (provider: CoverProvider, address: string) => mayLeadTo(provider, address);
    const library: CoverProvider = { kind: 'open-library' };
    expect(led(library, 'https://ia800.us.archive.org/view.php?x')).toBe(true);
    const others = [
      'http://archive.org/x',
      'https://archive.org.evil.example/x',
      'https://evilarchive.org/x',
      'https://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'not an address',
    ];
    expect(others.filter((address) => led(library, address))).toEqual([]);
    expect(led(vendor, 'https://covers.example.org/other.jpg')).toBe(true);
    expect(led(vendor, 'https://example.org/other.jpg')).toBe(false);
  });

  test('the picture in an answer of Google Books is asked for over TLS; another answer has none', () => {
    const body = {
      items: [{ volumeInfo: {} }, { volumeInfo: { imageLinks: { thumbnail: 'http://books.google.com/c' } } }],
    };
    expect(pictureAddressIn(JSON.stringify(body))).toBe('https://books.google.com/c');
    for (const other of ['', '{}', '[]', '{"items":7}', '<html>']) expect(pictureAddressIn(other)).toBeUndefined();
  });
});
