import { Buffer } from 'node:buffer';
import { encodeMarc8 } from './encode-marc8.ts';
import { readIso2709 } from './read-iso2709.ts';

/** Returns a record of one title with the given bytes and correct lengths. */
const recordOf = (title: Buffer, scheme: string): Buffer => {
  const field = Buffer.concat([Buffer.from('10\u001fa'), title, Buffer.from('\u001e')]);
  const directory = `245${String(field.length).padStart(4, '0')}00000\u001e`;
  const leader = `${String(24 + 13 + field.length + 1).padStart(5, '0')}nam ${scheme}2200037 a 4500`;
  return Buffer.concat([Buffer.from(leader + directory), field, Buffer.from('\u001d')]);
};

const readAs = (title: Buffer, scheme: string) => {
  const result = readIso2709(recordOf(title, scheme));
  if ('rejected' in result) throw new Error(result.rejected);
  const codes = result.warnings.map(({ code }) => code);
  return { title: result.record.data[0]?.subfields[0]?.value, codes };
};

const western = [
  'Littérature générale',
  'Übersetzung',
  'Études',
  'Schlüssel',
  'Señor',
  'français',
  'Études littéraires à la française',
  'À la recherche du temps perdu : théâtre et société',
  'Introduction à la création musicale contemporaine',
  'Die Räuber und andere Stücke für die Bühne',
  'Geschichte der Universität Göttingen',
  'Länder und Völker',
  'Straße nach Süden',
  'Cien años de soledad',
  '¿Qué es la filosofía?',
  'El niño y la niña en España',
  'Historia económica de la República Española',
  'Frøken Smillas fornemmelse for sne på Færøerne',
  'Københavns bidrag til dansk litteratur',
  'Årbog for dansk skolehistorie',
  'História da colonização portuguesa no Brasil',
  'Canções de São João',
  'Informação e educação',
  'La città e la libertà',
  'Così fan tutte, ossia La scuola degli amanti',
  'Perché leggere i classici',
];

describe.each([
  ['blank', ' '],
  ['a', 'a'],
])('leader/09 %s', (_name, scheme) => {
  test.each(western)('"%s" is read completely from Latin-1 and from ANSEL', (title) => {
    expect(readAs(Buffer.from(title, 'latin1'), scheme)).toEqual({ title, codes: ['encoding-not-as-declared'] });
    const marc8 = readAs(Buffer.from(encodeMarc8(title).binary, 'latin1'), scheme);
    expect(marc8).toEqual({ title, codes: scheme === ' ' ? [] : ['encoding-not-as-declared'] });
  });

  test.each([
    'Příruční slovník jazyka českého',
    'Dvořák',
    'Němec',
    'Naše řeč',
    'Książka o Łodzi są',
    'Język łaciński',
    'Kulturų istorija',
    'Żołnierz',
    'Kr̥ṣṇa dvaipāyana vyāsa',
    'Kitāb al-Ḥayawān',
    'Russkai͡a literatura i ee istorii͡a',
    'Selʹskoe khozi͡aĭstvo',
    'Türk dili ve edebiyatı, şiir',
    'Magyar költők könyve : ősz',
    'Tiếng Việt',
    '£5.00 a year',
  ])('"%s" is read completely from ANSEL', (title) => {
    const { title: read } = readAs(Buffer.from(encodeMarc8(title).binary, 'latin1'), scheme);
    expect(read).toBe(title.normalize('NFC'));
  });

  test('Windows characters that Latin-1 lacks are read', () => {
    const title = Buffer.from('L\u0092\u009cuvre d\u0092art \u0096 \u0093essais\u0094', 'latin1');
    expect(readAs(title, scheme).title).toBe('L’œuvre d’art – “essais”');
  });
});

test('where the bytes are ambiguous, the leader decides, and the record reports that', () => {
  const title = Buffer.from('Les \u00e9coles', 'latin1');
  expect(readAs(title, ' ')).toEqual({ title: 'Les čoles', codes: ['encoding-doubtful'] });
  expect(readAs(title, 'a')).toEqual({ title: 'Les écoles', codes: ['encoding-doubtful'] });
});
