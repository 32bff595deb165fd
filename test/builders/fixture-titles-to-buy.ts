import type { SceneAnswer } from './scene.ts';

/** Titles with too few copies for their holds: one of the catalogue of the tests, and one that this library has not. */
export const fixtureTitlesToBuy = (): SceneAnswer => ({
  json: {
    holdsPerCopy: 6,
    titles: [
      {
        ...{ recordId: 'rec_1', title: 'Emma', author: 'Austen, Jane, 1775-1817', isbn: '9780141439587' },
        ...{ holds: 25, copies: 3, ownCopies: 1, onOrder: 0, ownOnOrder: 0, proposed: 2 },
      },
      {
        ...{ recordId: 'rec_2', title: 'Middlemarch' },
        ...{ holds: 14, copies: 0, ownCopies: 0, onOrder: 2, ownOnOrder: 1, proposed: 1 },
      },
    ],
  },
});
