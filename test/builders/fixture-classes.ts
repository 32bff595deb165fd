import { exampleScheme } from '../../functions/teaching/schemas.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const loan = (number: string, title: string, days: number) => ({
  ...{ loanId: `lon_${number}`, itemId: `itm_${number}`, barcode: `311010000000${number}`, title },
  ...{ memberId: 'riverton', checkoutBranch: 'riverton.main', checkedOutAt: inDays(-20), due: inDays(days) },
  ...{ state: 'open', renewals: 0 },
});
const pupil = (number: string, family: string, given: string, loans: object[]) => ({
  ...{ patronId: `pat_${number}`, localId: `N-20${number}`, card: `211010000000${number}`, owed: 0 },
  ...{ name: { family, given }, loans },
});
const pupils = [
  pupil('41', 'Adeyemi', 'Tobi', [loan('41', 'Holes', 5), loan('42', 'Wonder', -3)]),
  pupil('42', 'Baker', 'June', []),
  pupil('43', 'Chen', 'Li', [loan('43', 'Matilda', -9)]),
];
const shown = { classId: '5b', grade: '5', teachers: ['pat_teacher'] };

type Lines = { dryRun: boolean; lines: { id: string; guardians?: unknown[] }[] };

/** A class list: every line is a new pupil, but a number that ends in 9 has a card of another library. */
const roster = ({ body }: SceneCall): SceneAnswer => {
  const { dryRun, lines } = body as Lines;
  const rejected = lines.filter(({ id }) => id.endsWith('9'));
  const accepted = lines.length - rejected.length;
  return {
    json: {
      ...{ dryRun, read: lines.length, accepted, rejected: rejected.length },
      counts: { added: accepted, matched: 0, moved: 0, rejoined: 0, left: 0, unchanged: 0 },
      guardiansLinked: lines.filter((line) => line.guardians).length,
      lines: rejected.map(({ id }) => ({ id, reject: 'card-elsewhere' })),
      missing: [{ id: 'N-2001', patronId: 'pat_41', classId: '5b' }],
    },
  };
};

/** A class set: the last copy is not lent. */
const set = ({ body }: SceneCall): SceneAnswer => {
  const items = body.items as string[];
  const refused = [{ code: 'item-on-loan', detail: 'The item is on loan.' }];
  const lines = items.map((item, at) => ({
    ...{ item, patronId: pupils[at]?.patronId ?? '' },
    ...(at === items.length - 1 ? { refused } : { loan: loan(`5${at}`, 'Holes', 21) }),
  }));
  return { status: 201, json: { lent: items.length - 1, lines } };
};

const year = (more: object = {}) => ({
  memberId: 'riverton',
  year: '2027-28',
  on: '2027-08-01',
  state: 'planned',
  ...more,
});
let planned: object | undefined;

/** A school with one class, and a school year that nobody planned until somebody does. */
export const fixtureClasses = {
  'teaching-list-classes': (): SceneAnswer => ({
    json: { classes: [shown, { classId: '6a', grade: '6', teachers: [] }] },
  }),
  'teaching-show-class': (): SceneAnswer => ({ json: { class: shown, pupils } }),
  'teaching-load-roster': roster,
  'teaching-lend-class-set': set,
  'teaching-get-school': (): SceneAnswer => ({
    json: { ...exampleScheme, grades: ['5', '6'].map((grade) => ({ grade, category: 'child' })) },
  }),
  'teaching-show-roll-over': ({ params }: SceneCall): SceneAnswer =>
    planned
      ? { json: planned }
      : {
          status: 404,
          json: {
            ...{ type: 'about:blank', title: 'Not found', status: 404, code: 'unknown-year', requestId: 'req_1' },
            ...{ detail: `Nobody planned ${params.year}.`, errors: [] },
          },
        },
  'teaching-plan-roll-over': ({ body }: SceneCall): SceneAnswer => {
    planned = year({ year: body.year, on: body.on });
    return { status: 201, json: planned };
  },
  'teaching-undo-roll-over': (): SceneAnswer => {
    planned = year({ state: 'undone' });
    return { json: planned };
  },
};
