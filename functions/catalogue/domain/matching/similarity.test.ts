import { oddWords } from './similarity.ts';

const odd = (one: string, two: string): number => oddWords(one.split(' '), two.split(' '));

describe('finds words that have no similar word in the other title', () => {
  it.each([
    ['democarcy and the nations', 'democracy and the nations'],
    ['flotsam tyhe study of a life', 'flotsam the study of a life'],
    ['life and livng', 'life and living'],
    ['manual of man made fibers', 'manual of man made fibres'],
    ['report of the govern', 'report of the government'],
    ['commentaries o the forces', 'commentaries on the forces'],
  ])('are none for a typing error or an abbreviation: %s', (one, two) => {
    expect([odd(one, two), odd(two, one)]).toEqual([0, 0]);
  });

  it.each([
    ['memory of water', 'memory of stone'],
    ['report of 1944', 'report of 1844'],
    ['henry the fourth ii', 'henry the fourth i'],
    ['chapter viii', 'chapter xiii'],
    ['the cat', 'the dog'],
  ])('are counted where both titles differ: %s, %s', (one, two) => {
    expect([odd(one, two), odd(two, one)]).toEqual([1, 1]);
  });
});
