import { subfield } from '../fields.ts';
import { repairLeader } from '../leader.ts';
import type { MarcRecord } from '../record.ts';
import { countryOf, languageOf } from './codes.ts';

const changed = (character: string, from: string, to: string, otherwise = character): string => {
  const at = from.indexOf(character);
  return at === -1 || character === '' ? otherwise : to.charAt(at);
};

/** Returns the MARC 21 leader: the type of a manuscript text, an electronic resource or a kit has another letter in UNIMARC. */
export const convertLeader = (leader: string): string => {
  const at = (position: number): string => leader.charAt(position) || ' ';
  const status = changed(at(5), 'o', 'c');
  const type = changed(at(6), 'blm', 'tmo');
  const level = changed(at(17), '23', '87');
  const form = changed(at(18), 'n ', ' i');
  return repairLeader(`00000${status}${type}${at(7)} a2200000${level}${form} 4500`);
};

const codedIn = (record: MarcRecord, tag: string): string =>
  subfield(
    record.data.find((field) => field.tag === tag),
    'a',
  ) ?? '';

const audience = (codes: string): string => changed(codes.trim().charAt(0), 'bcadekmu', 'abjcdeg ', ' ');

/** 008/18-34 of a text: illustrations, audience, contents, publication of a body, conference, index, literary form, biography. */
const ofText = (coded: string, general: string): string => {
  const at = (position: number): string => coded.charAt(position);
  const isCoded = coded !== '';
  const illustrations = isCoded
    ? [...coded.slice(0, 4).padEnd(4)]
        .map((one) => changed(one, 'abcdefghijklmnoy |', 'abcdefghijklmoop |', ' '))
        .join('')
    : '||||';
  const flag = (position: number): string => changed(at(position), '01', '01', '|');
  const body = changed(general.charAt(20), 'abcdefghuyz', 'fsllcizou z', '|');
  const literary = changed(at(11), 'abcdefghyz', '1dehijps0m', '|');
  const life = changed(at(12), 'abcdy', 'abcd ', '|');
  return `${illustrations}${audience(general.slice(17, 20))}|||||${body}${flag(8)}${flag(9)}${flag(10)} ${literary}${life}`;
};

/** 008/18-34 of a serial: frequency, regularity, type. */
const ofSerial = (coded: string): string => {
  const type = changed(coded.charAt(0), 'abcefgz', 'pmnldw ', '|');
  const frequency = changed(coded.charAt(1), 'abcdefghijklmnopuyz', 'dcwesmbqtfaghijku z', '|');
  const regularity = changed(coded.charAt(2), 'abuy', 'rnux', '|');
  return `${frequency}${regularity} ${type}||||||||   |0`;
};

/**
 * Returns 008 from the coded fields of UNIMARC: 100 (dates, audience), 101 (language), 102 (country), 105 (texts), 110 (serials). A value
 * without counterpart is `|`: not coded.
 */
export const convertFixed = (record: MarcRecord, leader: string): string => {
  const general = codedIn(record, '100').padEnd(36);
  const entered = /^\d{8}/.test(general) ? general.slice(2, 8) : '000000';
  const kind = changed(general.charAt(8), 'abcdefghij', 'cdusrqmtpe', 'n');
  const [first, second] = [general.slice(9, 13), general.slice(13, 17)].map((year) =>
    /^[\du ]{4}$/.test(year) ? year.replaceAll(' ', kind === 's' ? ' ' : 'u') : '    ',
  );
  const firstDate = first?.trim() ? first : kind === 'n' ? 'uuuu' : '    ';
  const secondDate = kind === 'c' ? '9999' : kind === 's' && second === 'uuuu' ? '    ' : (second ?? '    ');
  const place = countryOf(codedIn(record, '102'));
  const isSerial = leader.charAt(7) === 's';
  const material = isSerial ? ofSerial(codedIn(record, '110')) : ofText(codedIn(record, '105'), general);
  const language = languageOf(codedIn(record, '101')) || '|||';
  const modified = general.charAt(21) === '1' ? 'o' : ' ';
  return `${entered}${kind}${firstDate}${secondDate}${place}${material}${language}${modified}|`;
};
