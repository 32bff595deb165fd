import type { DataField, MarcRecord } from '../../../layers/protocols/marc/record.ts';
import type { Publication } from '../../../layers/protocols/opds/values.ts';

// Feeds name languages by BCP 47, MARC by ISO 639-2/B.
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ ar: 'ara', bn: 'ben', ca: 'cat', cs: 'cze', da: 'dan', de: 'ger', el: 'gre', en: 'eng', es: 'spa', fa: 'per' },
  ...{ fi: 'fin', fr: 'fre', gu: 'guj', he: 'heb', hi: 'hin', hu: 'hun', hy: 'arm', id: 'ind', it: 'ita', ja: 'jpn' },
  ...{ km: 'khm', ko: 'kor', la: 'lat', nl: 'dut', no: 'nor', pa: 'pan', pl: 'pol', pt: 'por', ro: 'rum', ru: 'rus' },
  ...{ so: 'som', sv: 'swe', ta: 'tam', th: 'tha', tl: 'tgl', tr: 'tur', uk: 'ukr', ur: 'urd', vi: 'vie', zh: 'chi' },
};

const languageCode = (tag: string | undefined): string => {
  const first = (tag ?? '').split('-')[0]?.toLowerCase() ?? '';
  return LANGUAGES[first] ?? (first.length === 3 ? first : 'und');
};

const field = (
  tag: string,
  indicators: string,
  ...subfields: [code: string, value: string | undefined][]
): DataField[] => {
  const filled = subfields.flatMap(([code, value]) => (value === undefined || value === '' ? [] : [{ code, value }]));
  const [ind1 = ' ', ind2 = ' '] = indicators;
  return filled.length === 0 ? [] : [{ tag, ind1, ind2, subfields: filled }];
};

const plainText = (html: string): string =>
  html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 2000);

const isbnOf = (identifier: string | undefined): string | undefined =>
  /^urn:isbn:([0-9Xx-]{10,17})$/i
    .exec(identifier ?? '')?.[1]
    ?.replaceAll('-', '')
    .toUpperCase();

const descriptionOf = ({ description }: Publication['metadata']): string =>
  plainText(typeof description === 'string' ? description : (Object.values(description ?? {})[0] ?? ''));

/** Returns the MARC record of a title: an electronic resource, so that it never joins the record of a printed edition. */
export const ebookRecord = (
  localId: string,
  { metadata }: Pick<Publication, 'metadata'>,
  medium: 'ebook' | 'audiobook',
): MarcRecord => {
  const { title, subtitle, identifier, author, narrator, publisher, language, published, subject } = metadata;
  const audio = medium === 'audiobook';
  const year = /^\d{4}/.exec(published ?? '')?.[0] ?? '    ';
  const code = languageCode(language[0]);
  // 23 is the form of item: online.
  const coded = `260101s${year}    xx ${' '.repeat(5)}o${' '.repeat(11)}${code} d`;
  const [main, ...others] = author;
  return {
    leader: `00000n${audio ? 'i' : 'a'}m a2200000 i 4500`,
    control: [
      { tag: '001', value: localId },
      { tag: '007', value: 'cr nna' },
      { tag: '008', value: coded },
    ],
    data: [
      ...field('020', '  ', ['a', isbnOf(identifier)], ['q', isbnOf(identifier) && '(electronic book)']),
      ...field('100', '1 ', ['a', main]),
      ...field('245', main === undefined ? '00' : '10', ['a', title], ['b', subtitle]),
      ...field('264', ' 1', ['b', publisher[0]], ['c', year.trim()]),
      ...field('300', '  ', ['a', audio ? '1 online resource (audiobook)' : '1 online resource']),
      ...field('336', '  ', ['a', audio ? 'spoken word' : 'text'], ['b', audio ? 'spw' : 'txt'], ['2', 'rdacontent']),
      ...field('337', '  ', ['a', 'computer'], ['b', 'c'], ['2', 'rdamedia']),
      ...field('338', '  ', ['a', 'online resource'], ['b', 'cr'], ['2', 'rdacarrier']),
      ...field('520', '  ', ['a', descriptionOf(metadata)]),
      ...subject.flatMap((one) => field('653', '  ', ['a', one])),
      ...others.flatMap((one) => field('700', '1 ', ['a', one])),
      ...narrator.flatMap((one) => field('700', '1 ', ['a', one], ['e', 'narrator'])),
    ],
  };
};

/** Returns the record that withdraws a title's record. */
export const withdrawnRecord = (localId: string): MarcRecord => ({
  leader: '00000dam a2200000 i 4500',
  control: [{ tag: '001', value: localId }],
  data: field('245', '00', ['a', 'Withdrawn']),
});
