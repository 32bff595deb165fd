import * as fc from 'fast-check';
import type { MarcRecord } from '../../layers/protocols/marc/record.ts';
import { aRecord, datafield } from './marc-records.ts';

/** A test's input for a record; subfields are written as by cataloguers (`$aEmma :$ba novel /$cby Jane Austen.`). */
export type Description = {
  title: string;
  author?: string;
  edition?: string;
  imprint?: string;
  extent?: string;
  isbn?: string[];
  issn?: string;
  series?: string;
  date1?: string;
  date2?: string;
  dateType?: string;
  /** 008/23, form of item: `o` online, `d` large print. */
  form?: string;
  /** Leader/06 and 07. */
  kind?: string;
};

/** Returns a description without its undefined fields. */
const stated = ({
  title,
  ...rest
}: { title: string } & { [K in keyof Description]?: Description[K] | undefined }): Description => {
  const description: Description = { title };
  return Object.assign(
    description,
    Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  );
};

const fixed = ({ dateType = 's', date1 = '', date2 = '', form = ' ' }: Description): string =>
  `900101${dateType}${date1.padEnd(4)}${date2.padEnd(4)}enk     ${form}           eng  `;

/** Returns the description of a record: by default a printed book in English from England. */
export const describedBook = (given: Description): MarcRecord => {
  const optional = (tag: string, text: string | undefined) => (text === undefined ? [] : [datafield(tag, '  ', text)]);
  return aRecord(
    [
      ...(given.isbn ?? []).map((number) => datafield('020', '  ', `$a${number}`)),
      ...optional('022', given.issn),
      ...optional('100', given.author),
      datafield('245', '10', given.title),
      ...optional('250', given.edition),
      ...optional('260', given.imprint),
      ...optional('300', given.extent),
      ...optional('490', given.series),
    ],
    { '008': fixed(given) },
    `00000n${given.kind ?? 'am'} a2200000 a 4500`,
  );
};

const maybe = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

/** Generates records from a small set of titles, names, years and numbers, so that any two agree in much. */
export const anyDescribedBook: fc.Arbitrary<MarcRecord> = fc
  .record({
    title: fc.constantFrom(
      '$aEmma :$ba novel /$cby Jane Austen.',
      '$aEmma.',
      '$aThe dyeing of paper pulp.',
      '$aWorks.$nv. 2',
      '$aWorks.$nv. 3',
    ),
    author: maybe('$aAusten, Jane,$d1775-1817.', '$aErfurt, Julius.'),
    edition: maybe('$a2nd ed.', '$aRev. ed.', '$a3rd ed.'),
    imprint: maybe('$aLondon :$bScott, Greenwood,$c1901.', '$aLondon :$bMurray,$c1902.'),
    extent: maybe('$axiii, 180 p. ;$c26 cm', '$a182 p. ;$c27 cm', '$a2 v.'),
    isbn: maybe(['9780141439587'], ['0141439580', '9780141439587']),
    date1: maybe('1901', '1902', '1815'),
    form: maybe('o', 'b'),
    kind: maybe('am', 'as', 'cm'),
  })
  .map((given) => describedBook(stated(given)));
