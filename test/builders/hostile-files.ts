import { gzipSync } from 'node:zlib';

/** The number of bytes of each malicious file: far more than a reader may buffer. */
export const HOSTILE_BYTES = 8_000_000;
const CHUNK = 65_536;

function* repeated(head: string, unit: string): Generator<Buffer> {
  const run = Buffer.from(unit.repeat(Math.ceil(CHUNK / unit.length)), 'latin1');
  yield Buffer.from(head, 'latin1');
  for (let given = 0; given < HOSTILE_BYTES; given += run.length) yield run;
}

/** XML without any possible record; a DOCTYPE at its end must still be found. */
function* withoutRecord(): Generator<Buffer> {
  yield* repeated('<collection xmlns="http://www.loc.gov/MARC21/slim">', '<leader/>');
  yield Buffer.from('<!DOCTYPE r>'.padEnd(CHUNK), 'latin1');
}

const leader = '99999nam a2200037 a 4500';
const oneField = `${leader}245999900000\u001e`;
/** A record whose directory names one field of 9 kB seven thousand times. */
const sevenThousand = ((): string => {
  const directory = '245910000000'.repeat(7000);
  const base = String(24 + directory.length + 1).padStart(5, '0');
  return `99999nam a22${base} a 4500${directory}\u001e00\u001fa${'x'.repeat(9000)}\u001e\u001d`;
})();
const inXml = (inner: string): string =>
  `<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>${leader}</leader>${inner}`;
const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;

/**
 * Malicious files by their defect; none is a valid record from beginning to end. Each call starts again. They are generated in
 * chunks, so that any buffering is the reader's own.
 */
export const hostileFiles: Readonly<Record<string, () => Generator<Buffer>>> = {
  'a record that no terminator ends': () => repeated(oneField, 'x'),
  'nothing but delimiters': () => repeated(`${oneField}00`, '\u001fa'),
  'nothing but ends of fields': () => repeated(oneField, '\u001e'),
  'nothing but ends of records': () => repeated(oneField, '\u001d'),
  'nothing but leaders': () => repeated('', leader),
  'directories of seven thousand entries on one field': () => repeated('', sevenThousand),
  'EACC that never ends': () => repeated(`${leader.replace(' a22', '  22')}245999900000\u001e00\u001fa\u001b$1`, '!0!'),
  'an XML text that never ends': () =>
    repeated(inXml('<datafield tag="245" ind1="0" ind2="0"><subfield code="a">'), 'x'),
  'XML nested without end': () => repeated(inXml(''), '<datafield tag="245">'),
  'XML of nothing but subfields': () =>
    repeated(inXml('<datafield tag="245" ind1="0" ind2="0">'), '<subfield code="a"/>'),
  'XML without a record': withoutRecord,
  'XML records within a tag': () => repeated(inXml('<datafield tag="'), `<record${' '.repeat(56)}>`),
  'XML references without end': () => repeated(inXml('<datafield tag="245" ind1="0" ind2="0">'), '&amp;'),
  'XML entities that grow a thousandfold': () => repeated(`${laughs}${inXml('')}`, '&b;'),
  'a JSON text that never ends': () => repeated(`{"leader":"${leader}","fields":[{"001":"`, 'x'),
  'JSON nested without end': () => repeated(`{"leader":"${leader}","fields":`, '[{"a":'),
  'JSON of nothing but subfields': () =>
    repeated(`{"leader":"${leader}","fields":[{"245":{"ind1":" ","ind2":" ","subfields":[`, '{"a":""},'),
  'a gzip bomb': () => repeated(gzipSync(Buffer.alloc(1_000_000)).toString('latin1'), '\0'),
  'a zip bomb': () => repeated('PK\u0003\u0004\u0014\0\0\0\u0008\u000042.zip', '\0'),
};
