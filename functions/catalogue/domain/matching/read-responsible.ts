import { cut, fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { fields } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { allValues, valuesOf } from './read-values.ts';

// Up to six words may separate the verb from the name: `translated from the French by`.
const TRANSLATED =
  /\b(?:translated|translation|englished|traduit|traduction|traducido|traduccion|tradotto|ubersetzt|ubersetzung|ubertragen)\b(?: (?!by |par |por |da |von )\S+){0,6}? (?:by|par|por|da|von) ((?:\S+ ?){1,4})/;
const DIRECTED = /\b(?:directed by|director|directors|regie|un film de|a film by) ((?:\S+ ?){1,3})/;

const does = (field: DataField, term: RegExp, code: string): boolean =>
  valuesOf(field, 'e').some((text) => term.test(text)) || valuesOf(field, '4').some((text) => text.endsWith(code));

const folded = (record: MarcRecord, tags: readonly string[], code: string): string =>
  fold(allValues(record, tags, code).join(' ').slice(0, 2000));

/** Returns words of the names of contributors of a kind, from statements and from added entries with the relator. */
const doersOf = (record: MarcRecord, stated: string | undefined, term: RegExp, code: string): string => {
  const entered = fields(record, '100', '700')
    .filter((field) => does(field, term, code))
    .map((field) => fold(valuesOf(field, 'a').join(' ')));
  return cut([stated?.trim() ?? '', ...entered].filter((name) => name !== '').join(' '), 60);
};

const translators = (record: MarcRecord): string =>
  doersOf(record, TRANSLATED.exec(folded(record, ['245'], 'c'))?.[1], /^(?:tr\b|trans)/i, 'trl');

const directors = (record: MarcRecord): string => {
  const stated = DIRECTED.exec(folded(record, ['245'], 'c')) ?? DIRECTED.exec(folded(record, ['508'], 'a'));
  return doersOf(record, stated?.[1], /^(?:film )?direct|^regie/i, 'drt');
};

// Words of names and credits that distinguish nobody.
const SILENT = new Set(
  'and the with for read narrated performed directed director conductor conducted featuring various artists performers orchestra musical group von der les des'.split(
    ' ',
  ),
);

const tellingIn = (text: string): string[] =>
  wordsOf(fold(text)).filter((word) => word.length > 2 && !/^\d+$/.test(word) && !SILENT.has(word));

const namesOf = (record: MarcRecord, tags: readonly string[]): string[] =>
  fields(record, ...tags)
    .filter((field) => valuesOf(field, 't').length === 0)
    // Surnames: many people share a first name.
    .flatMap((field) => tellingIn((valuesOf(field, 'a')[0] ?? '').replace(/,.*/, '')));

/** Returns words of the performers' names: added entries, for bodies only in music; otherwise the note (511). */
const performers = (record: MarcRecord): string => {
  const main = new Set(namesOf(record, ['100', '110', '111']));
  const added = namesOf(record, record.leader[6] === 'j' ? ['700', '710', '711'] : ['700']);
  const names = added.length > 0 ? added : tellingIn(allValues(record, ['511'], 'a').join(' '));
  return cut([...new Set(names)].filter((word) => !main.has(word)).join(' '), 120);
};

const credits = (record: MarcRecord): string =>
  cut([...new Set(tellingIn(allValues(record, ['511', '508'], 'a').join(' ')))].join(' '), 160);

// Abbreviations that are not the beginning of the word.
const SHORT: Readonly<Record<string, string>> = {
  dept: 'department',
  depts: 'department',
  assn: 'association',
  govt: 'government',
  natl: 'national',
  intl: 'international',
  us: 'united states',
};

/** Returns words of the bodies that issue a serial: 110, 111, 710, 711, and 245 $c, abbreviations expanded. */
const bodies = (record: MarcRecord): string => {
  const entered = fields(record, '110', '111', '710', '711').flatMap((field) => valuesOf(field, 'ab'));
  const texts = [...entered, ...allValues(record, ['245'], 'c')];
  const words = texts.flatMap((text) => wordsOf(fold(text.replace(/\bU\. ?S\./g, 'US'))));
  return cut([...new Set(words.flatMap((word) => wordsOf(SHORT[word] ?? word)))].join(' '), 160);
};

/**
 * Returns who is responsible for this version of a work: translators, performers and directors of recordings and films, bodies of a serial.
 */
export const responsible = (record: MarcRecord) => {
  const [type, level] = [record.leader[6] ?? 'a', record.leader[7] ?? 'm'];
  return {
    translators: 'at'.includes(type) ? translators(record) : '',
    directors: type === 'g' ? directors(record) : '',
    performers: 'ijg'.includes(type) ? performers(record) : '',
    credits: 'ijg'.includes(type) ? credits(record) : '',
    bodies: 'sib'.includes(level) ? bodies(record) : '',
  };
};
