import type { SceneCall } from './scene.ts';

const pastLoan = (number: number, more: object = {}) => ({
  ...{ loanId: `lon_${number}`, checkoutBranch: 'lakeshore.main' },
  ...{ checkedOutAt: '2026-09-01T10:00:00.000Z', endedAt: '2026-09-22T10:00:00.000Z' },
  ...more,
});

/** Two pages of past loans: the second has a loan of an item that is no longer in the catalogue. */
const pages = [
  {
    loans: [
      pastLoan(3, { recordId: 'rec_3', title: 'Emma' }),
      pastLoan(2, { title: 'Matilda', until: '2036-09-22T10:00:00.000Z' }),
    ],
    next: 'page-2',
  },
  { loans: [pastLoan(1)] },
];

/** Whether the patron of the fixture keeps a reading history. */
let on = true;

/** The scenes of a patron's own reading history. */
export const fixtureReadingHistory = {
  'circulation-my-history': ({ query }: SceneCall) => {
    const page = query.get('after') === 'page-2' ? pages[1] : pages[0];
    return { json: { on, ...(on ? page : { loans: [] }) } };
  },
  'circulation-set-my-history': ({ body }: SceneCall) => {
    on = body.on === true;
    return { json: { on } };
  },
};
