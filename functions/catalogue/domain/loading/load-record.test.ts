import { itemDialects } from '../../../../layers/protocols/marc/item-mapping.ts';
import { marcJsonSplitter } from '../../../../layers/protocols/marc/split-marc-json.ts';
import { writeMarcJson } from '../../../../layers/protocols/marc/write-marc-json.ts';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { loadRecord, readStored } from './load-record.ts';
import { readOrRefused } from './read-or-refused.ts';

const context = { memberId: 'ash', mapping: itemDialects['koha-952'], branches: new Set(['ash.main']) };

const lineOf = (id: string, extent: string): string => {
  const data = [datafield('245', '10', `$aTitle ${id}`), datafield('300', '  ', `$a${extent}`)];
  const written = writeMarcJson(aRecord(data, { '001': id }));
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  return `${written.json}\n`;
};

/** Returns what a load reads from a file, record by record. */
const loaded = (file: string, read: typeof loadRecord = loadRecord) => {
  const splitter = marcJsonSplitter({ offset: 0 });
  return [...splitter.push(Buffer.from(file)), ...splitter.end()].map((piece) => {
    if (!('bytes' in piece)) throw new Error(piece.reason);
    const { offset } = piece;
    const bytes = Uint8Array.from(piece.bytes);
    return readOrRefused(offset, () => read({ offset, bytes, checksum: `c${offset}`, form: 'marc-json' }, context));
  });
};

test('a record with more numbers in its extent than a call accepts arguments is loaded, and so are those around it', () => {
  const many = '7 '.repeat(200_000);
  const records = loaded(lineOf('b1', '12 p.') + lineOf('b2', `${many}391 p.`) + lineOf('b3', '14 p.'));
  expect(records).toMatchObject([
    { localId: 'b1', features: { pages: 12 } },
    { localId: 'b2', features: { pages: 391, numbers: [7, 7, 7, 7, 7, 7] } },
    { localId: 'b3', features: { pages: 14 } },
  ]);
});

test('a number with too many digits is no count: features contain only what JSON can represent', () => {
  const [record] = loaded(lineOf('b1', `${'9'.repeat(400)} p. ; 1234567 pages`));
  if (record === undefined || !('features' in record)) throw new Error('The record is refused.');
  expect(record.features).not.toHaveProperty('pages');
  expect(JSON.parse(JSON.stringify(record.features))).toEqual(record.features);
});

test('a record that throws while it is read is refused at its byte offset, and no other', () => {
  const [first, second, third] = [lineOf('b1', '12 p.'), lineOf('b2', '13 p.'), lineOf('b3', '14 p.')];
  const records = loaded(first + second + third, (piece, known) => {
    if (piece.offset === first.length) throw new RangeError('Maximum call stack size exceeded');
    return loadRecord(piece, known);
  });
  expect(records).toMatchObject([
    { localId: 'b1' },
    { rejected: { what: 'record', offset: first.length, reason: 'record-unreadable' } },
    { localId: 'b3' },
  ]);
});

test('finding M7: a UNIMARC record is loaded, and its report names what MARC 21 has no counterpart for', () => {
  const data = [
    datafield('100', '  ', '$a20040506d1999    u  y0frey50      ba'),
    datafield('106', '  ', '$ar'),
    datafield('200', '1 ', '$aLa peste$fAlbert Camus'),
    datafield('700', ' 1', '$aCamus$bAlbert$4070'),
  ];
  const written = writeMarcJson(aRecord(data, { '001': 'f1' }, '00000nam0 2200000   450 '));
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  const records = loaded(written.json);
  const [stored] = records.flatMap((one) => ('bytes' in one ? [readStored(one.form, one.bytes)] : []));
  expect(stored?.data.map(({ tag }) => tag)).toEqual(['100', '245']);
  expect(records).toMatchObject([
    {
      form: 'iso2709',
      localId: 'f1',
      features: { title: 'peste' },
      warnings: [{ what: 'warning', reason: 'unimarc-left-out', value: '106', localId: 'f1', offset: 0 }],
    },
  ]);
});

test('repairs that lose nothing are not reported', () => {
  const [record] = loaded(lineOf('b1', '12 p.').replace(/"leader":"[^"]*"/, '"leader":"x"'));
  expect(record).toMatchObject({ localId: 'b1', warnings: [] });
});
