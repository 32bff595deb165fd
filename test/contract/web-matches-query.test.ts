import { matchesQuery } from '../../web/src/components/matches-query.ts';

describe('What is typed matches a label', () => {
  it.each([
    ['Español', 'espan'],
    ['Español', 'ESPAÑ'],
    ['Norwegian Bokmål', 'bokmal norw'],
    ['Łódź Public Library', 'lodz'],
    ['St. Mary’s Großstadt', 'gross'],
    ['1940–1949', '194'],
    ['日本語', '日'],
    ['Book', ''],
    ['Book', ' - '],
  ])('%s: %s', (label, typed) => expect(matchesQuery(label, typed)).toBe(true));

  it.each([
    ['Spanish', 'panish'],
    ['Spanish', 'spa book'],
    ['English', 'eng-x'],
  ])('not %s: %s', (label, typed) => expect(matchesQuery(label, typed)).toBe(false));
});
