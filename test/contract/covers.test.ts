import { hashOf } from '../../web/src/components/cover-art/hash.ts';
import { layoutOf } from '../../web/src/components/cover-art/layouts.ts';
import { paletteOf } from '../../web/src/components/cover-art/palettes.ts';
import { pictureOf } from '../../web/src/components/cover-art/pictures.ts';
import {
  labelTitle,
  mainTitle,
  setTitle,
  smallTitle,
  withoutArticle,
} from '../../web/src/components/cover-art/title-lines.ts';

const nouns = 'harbour garden winter letter bridge silence river history kitchen murder cosmos orchard'.split(' ');
const places = 'Riverton Calder Lisbon Aleppo Kyoto Oaxaca Bergen Dakar Perth Quito'.split(' ');
const authors = ['Okafor, Amara, 1971-', 'Lind, Per', 'Haddad, Leila', 'Mori, Haruka, 1902-1980', 'Brandt, Walter'];
/** Six hundred works, each with an author; every tenth is a film. */
const drawn = authors.flatMap((author) =>
  places.flatMap((place, i) =>
    nouns.map((noun) => {
      const title = `The ${noun} of ${place}`;
      const hash = hashOf(title, author);
      const picture = pictureOf(i === 0 ? 'video' : 'book', title, hash);
      return { title, ground: paletteOf(hash).ground, picture };
    }),
  ),
);

test('of 100 pairs of drawn covers, at least 95 differ in palette or family', () => {
  let [pairs, alike] = [0, 0];
  for (const [i, one] of drawn.entries())
    for (const other of drawn.slice(i + 1)) {
      pairs += 1;
      if (one.ground === other.ground && one.picture === other.picture) alike += 1;
    }
  expect(pairs).toBeGreaterThan(100_000);
  expect(100 * (1 - alike / pairs)).toBeGreaterThanOrEqual(95);
});

test('the title of each drawn cover has letters of at least 8 px at a width of 60 px', () => {
  const sizes = drawn.map(({ title }) => (setTitle(mainTitle(title), smallTitle(290)).size * 60) / 200);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
});

test('large covers have their titles above, below and over the picture, each on at least a quarter of the works; journals have mastheads', () => {
  const hashes = authors.flatMap((author) =>
    nouns.flatMap((noun) => places.map((place) => hashOf(noun + place, author))),
  );
  const counts = Map.groupBy(hashes, (hash) => layoutOf('book', hash, true));
  expect([...counts.keys()].sort()).toEqual(['base', 'label', 'top']);
  for (const some of counts.values()) expect(some.length / hashes.length).toBeGreaterThan(0.25);
  expect(new Set(hashes.map((hash) => layoutOf('journal', hash, true)))).toEqual(new Set(['top']));
  expect(new Set(hashes.map((hash) => layoutOf('book', hash, false)))).toEqual(new Set(['top']));
});

test('a title in a panel fits it, and a small cover leaves out the article', () => {
  const { lines, height } = setTitle('The curious incident of the dog in the night-time', labelTitle(290));
  expect(lines.join(' ')).toBe('The curious incident of the dog in the night-time');
  expect(height).toBeLessThanOrEqual(290 * 0.36);
  expect(['The sea, the sea', 'The', 'Theatre'].map(withoutArticle)).toEqual(['sea, the sea', 'The', 'Theatre']);
});
