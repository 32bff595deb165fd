import type { MarcRecord } from '../edit-record/edit.ts';

/** The kinds of new records. */
export const templateNames = ['book', 'ebook', 'serial', 'dvd', 'music', 'audiobook', 'map', 'set'] as const;
export type TemplateName = (typeof templateNames)[number];

type Template = {
  /** Leader/06 and 07. */
  kind: string;
  /** The kind of dates and the second year of 008. */
  dates?: [kind: string, second: string];
  /** 008/18-34. */
  material: string;
  control?: [tag: string, value: string][];
  /** The subfields of 020, 022, 024 or 028 that number it. */
  number: [tag: string, indicators: string, codes: string];
  /** The media of 336, 337 and 338 in RDA: term and code. */
  media: [content: string, medium: string, carrier: string];
  extra?: [tag: string, indicators: string, codes: string][];
};

const text = 'text|txt';
const [volume, unmediated] = ['volume|nc', 'unmediated|n'];
const of: Readonly<Record<TemplateName, Template>> = {
  book: {
    ...{ kind: 'am', material: '           000 0 ', number: ['020', '  ', 'a'] },
    media: [text, unmediated, volume],
  },
  ebook: {
    ...{ kind: 'am', material: '     o     000 0 ', number: ['020', '  ', 'a'] },
    control: [
      ['006', 'm     o  d        '],
      ['007', 'cr |||||||||||'],
    ],
    media: [text, 'computer|c', 'online resource|cr'],
    extra: [['856', '40', 'u']],
  },
  serial: {
    ...{ kind: 'as', dates: ['c', '9999'], material: 'ur p       0   a0', number: ['022', '0 ', 'a'] },
    media: [text, unmediated, volume],
    extra: [
      ['310', '  ', 'a'],
      ['362', '0 ', 'a'],
    ],
  },
  dvd: {
    ...{ kind: 'gm', material: '---            vl', number: ['024', '3 ', 'a'] },
    control: [['007', 'vd cvaizu']],
    media: ['two-dimensional moving image|tdi', 'video|v', 'videodisc|vd'],
    extra: [
      ['508', '  ', 'a'],
      ['511', '1 ', 'a'],
    ],
  },
  music: {
    ...{ kind: 'jm', material: 'uun              ', number: ['028', '02', 'ab'] },
    control: [['007', 'sd fsngnnmmned']],
    media: ['performed music|prm', 'audio|s', 'audio disc|sd'],
    extra: [
      ['505', '0 ', 'a'],
      ['511', '0 ', 'a'],
    ],
  },
  audiobook: {
    ...{ kind: 'im', material: 'nnn              ', number: ['020', '  ', 'a'] },
    control: [['007', 'sd fsngnnmmned']],
    media: ['spoken word|spw', 'audio|s', 'audio disc|sd'],
    extra: [['511', '0 ', 'a']],
  },
  map: {
    ...{ kind: 'em', material: '       a     0   ', number: ['020', '  ', 'a'] },
    control: [['007', 'aj canzn']],
    media: ['cartographic image|cri', unmediated, 'sheet|nb'],
    extra: [
      ['034', '1 ', 'ab'],
      ['255', '  ', 'a'],
    ],
  },
  set: {
    ...{ kind: 'om', material: 'nnn            bn', number: ['020', '  ', 'a'] },
    media: ['three-dimensional form|tdf', unmediated, 'object|nr'],
    extra: [['521', '  ', 'a']],
  },
};

const field = (
  tag: string,
  indicators: string,
  subfields: [code: string, value: string][],
): MarcRecord['data'][number] => ({
  ...{ tag, ind1: indicators.charAt(0), ind2: indicators.charAt(1) },
  subfields: subfields.map(([code, value]) => ({ code, value })),
});
const empty = (tag: string, indicators: string, codes: string) =>
  field(
    tag,
    indicators,
    [...codes].map((code) => [code, '']),
  );

/**
 * Returns a new record of a kind: leader and control fields by MARC 21, and the usual fields, empty where the cataloguer writes. `day` is the
 * day of entry (YYYY-MM-DD), `language` a MARC code.
 */
export const recordFrom = (name: TemplateName, number: string, day: string, language: string): MarcRecord => {
  const { kind, dates = ['s', '    '], material, control = [], number: numbered, media, extra = [] } = of[name];
  const entered = day.slice(2).replaceAll('-', '');
  const fixed = `${entered}${dates[0]}${day.slice(0, 4)}${dates[1]}xx ${material}${language} d`;
  const [content, medium, carrier] = media.map((one) => one.split('|'));
  const data = [
    empty(...numbered),
    field('040', '  ', [
      ['b', language],
      ['e', 'rda'],
    ]),
    empty('100', '1 ', 'a'),
    empty('245', '10', 'abc'),
    empty('250', '  ', 'a'),
    empty('264', ' 1', 'abc'),
    empty('300', '  ', 'abc'),
    ...[content, medium, carrier].map((one, i) =>
      field(`33${6 + i}`, '  ', [
        ['a', one?.[0] ?? ''],
        ['b', one?.[1] ?? ''],
        ['2', ['rdacontent', 'rdamedia', 'rdacarrier'][i] ?? ''],
      ]),
    ),
    empty('490', '0 ', 'av'),
    empty('520', '  ', 'a'),
    empty('650', ' 0', 'a'),
    ...extra.map((one) => empty(...one)),
  ];
  return {
    leader: `00000n${kind} a2200000 i 4500`,
    control: [
      { tag: '001', value: number },
      ...control.map(([tag, value]) => ({ tag, value })),
      { tag: '008', value: fixed },
    ],
    data: data.toSorted((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0)),
  };
};

/** Returns a record number that no other record has. */
export const newNumber = (): string => `c${Date.now().toString(36)}${crypto.randomUUID().slice(0, 6)}`;
