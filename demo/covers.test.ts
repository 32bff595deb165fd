import { isCoverSize, pictureIn } from '../functions/discovery/domain/covers/picture.ts';
import { withoutMetadata } from '../functions/discovery/domain/covers/without-metadata.ts';
import { demoCovers, titleOf } from './covers.ts';
import { drawCover } from './draw-cover.ts';
import { workById } from './works/works.ts';

test('libraries of the demo upload drawings of titles that they have, which the product accepts as they are', () => {
  expect(demoCovers.length).toBeGreaterThanOrEqual(4);
  for (const { work } of demoCovers) {
    const bytes = drawCover(titleOf(workById(work)));
    const picture = pictureIn(bytes);
    expect(picture && isCoverSize(picture)).toBe(true);
    expect(withoutMetadata(bytes)).toEqual(Buffer.from(bytes));
    expect(bytes.length).toBeLessThan(100_000);
  }
});
