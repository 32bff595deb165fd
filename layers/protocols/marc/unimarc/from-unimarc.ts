import type { ControlField, DataField, MarcRecord } from '../record.ts';
import { languageOf } from './codes.ts';
import { byCodes, byIsbd, type Convert, type Converted, fieldOf } from './conversion.ts';
import { convertFixed, convertLeader } from './fixed-fields.ts';
import { convertSeries, linkTo } from './links.ts';
import { bodyTo, familyTo, personTo, subjectBody, subjectFamily, subjectPerson, subjectTo } from './names.ts';
import { withoutMarks } from './non-filing.ts';
import { linkScripts } from './scripts.ts';
import { convertTitle } from './titles.ts';

const publication: Readonly<Record<string, readonly [string, string]>> = {
  a: ['a', ' ;'],
  c: ['b', ' :'],
  d: ['c', ','],
  r: ['a', ' ;'],
  s: ['a', ' ;'],
};
const manufacture: Readonly<Record<string, readonly [string, string]>> = {
  e: ['a', ' ;'],
  g: ['b', ' :'],
  h: ['c', ','],
};

const only = (field: DataField, codes: string): DataField => ({
  ...field,
  subfields: field.subfields.filter(({ code }) => codes.includes(code)),
});

/** Converts 210: publication and manufacture are two fields of MARC 21 (264). */
const convertPublication: Convert = (field) => {
  const first = byIsbd('264', '#1', publication)(only(field, 'acdrs'));
  const second = byIsbd('264', '#3', manufacture)(only(field, 'egh'));
  const left = field.subfields.map(({ code }) => code).filter((code) => !'acdrseghbf1367'.includes(code));
  return { fields: [...first.fields, ...second.fields], left };
};

// The second indicator of 214 and of 264 name the same functions; production and publication are exchanged.
const functions214: Readonly<Record<string, string>> = { '0': '1', '1': '0', '2': '2', '3': '3', '4': '4' };

const convert214: Convert = (field) => byIsbd('264', `#${functions214[field.ind2] ?? '1'}`, publication)(field);

const convertSeriesStatement = byIsbd(
  '490',
  '0#',
  {
    a: ['a', ' ;'],
    d: ['a', ' ='],
    e: ['a', ' :'],
    f: ['a', ' /'],
    h: ['a', '.'],
    i: ['a', '.'],
    v: ['v', ' ;'],
    x: ['x', ','],
  },
  'a',
);

const contents: Convert = (field) => ({
  fields: fieldOf('505', '0 ', [
    {
      code: 'a',
      value: field.subfields
        .filter(({ code }) => /[a-i]/.test(code))
        .map(({ value }) => value)
        .join(' -- '),
    },
  ]),
  left: [],
});

const languages: Convert = (field) => {
  const codes: Readonly<Record<string, string>> = { a: 'a', b: 'k', c: 'h', d: 'b', e: 'f', h: 'e', i: 'g', j: 'j' };
  const subfields = field.subfields.flatMap(({ code, value }) => {
    const [to, language] = [codes[code], languageOf(value)];
    return to === undefined || language === '' ? [] : [{ code: to, value: language }];
  });
  const left = field.subfields
    .map(({ code }) => code)
    .filter((code) => codes[code] === undefined && !'fg1367'.includes(code));
  // One language alone stands in 008.
  const translated = field.ind1 === '1' || field.ind1 === '2' ? '1' : '0';
  return { fields: subfields.length > 1 ? fieldOf('041', `${translated} `, subfields) : [], left };
};

const cataloguingSource: Convert = (field) => {
  const to = { '0': 'a', '1': 'c', '2': 'd' }[field.ind2];
  const agency = field.subfields.find(({ code }) => code === 'b')?.value ?? '';
  const rules = field.subfields.filter(({ code }) => code === 'g').map(({ value }) => ({ code: 'e', value }));
  const made = to === undefined ? [] : [{ code: to, value: agency }];
  return { fields: fieldOf('040', '  ', agency.trim() === '' ? [] : [...made, ...rules]), left: [] };
};

const classified = (tag: string, indicators: string): Convert => byCodes(tag, indicators, 'aa bb v2 22');
const note = (tag: string, indicators = '##'): Convert => byCodes(tag, indicators, 'aa bb cc dd ee ff');
const variant = (second: string): Convert =>
  byIsbd('246', `1${second}`, {
    a: ['a', ' ;'],
    e: ['b', ' :'],
    d: ['b', ' ='],
    h: ['n', '.'],
    i: ['p', '.'],
    n: ['i', ''],
    z: ['g', ''],
    j: ['f', ''],
    m: ['g', ''],
  });
const rda = (tag: string): Convert => byCodes(tag, '##', 'cb a3 22');
const uniform = (hasMain: boolean): Convert =>
  byIsbd(hasMain ? '240' : '130', hasMain ? '10' : '0#', {
    a: ['a', '.'],
    h: ['n', '.'],
    i: ['p', '.'],
    k: ['f', '.'],
    l: ['k', '.'],
    m: ['l', '.'],
    n: ['g', ''],
    q: ['s', '.'],
    r: ['m', ','],
    s: ['n', ','],
    u: ['r', ','],
    w: ['o', '.'],
  });

const conversions: Readonly<Record<string, Convert>> = {
  '010': byCodes('020', '##', 'aa bq dc zz'),
  '011': byCodes('022', '##', 'aa yz zy fl gm'),
  '013': byCodes('024', '2#', 'aa bq dc zz'),
  '015': byCodes('027', '##', 'aa zz'),
  '016': byCodes('024', '0#', 'aa bq dc zz'),
  '017': byCodes('024', '7#', 'aa bq 22 dc zz'),
  '020': byCodes('015', '##', 'ba zz a2'),
  '021': byCodes('017', '##', 'ba ab'),
  '022': byCodes('086', '##', 'ba a2 zz'),
  '033': byCodes('024', '7#', 'aa 22 zz'),
  '035': byCodes('035', '##', 'aa zz'),
  '040': byCodes('030', '##', 'aa zz'),
  '071': (field) => byCodes('028', `${/[0-6]/.test(field.ind1) ? field.ind1 : '5'}2`, 'aa bb cq')(field),
  '072': byCodes('024', '1#', 'aa bq dc zz'),
  '073': byCodes('024', '3#', 'aa bq dc zz'),
  '101': languages,
  '181': rda('336'),
  '182': rda('337'),
  '183': byCodes('338', '##', 'ab 22'),
  '205': byIsbd('250', '##', { a: ['a', ','], b: ['b', ','], d: ['b', ' ='], f: ['b', ' /'], g: ['b', ' ;'] }, 'b'),
  '206': byIsbd('255', '##', { a: ['a', ' ;'], b: ['a', ' ;'], c: ['b', ' ;'], d: ['c', ' '] }, 'a'),
  '207': byCodes('362', '0#', 'aa zz'),
  '208': byCodes('254', '##', 'aa da'),
  '210': convertPublication,
  '211': byCodes('263', '##', 'aa'),
  '214': convert214,
  '215': byIsbd('300', '##', { a: ['a', ' +'], c: ['b', ' :'], d: ['c', ' ;'], e: ['e', ' +'] }),
  '225': convertSeriesStatement,
  '230': byCodes('256', '##', 'aa'),
  '300': note('500'),
  '301': note('500'),
  '302': note('546'),
  '303': note('500'),
  '304': note('500'),
  '305': note('500'),
  '306': note('500'),
  '307': note('500'),
  '308': note('500'),
  '310': note('500'),
  '311': note('580'),
  '312': note('500'),
  '313': note('500'),
  '314': note('500'),
  '315': note('500'),
  '316': note('500'),
  '317': note('561'),
  '318': note('583'),
  '320': note('504'),
  '321': byCodes('510', '4#', 'aa bb cc xx'),
  '322': note('508'),
  '323': note('511', '0#'),
  '324': byCodes('534', '##', 'ap'),
  '325': byCodes('533', '##', 'aa'),
  '326': byCodes('310', '##', 'aa bb'),
  '327': contents,
  '328': byCodes('502', '##', 'aa bb cg ec dd zo to'),
  '330': note('520'),
  '332': note('524'),
  '333': note('521'),
  '336': note('516'),
  '337': note('538'),
  '345': byCodes('037', '##', 'ab ba cf dc'),
  '410': convertSeries,
  '411': linkTo('762'),
  '421': linkTo('770'),
  '422': linkTo('772'),
  '423': linkTo('777'),
  '430': linkTo('780', '0'),
  '431': linkTo('780', '1'),
  '432': linkTo('780', '2'),
  '433': linkTo('780', '3'),
  '434': linkTo('780', '5'),
  '435': linkTo('780', '6'),
  '436': linkTo('780', '4'),
  '437': linkTo('780', '7'),
  '440': linkTo('785', '0'),
  '441': linkTo('785', '1'),
  '442': linkTo('785', '2'),
  '443': linkTo('785', '3'),
  '444': linkTo('785', '4'),
  '445': linkTo('785', '5'),
  '446': linkTo('785', '6'),
  '447': linkTo('785', '7'),
  '448': linkTo('785', '8'),
  '451': linkTo('775'),
  '452': linkTo('776'),
  '453': linkTo('767'),
  '454': linkTo('765'),
  '455': linkTo('775'),
  '456': linkTo('776'),
  '461': linkTo('773'),
  '462': linkTo('773'),
  '463': linkTo('774'),
  '464': linkTo('774'),
  '488': linkTo('787'),
  '501': byCodes('243', '10', 'aa bb kf ll mm'),
  '503': byCodes('730', '0#', 'aa bn hn ip mg nd'),
  '510': variant('1'),
  '512': variant('4'),
  '513': variant('5'),
  '514': variant('6'),
  '515': variant('7'),
  '516': variant('8'),
  '517': variant('3'),
  '518': variant('3'),
  '520': byCodes('247', '10', 'aa eb hn ip jf xx'),
  '530': byCodes('222', '#0', 'aa bb'),
  '531': byCodes('210', '##', 'aa bb'),
  '532': variant('3'),
  '540': variant('3'),
  '541': byCodes('242', '10', 'aa eb hn ip zy'),
  '545': variant('0'),
  '600': subjectPerson,
  '601': subjectBody,
  '602': subjectFamily,
  '605': subjectTo('630', '0'),
  '606': subjectTo('650', ' '),
  '607': subjectTo('651', ' '),
  '608': subjectTo('655', ' '),
  '610': byCodes('653', '##', 'aa'),
  '615': byCodes('650', '#4', 'aa xx'),
  '620': byCodes('752', '##', 'aa bb cc dd'),
  '626': byCodes('753', '##', 'aa bb cc'),
  '660': byCodes('043', '##', 'aa'),
  '661': byCodes('045', '##', 'aa'),
  '675': classified('080', '##'),
  '676': classified('082', '04'),
  '680': classified('050', '#4'),
  '686': classified('084', '##'),
  '700': personTo('100'),
  '701': personTo('700'),
  '702': personTo('700'),
  '710': bodyTo('1'),
  '711': bodyTo('7'),
  '712': bodyTo('7'),
  '720': familyTo('100'),
  '721': familyTo('700'),
  '722': familyTo('700'),
  '730': byCodes('720', '##', 'aa 44'),
  '801': cataloguingSource,
  '856': (field) => ({ fields: fieldOf('856', `${field.ind1}${field.ind2}`, field.subfields), left: [] }),
};

// Their values stand in the leader and in 008.
const CODED: readonly string[] = ['100', '102', '105', '110'];
const MAIN: readonly string[] = ['700', '710', '720'];

const isLocal = (tag: string): boolean => tag.startsWith('9') || tag.charAt(1) === '9' || tag.charAt(2) === '9';

const convertField = (field: DataField, hasMain: boolean): Converted => {
  if (field.tag === '200') return convertTitle(field, hasMain);
  if (field.tag === '500') return uniform(hasMain && field.ind2 !== '1')(field);
  const convert = conversions[field.tag];
  if (convert !== undefined) return convert(field);
  // Fields of local use, such as those with copies, have no other meaning in MARC 21.
  if (isLocal(field.tag)) return { fields: [field], left: [] };
  return { fields: [], left: [''] };
};

/** A record converted from UNIMARC, and what has no counterpart in MARC 21: tags (`106`) and subfields (`200$h`), each once. */
export type FromUnimarc = { record: MarcRecord; left: string[] };

const controls = ({ control }: MarcRecord): ControlField[] => control.filter(({ tag }) => ['001', '005'].includes(tag));

/**
 * Converts a UNIMARC record to MARC 21 where MARC 21 has a counterpart (source: Library of Congress, UNIMARC to MARC 21 Conversion
 * Specifications, 2001, with the later fields 181 to 183 and 214). Adds the ISBD punctuation that UNIMARC leaves out; fields in another
 * script become linked 880s. Fields of local use (9XX and those with a 9) are unchanged.
 */
export const fromUnimarc = (unimarc: MarcRecord): FromUnimarc => {
  const leader = convertLeader(unimarc.leader);
  const hasMain = unimarc.data.some(({ tag }) => MAIN.includes(tag));
  const left = new Set<string>(unimarc.control.flatMap(({ tag }) => (['001', '005'].includes(tag) ? [] : [tag])));
  const made = unimarc.data.flatMap((field) => {
    if (CODED.includes(field.tag)) return [];
    const converted = convertField(field, hasMain);
    for (const code of converted.left) left.add(code === '' ? field.tag : `${field.tag}$${code}`);
    return converted.fields.map((one) => ({ from: field, field: one }));
  });
  const data = linkScripts(made).map((field) => ({
    ...field,
    subfields: field.subfields.map(({ code, value }) => ({ code, value: withoutMarks(value) })),
  }));
  const control = [...controls(unimarc), { tag: '008', value: convertFixed(unimarc, leader) }];
  const inOrder = data.toSorted((one, other) => (one.tag < other.tag ? -1 : one.tag > other.tag ? 1 : 0));
  return { record: { leader, control, data: inOrder }, left: [...left].sort() };
};
