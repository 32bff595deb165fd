import { asked, charged, declared, lent, notFound, returned, type Step } from './case-steps.ts';

/** A named case: what it shows, its people, and the acts that produce it, in order of time. */
export type DemoCase = { id: string; shows: string; patrons: readonly string[]; steps: readonly Step[] };

const waiting = [
  ['okafor-amara', 'riverton.main'],
  ['hassan-yusuf', 'lakeshore.main'],
  ['lindholm-erik', 'riverton.main'],
  ['singh-harpreet', 'lakeshore.dunes'],
  ['adler-miriam', 'harcourt.main'],
  ['castellano-lucia', 'riverton.eastside'],
  ['iyer-sanjay', 'calder.main'],
  ['washington-denise', 'riverton.eastside'],
  ['kowalski-adam', 'lakeshore.prairie'],
  ['banerjee-ananya', 'harcourt.science'],
  ['jackson-monique', 'lakeshore.main'],
  ['fischer-hanna', 'riverton.hillcrest'],
] as const;

const twelveHolds: DemoCase = {
  id: 'twelve-holds',
  shows: 'Twelve patrons of four members wait for the two copies of one novel, both on loan.',
  patrons: waiting.map(([patron]) => patron),
  steps: [
    lent('sato-kenji', 'crawdads', 'riverton.main', 'riverton.main', 13, -8),
    lent('park-ji-woo', 'crawdads', 'lakeshore.main', 'lakeshore.main', 12, -9),
    ...waiting.map(([patron, pickup], place) => asked('place-hold', patron, 'crawdads', pickup, 12 - place)),
  ],
};

const lateAndLost: DemoCase[] = [
  {
    id: 'overdue',
    shows: 'A loan of the fine-free public library, 19 days late: it is chased, and costs nothing.',
    patrons: ['okafor-amara'],
    steps: [lent('okafor-amara', 'gatsby-2004', 'riverton.main', 'riverton.main', 40, 19)],
  },
  {
    id: 'overdue-fined',
    shows: 'The same lateness at the university next door: a fine grows every open day.',
    patrons: ['chen-xiaoming'],
    steps: [lent('chen-xiaoming', 'krc-2', 'harcourt', 'harcourt.science', 47, 19)],
  },
  {
    id: 'lost-then-returned',
    shows: 'Declared lost and charged, then found and handed in: the charge is taken back.',
    patrons: ['bouchard-claire'],
    steps: [
      lent('bouchard-claire', 'dune-1965-book', 'lakeshore', 'lakeshore.main', 70, 49),
      declared('declare-lost', 'bouchard-claire', 'dune-1965-book', 'lakeshore', 'lakeshore.main', 20),
      returned('dune-1965-book', 'lakeshore', 'lakeshore.dunes', 2),
    ],
  },
  {
    id: 'claimed-returned',
    shows: 'The patron says it came back, the shelf says not: fines stop while the library looks.',
    patrons: ['lindholm-erik'],
    steps: [
      lent('lindholm-erik', 'sapiens', 'riverton.main', 'riverton.main', 35, 14),
      declared('claim-returned', 'lindholm-erik', 'sapiens', 'riverton.main', 'riverton.main', 5),
    ],
  },
  {
    id: 'debt-elsewhere',
    shows: 'Owes more than the limit at Harcourt and is stopped at home in Riverton: one card, one threshold.',
    patrons: ['osei-kofi'],
    steps: [charged('osei-kofi', 'harcourt.main', 'damaged-item', 2650, 30)],
  },
];

const people: DemoCase[] = [
  {
    id: 'minor-loan',
    shows: 'A child of ten with a loan; his mother, the guarantor, sees the due date and not the title.',
    patrons: ['castellano-mateo', 'castellano-lucia'],
    steps: [lent('castellano-mateo', 'hobbit', 'riverton.eastside', 'riverton.eastside', 6, -15)],
  },
  {
    id: 'expired-card',
    shows: 'The card ran out in 2024: a checkout is refused with that reason. There is nothing to seed.',
    patrons: ['reyes-marisol'],
    steps: [],
  },
];

const moving: DemoCase[] = [
  {
    id: 'borrow-there-return-elsewhere',
    shows: "A Lakeshore patron borrowed Riverton's copy and gave it back at Harcourt: it is in transit home.",
    patrons: ['singh-harpreet'],
    steps: [
      lent('singh-harpreet', 'thinking', 'riverton', 'riverton.main', 9, -12),
      returned('thinking', 'riverton', 'harcourt.main', 1),
    ],
  },
  {
    id: 'hold-from-elsewhere',
    shows: 'A professor of Harcourt waits for a book that only other members can send.',
    patrons: ['adler-miriam'],
    steps: [asked('place-hold', 'adler-miriam', 'hunger-games', 'harcourt.main', 1)],
  },
  {
    id: 'consortium-loan',
    shows: 'Three members could supply, each of which must agree: the rota asks one after the other.',
    patrons: ['iyer-sanjay'],
    steps: [asked('request-loan', 'iyer-sanjay', 'bowditch', 'calder.main', 0)],
  },
  {
    id: 'all-lent',
    shows: 'The only copy that is freely lent is out, so the request goes to those that lend on request.',
    patrons: ['kaplan-isaac', 'banerjee-ananya'],
    steps: [
      lent('kaplan-isaac', 'ashley-knots', 'riverton', 'riverton.main', 4, -17),
      asked('request-loan', 'banerjee-ananya', 'ashley-knots', 'harcourt.main', 0),
    ],
  },
];

const ofTheDay: DemoCase[] = [
  {
    id: 'to-fetch',
    shows: 'A patron waits for a book that stands on the shelf of her own branch: the desk is to fetch it.',
    patrons: ['abramson-ruth'],
    steps: [asked('place-hold', 'abramson-ruth', 'vidas-secas-1938-book', 'riverton.main', 1)],
  },
  {
    id: 'shelf-to-clear',
    shows: 'A book stood on the hold shelf for its patron, who never came: it is to be cleared.',
    patrons: ['thompson-carla'],
    steps: [
      asked('place-hold', 'thompson-carla', 'radetzkymarsch-roman-1932-book', 'riverton.main', 20),
      returned('radetzkymarsch-roman-1932-book', 'riverton.main', 'riverton.main', 19),
    ],
  },
  {
    id: 'not-found',
    shows: 'A book is not in its place: the desk looks for it.',
    patrons: [],
    steps: [notFound('das-schloss-roman-1926-book', 'riverton.main', 'riverton.main', 4)],
  },
];

// A school library of one person has work in each list of the day.
const ofTheSchool: DemoCase[] = [
  {
    id: 'school-to-fetch',
    shows: 'A pupil waits for a book that stands on the shelf of the school.',
    patrons: ['ahmed-layla'],
    steps: [asked('place-hold', 'ahmed-layla', 'sense-and-sensibility-2003-book', 'northfield.upper', 1)],
  },
  {
    id: 'school-shelf-to-clear',
    shows: 'A book on the hold shelf of the school was not collected.',
    patrons: ['rosen-ethan'],
    steps: [
      asked('place-hold', 'rosen-ethan', 'kindred-1979-book', 'northfield.upper', 20),
      returned('kindred-1979-book', 'northfield.upper', 'northfield.upper', 19),
    ],
  },
  {
    id: 'school-not-found',
    shows: 'A book of the school is not in its place.',
    patrons: [],
    steps: [notFound('gilead-2004-book', 'northfield.upper', 'northfield.upper', 3)],
  },
  {
    id: 'school-coming-in',
    shows: 'A pupil returned a book of the school at the university: it is in transit home.',
    patrons: ['kim-daniel'],
    steps: [
      lent('kim-daniel', 'the-bell-jar-1963-book', 'northfield.upper', 'northfield.upper', 9, -12),
      returned('the-bell-jar-1963-book', 'northfield.upper', 'harcourt.main', 1),
    ],
  },
];

/** The named circulation cases. No copy is in two of them, except that one case may wait for a copy of another. */
export const cases: readonly DemoCase[] = [
  twelveHolds,
  ...lateAndLost,
  ...people,
  ...moving,
  ...ofTheDay,
  ...ofTheSchool,
];

/** Returns the case with an id. Throws when there is none. */
export function caseById(id: string): DemoCase {
  const found = cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`the demo has no case ${id}`);
  return found;
}
