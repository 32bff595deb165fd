import * as fc from 'fast-check';
import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { describeRecord } from './description.ts';
import { linkAddress, withSafeLinks } from './link-address.ts';

describe('finding S13: the address of a link', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    [' HTTP://EXAMPLE.org ', 'HTTP://EXAMPLE.org'],
    ['ftp://ftp.example.org/a', 'ftp://ftp.example.org/a'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['http://example.org/a b', 'http://example.org/a%20b'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['10.1000/182', 'https://doi.org/10.1000/182'],
    ['hdl: 2027/mdp.39015038422765', 'https://hdl.handle.net/2027/mdp.39015038422765'],
    ['www.example.org/a', 'http://www.example.org/a'],
    ['example.org:8080/a', 'http://example.org:8080/a'],
    ['//example.org/a', 'https://example.org/a'],
  ])('%j is opened as %j', (text, address) => {
    expect(linkAddress(text)).toBe(address);
  });

  it.each([
    ...['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)'],
    ...['java\tscript:alert(1)', '\u200bjavascript:alert(1)', 'javascript://example.org/%0aalert(1)'],
    ...['data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'blob:https://example.org/a'],
    ...[
      'C:\\files\\a.pdf',
      'urn:nbn:de:1111-2004',
      'mdp.39015038422765',
      '',
      'See the librarian',
      'http://',
      '__proto__:x',
    ],
  ])('%j is no link', (text) => {
    expect(linkAddress(text)).toBeUndefined();
  });

  it('is opened by no other scheme, whatever the text', () => {
    const scheme = fc.constantFrom('javascript:', 'data:', 'vbscript:', 'file:', 'x:', '');
    const noise = fc.string({ unit: fc.constantFrom('\t', '\n', ' ', '\u0000', '\u200b', '/', ':', 'a', '.', '1') });
    fc.assert(
      fc.property(noise, scheme, noise, (before, middle, after) => {
        const address = linkAddress(`${before}${middle}${after}`);
        if (address !== undefined) expect(['http:', 'https:']).toContain(new URL(address).protocol);
      }),
    );
  });

  it('reaches the description of a record only when it may be opened', () => {
    const record = aRecord([
      datafield('245', '00', '$aTitle'),
      datafield('856', '40', '$ujavascript:alert(1)$yRead'),
      datafield('856', '40', '$uwww.example.org$yRead'),
    ]);
    expect(describeRecord(record).links).toEqual([{ url: 'http://www.example.org', label: 'Read', isFullText: true }]);
  });

  it('is left out of published MARC when it is a program; identifiers and unknown texts stay', () => {
    const others = [datafield('856', '40', '$uurn:nbn:de:1111-2004'), datafield('856', '41', '$umdp.1')];
    const mixed = datafield('856', '42', '$udata:text/html,x$uhttps://example.org$yRead');
    expect(withSafeLinks([datafield('856', '40', '$uJAVASCRIPT:x'), mixed, ...others])).toEqual([
      datafield('856', '42', '$uhttps://example.org$yRead'),
      ...others,
    ]);
  });
});
