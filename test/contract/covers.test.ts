import { works } from '../../demo/works/works.ts';
import { hashOf } from '../../web/src/components/cover-art/hash.ts';
import { paletteOf } from '../../web/src/components/cover-art/palettes.ts';
import { pictureOf } from '../../web/src/components/cover-art/pictures.ts';
import { mainTitle, setTitle, smallTitle } from '../../web/src/components/cover-art/title-lines.ts';

const formats: Readonly<Record<string, string>> = { dvd: 'video', cd: 'music-recording', score: 'score' };
const drawn = works.map(({ title: { romanised: title }, author, form }) => {
  const hash = hashOf(title, author?.name.romanised ?? '');
  return { title, ground: paletteOf(hash).ground, picture: pictureOf(formats[form] ?? form, title, hash) };
});

test('of 100 pairs of drawn covers, at least 95 differ in palette or family', () => {
  let [pairs, alike] = [0, 0];
  for (const [i, one] of drawn.entries())
    for (const other of drawn.slice(i + 1)) {
      // Editions of one work look alike.
      if (one.title === other.title) continue;
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
