import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { formatOf, isOnline } from './format.ts';

const leader = (typeAndLevel: string): string => `00000n${typeAndLevel} a2200000 a 4500`;
/** Returns a field 008 that is blank except for the given characters, by position. */
const fixed = (at: Record<number, string>): string => Array.from({ length: 40 }, (_, i) => at[i] ?? ' ').join('');
const carrier = (code: string) => datafield('338', '  ', `$b${code}$2rdacarrier`);
const fullText = datafield('856', '40', '$uhttps://example.org');

describe('naming the format', () => {
  it.each([
    ['a printed book', 'am', {}, [], 'book'],
    ['a large-print book', 'am', { 23: 'd' }, [], 'large-print'],
    ['a book in braille', 'am', { 23: 'f' }, [], 'braille'],
    ['a book online', 'am', { 23: 'o' }, [], 'ebook'],
    ['a book online by its carrier', 'am', {}, [carrier('cr')], 'ebook'],
    ['an electronic book with its link', 'am', { 23: 's' }, [fullText], 'ebook'],
    ['a printed book beside its online twin', 'am', {}, [datafield('856', '41', '$uhttps://example.org')], 'book'],
    ['a book on microfiche', 'am', { 23: 'b' }, [], 'microform'],
    ['a journal', 'as', { 21: 'p' }, [], 'journal'],
    ['a newspaper', 'as', { 21: 'n' }, [], 'newspaper'],
    ['a journal online', 'as', { 21: 'p', 23: 'o' }, [], 'ejournal'],
    ['a database', 'ai', { 21: 'd', 23: 'o' }, [], 'website-or-database'],
    ['a score', 'cm', {}, [], 'score'],
    ['a map', 'em', {}, [], 'map'],
    ['a globe', 'em', { 25: 'd' }, [], 'globe'],
    ['a film', 'gm', { 33: 'v' }, [], 'video'],
    ['a poster', 'km', { 33: 'i' }, [], 'image'],
    ['a game', 'rm', { 33: 'g' }, [], 'object'],
    ['an audiobook', 'im', {}, [], 'spoken-recording'],
    ['a music CD', 'jm', {}, [], 'music-recording'],
    ['software', 'mm', { 26: 'b' }, [], 'software'],
    ['a letter', 'tm', {}, [], 'manuscript'],
    ['papers', 'pc', {}, [], 'archive'],
    ['a kit', 'om', {}, [], 'kit'],
    ['a type that MARC 21 does not know', '?m', {}, [], 'unknown'],
  ])('calls %s by its name', (_what, typeAndLevel, at, data, format) => {
    expect(formatOf(aRecord(data, { '008': fixed(at) }, leader(typeAndLevel)))).toBe(format);
  });

  it('determines for any format whether it is online', () => {
    expect(isOnline(aRecord([], { '007': 'cr |n|' }, leader('em')))).toBe(true);
    expect(isOnline(aRecord([], { '008': fixed({ 29: 'o' }) }, leader('gm')))).toBe(true);
    expect(isOnline(aRecord([], { '008': fixed({ 29: 'o' }) }, leader('am')))).toBe(false);
  });
});
