import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { readSource } from '../../../functions/catalogue/public/read-source.ts';
import { recordItem } from '../../../functions/catalogue/public/record-item.ts';
import { exportForms } from '../../../functions/discovery/domain/export/forms.ts';
import { handler as exportOne } from '../../../functions/discovery/operations/export-record/handler.ts';
import { handler as exportMany } from '../../../functions/discovery/operations/export-records/handler.ts';
import { handler as openRecord } from '../../../functions/discovery/operations/get-record/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { readIso2709 } from '../../../layers/protocols/marc/read-iso2709.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { iso2709Splitter } from '../../../layers/protocols/marc/split-iso2709.ts';
import { writeIso2709 } from '../../../layers/protocols/marc/write-iso2709.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { type Book, fileOf, loadBytes, marcOf } from '../../builders/loads.ts';
import { datafield } from '../../builders/marc-records.ts';
import { consortiumStaff, patron, staffAt } from '../../builders/people.ts';

/** Two members hold Emma; birch hides its copy's record from the public. */
let table: Table & { name: string };
const emma: Book = { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', isbn: '9780141439587' };
const plague: Book = { id: 'p1', title: 'The plague', author: 'Camus, Albert', year: '1947', pages: 308 };
const cedars = marcOf({ id: 'c1', title: 'Songs of the ferry', author: 'Moss, Ines', items: ['$aMAIN$pC1'] });
/** Cedar's data for its own readers: a note, a subject, a staff field, a link marked as its own. */
const ownWords: MarcRecord = {
  ...cedars,
  data: [
    ...cedars.data,
    ...[datafield('590', '  ', '$aGiven by the mayor.'), datafield('690', '  ', '$aOur river')],
    ...[datafield('908', '  ', '$aweeding 2027'), datafield('655', ' 7', '$aSigned copies$5Cedar')],
  ],
};
const writtenBytes = (record: MarcRecord): Uint8Array => {
  const written = writeIso2709(record);
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  return written.bytes;
};
const recordOf = async (sourceId: string): Promise<string> =>
  readSource(await table.get(catalogueKeys.key('source', { sourceId }), { strong: true })).recordId;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { BUCKET_NAME: 'no-bucket', SITE_PARAMETER: '/site' });
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: 'https://library.test' } });
  table = await aTable();
  await loadBytes(table, 'ash', fileOf([{ ...emma, items: ['$aMAIN$pA1$oFIC A1'] }, plague]));
  await loadBytes(table, 'birch', fileOf([{ ...emma, id: 'x9', note: 'From birch.', items: ['$aMAIN$pB1$oFIC B1'] }]));
  await loadBytes(table, 'cedar', writtenBytes(ownWords));
  await hide(table, 'birch:x9', ['public']);
});

test('a library’s local fields are for its staff and patrons: no one else finds them in a record or an export', async () => {
  const recordId = await recordOf('cedar:c1');
  const words = async (actor?: Actor) => {
    const who = actor ? { actor } : {};
    const answers = [
      await call(exportOne, { path: { recordId, form: 'marcxml' }, ...who }),
      await call(openRecord, { path: { recordId }, ...who }),
    ];
    const texts = answers.map(({ body }) => JSON.stringify(body));
    return ['Given by the mayor', 'Our river', 'weeding 2027', 'Signed copies'].map((text) =>
      texts.map((body) => (body.includes(text) ? 'y' : 'n')).join(''),
    );
  };
  expect(await words()).toEqual(['nn', 'nn', 'nn', 'nn']);
  for (const other of [staffAt('ash', 'cataloguer'), patron('pat_1', 'ash')])
    expect(await words(other)).toEqual(['nn', 'nn', 'nn', 'nn']);
  expect(await words(staffAt('cedar', 'desk'))).toEqual(['yy', 'yy', 'yy', 'yy']);
  expect(await words(patron('pat_2', 'cedar'))).toEqual(['yy', 'yy', 'nn', 'yy']);
});

const one = async (form: string, actor?: Actor) =>
  call(exportOne, { path: { recordId: await recordOf('ash:e1'), form }, ...(actor ? { actor } : {}) });

test.each(exportForms)('%s of a record contains nothing that is hidden from the caller', async (form) => {
  const { status, body, headers } = await one(form);
  expect([status, headers['content-disposition']]).toEqual([200, expect.stringMatching(/^attachment; filename="rec_/)]);
  expect(String(JSON.stringify(body))).toContain('Emma');
  // The letters of an invented id have no meaning.
  expect(String(JSON.stringify(body)).replace(/01[0-9a-z]{24}/g, '')).not.toMatch(/birch|B1|x9/);
});

test('MARC for staff contains both members’ numbers and copies', async () => {
  const { body } = await one('marc', staffAt('ash', 'cataloguer'));
  const read = readIso2709(Buffer.from(String(body), 'utf8'));
  const valuesOf = (tag: string) =>
    'record' in read
      ? read.record.data
          .filter((field) => field.tag === tag)
          .map((field) => field.subfields.map(({ value }) => value).join(' '))
      : [];
  expect(valuesOf('035')).toEqual(expect.arrayContaining(['(ash)e1', '(birch)x9']));
  expect(valuesOf('852')).toEqual(['ash ash.main FIC A1 A1', 'birch birch.main FIC B1 B1']);
  expect(valuesOf('952')).toEqual([]);
});

test('citations contain our page’s address, under the current id of the record', async () => {
  const recordId = await recordOf('ash:e1');
  expect((await one('ris')).body).toContain(`UR  - https://library.test/record/${recordId}\r\n`);
});

test('a list is one file, each record once, by any of its ids; missing titles are named', async () => {
  const [emmaId, plagueId] = [await recordOf('ash:e1'), await recordOf('ash:p1')];
  await table.write([
    { put: recordItem({ recordId: 'rec_old', v: 0, sources: [], absorbed: [], mergedInto: emmaId }) },
  ]);
  const ask = (form: string, recordIds: string[]) => call(exportMany, { body: { form, recordIds } });
  const answer = await ask('marc', [plagueId, 'rec_none', 'rec_old', emmaId]);
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'x-left-out': 'rec_none', 'content-type': 'application/marc; charset=utf-8' },
  });
  const splitter = iso2709Splitter();
  const pieces = [...splitter.push(Buffer.from(String(answer.body))), ...splitter.end()];
  const ids = pieces.map((piece) => {
    const read = 'bytes' in piece ? readIso2709(piece.bytes) : piece;
    return 'record' in read ? read.record.control[0]?.value : read;
  });
  expect(ids).toEqual([plagueId, emmaId]);
  expect((await ask('json-ld', [plagueId, emmaId])).body).toHaveLength(2);
  expect(await ask('ris', ['rec_none'])).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  expect(
    await ask(
      'ris',
      Array.from({ length: 201 }, (_, i) => `rec_${i}`),
    ),
  ).toMatchObject({ status: 400 });
});

test('an unknown format and an unknown record are refused', async () => {
  expect(await one('docx')).toMatchObject({ status: 400, body: { code: 'bad-input' } });
  expect(await call(exportOne, { path: { recordId: 'rec_none', form: 'ris' } })).toMatchObject({ status: 404 });
});

test('references contain subject headings and names as the consortium shows them, and MARC as the records have them', async () => {
  await loadBytes(
    table,
    'ash',
    fileOf([{ ...plague, id: 's1', title: 'Borders', subjects: ['$aIllegal aliens$zNorway'] }]),
  );
  const subjects = [{ heading: 'illegal aliens', shown: 'Undocumented immigrants' }];
  const names = [{ heading: 'CAMUS, Albert', shown: 'Camus, A., 1913-1960' }];
  const policy = { kind: 'headings', decisionReference: 'Board 2026-11', body: { subjects, names } };
  expect(await call(adoptPolicy, { actor: consortiumStaff('admin'), body: policy })).toMatchObject({ status: 201 });
  const recordId = await recordOf('ash:s1');
  // A container caches policies for a minute.
  const ask = (form: string) => call(exportOne.using(systemRuntime()), { path: { recordId, form } });
  const ris = (await ask('ris')).body;
  expect(ris).toContain('KW  - Undocumented immigrants -- Norway\r\n');
  expect(ris).toContain('AU  - Camus, A.\r\n');
  expect((await ask('marcxml')).body).toContain('Illegal aliens');
});
