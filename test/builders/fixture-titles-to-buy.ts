import type { SceneAnswer, SceneCall } from './scene.ts';

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

/** What libraries have and ordered of titles: two of them of one title, and nothing of others. */
export const fixtureDuplicates = ({ query }: SceneCall): SceneAnswer => {
  const found = {
    ...{ recordId: 'rec_9', title: 'Signals and systems', holds: 14, proposed: 0, refused: true },
    libraries: [
      { memberId: 'lakeshore', held: 3, onOrder: 2 },
      { memberId: 'riverton', held: 1, onOrder: 0 },
    ],
  };
  const emma = { ...found, title: 'Emma', holds: 25, proposed: 2 };
  if (query.get('recordId') === 'rec_1') return { json: emma };
  const isKnown = ['0306406152', '9780306406157'].includes(query.get('isbn') ?? '');
  return { json: isKnown ? found : { holds: 0, libraries: [], proposed: 0, refused: true } };
};
