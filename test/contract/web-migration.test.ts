import { columnsOf as columnsRead, kindsInOrder } from '../../functions/onboarding/domain/files/file-kinds.ts';
import { dayFormats, mappingSchema } from '../../functions/onboarding/domain/files/mapping.ts';
import { readHeading, readRow } from '../../functions/onboarding/domain/files/read-row.ts';
import { csvHead } from '../../web/src/features/onboarding/migration/csv-head.ts';
import { columnsOf, fileKinds, kinds } from '../../web/src/features/onboarding/migration/file-kinds.ts';
import { profiles } from '../../web/src/features/onboarding/migration/profiles/profiles.ts';

test('the mapping form offers the columns that a load reads, and asks for those that it needs', () => {
  expect(kinds).toEqual(kindsInOrder);
  for (const kind of kinds) {
    const read = Object.entries(columnsRead(kind));
    expect([...columnsOf(kind)].sort()).toEqual(read.map(([name]) => name).sort());
    expect([...fileKinds[kind].needed].sort()).toEqual(
      read.flatMap(([name, { required }]) => (required ? [name] : [])).sort(),
    );
    expect(fileKinds[kind].lists).toEqual(
      Object.fromEntries(read.flatMap(([name, { list }]) => (list ? [[name, list]] : []))),
    );
  }
});

test.each(Object.entries(profiles))(
  'the prepared mapping of %s is one that a load takes',
  (_, { format, headings, codes }) => {
    const mapping = mappingSchema.parse({ currency: 'USD', ...format, headings, codes });
    expect(dayFormats).toContain(mapping.dayFormat);
    for (const [kind, names] of Object.entries(headings)) {
      const file = kinds.find((one) => one === kind) ?? 'patrons';
      const targets = [...new Set(Object.values(names))];
      const heads = targets.map((target) => Object.keys(names).find((name) => names[name] === target) ?? '');
      // A file with one column of each is read without another setting.
      expect(readHeading(file, heads, mapping)).toHaveProperty('columns');
    }
  },
);

test('a prepared mapping loses no suspension and no end of a block, and takes no copy for a record', () => {
  const { evergreen, koha } = profiles;
  expect([evergreen?.headings.holds?.frozen, koha?.headings.holds?.suspend]).toEqual(['suspended', 'suspended']);
  expect([evergreen?.headings.blocks?.stop_date, koha?.headings.blocks?.expiration]).toEqual(['until', 'until']);
  const mapping = mappingSchema.parse({ currency: 'USD', ...evergreen?.format, headings: evergreen?.headings });
  const heads = ['id', 'usr', 'target', 'hold_type', 'request_time', 'pickup_lib', 'frozen'];
  // The target of a hold is a record only for one type of hold: the library decides, and until then nothing is loaded.
  expect(readHeading('holds', heads, mapping)).toMatchObject({ unknown: ['target', 'hold_type'] });
  const columns = ['id', 'patron', 'requested', 'pickup', 'suspended'];
  const cells = ['1', '2', '2026-01-02', 'ash.main', 't'];
  const codes = { ...mapping.codes, branches: { 'ash.main': 'ash.main' } };
  expect(readRow('holds', columns, cells, { ...mapping, codes })).toMatchObject({ row: { suspended: true } });
});

test('the preview reads quoted cells and finds the delimiter; a line that was cut is left out', () => {
  const text = '\uFEFFid;"Name; all"\r\n1;"Okafor; ""Amara"""\r\n2;"with\nbreak"\r\n3;cut o';
  expect(csvHead(text)).toEqual({
    delimiter: ';',
    heading: ['id', 'Name; all'],
    rows: [
      ['1', 'Okafor; "Amara"'],
      ['2', 'with\nbreak'],
    ],
  });
  expect(csvHead('a\tb')).toEqual({ delimiter: '\t', heading: ['a', 'b'], rows: [] });
});
