import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { fileKind } from './file-kind.ts';
import { writeIso2709 } from './write-iso2709.ts';
import { marcXmlCollection } from './write-marcxml.ts';

const written = writeIso2709(aRecord([datafield('245', '00', '$aA')]));
const marc = 'bytes' in written ? Buffer.from(written.bytes) : Buffer.alloc(0);
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

describe('detecting the kind of an uploaded file', () => {
  it.each([
    ['ISO 2709', marc, { kind: 'iso2709' }],
    ['ISO 2709 behind line breaks', Buffer.concat([text('\r\n\0'), marc]), { kind: 'iso2709' }],
    ['ISO 2709 behind garbage', Buffer.concat([text('garbage'), marc]), { kind: 'iso2709' }],
    [
      'ISO 2709 with a poor leader',
      text('00127     2200037   450X245008900000\u001e00\u001faX\u001e\u001d'),
      { kind: 'iso2709' },
    ],
    ['MARCXML', text(marcXmlCollection([])), { kind: 'marcxml' }],
    ['MARCXML with a byte order mark', Buffer.from(`\ufeff${marcXmlCollection([])}`), { kind: 'marcxml' }],
    ['nothing', text(''), { rejected: 'empty-file' }],
    ['blanks', text(' \n'), { rejected: 'empty-file' }],
    ['a PDF', text('%PDF-1.7\n%\u00e2\u00e3'), { rejected: 'file-is-pdf' }],
    ['a ZIP', text('PK\u0003\u0004\u0014\0'), { rejected: 'file-is-zip' }],
    ['a gzip', text('\u001f\u008b\b\0'), { rejected: 'file-is-gzip' }],
    ['a PNG', text('\u0089PNG\r\n'), { rejected: 'file-is-image' }],
    ['MARC-in-JSON', text('{"leader": "00000nam"}'), { kind: 'marc-json' }],
    ['a list of MARC-in-JSON', text('\u00ef\u00bb\u00bf[\n{ "fields": ['), { kind: 'marc-json' }],
    [
      'finding M7: the JSON of Alma, whose MARC is text inside it',
      text('{"mms_id":"99","record_format":"marc21","anies":["<record><leader>00714nam a2200205 a 4500</leader>"]}'),
      { rejected: 'file-is-alma-json' },
    ],
    [
      'finding M7: Solr XML with a record inside a field',
      text('<add><doc><field name="fullrecord">00714nam a2200205 a 4500001001200000</field></doc></add>'),
      { rejected: 'file-is-solr' },
    ],
    [
      'finding M7: a Solr response in JSON',
      text('{"responseHeader":{"status":0},"response":{"docs":[{"fullrecord":"00714nam a2200205 a 4500001"}]}}'),
      { rejected: 'file-is-solr' },
    ],
    ['JSON', text('{"title": "The tempest"}'), { rejected: 'file-is-json' }],
    ['a web page', text('<!doctype html><html><body>'), { rejected: 'file-is-other-xml' }],
    ['a table in text', text('title,author\nThe tempest,Shakespeare\n'), { rejected: 'file-is-text' }],
    ['random bytes', Buffer.from([0, 1, 2, 3, 250, 0, 7]), { rejected: 'file-is-unknown' }],
  ])('recognises %s', (_what, bytes, kind) => {
    expect(fileKind(bytes)).toEqual(kind);
  });
});
