import { fixtureUntil } from './fixture-shelf.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** An item on a list of Riverton's main branch; its barcode ends in the number. */
const row = (number: string, title: string, more: object = {}) => ({
  ...{
    itemId: `itm_311010000000${number}`,
    barcode: `311010000000${number}`,
    title,
    recordId: `rec_${number.slice(-1)}`,
  },
  ...{ memberId: 'riverton', homeBranch: 'riverton.main', currentBranch: 'riverton.main', location: 'Adult fiction' },
  ...{ state: 'paged', ...more },
});
const wanted = (number: string, callNumber: string, shelfKey: string, more: object = {}) => ({
  ...{ callNumber, shelfKey, holdId: `hld_${number}`, pickupBranch: 'lakeshore.main', ...more },
});

/** Two pages out of shelf order, so that the page has to sort all of them. */
const pullList = (after: string | null) =>
  after === null
    ? {
        items: [
          row('12', 'The tale of Genji', wanted('12', 'FIC MUR', 'other fic mur')),
          row(
            '13',
            'Cien años de soledad',
            wanted('13', '863.64 GAR', 'dewey 863.64 gar', { location: 'World literature' }),
          ),
        ],
        next: 'p2',
      }
    : { items: [row('11', 'Emma', wanted('11', 'FIC AUS', 'other fic aus', { pickupBranch: 'riverton.eastside' }))] };

const onShelf = (number: string, title: string, label: string, until: string) =>
  row(number, title, {
    ...{ state: 'on-hold-shelf', holdId: `hld_${number}`, pickupBranch: 'riverton.main', shelfExpiresAt: until },
    heldFor: { kind: 'card', label, until },
  });
const shelf = [onShelf('18', 'Nature', '0112', fixtureUntil), onShelf('14', 'Matilda', '2210', inDays(-2))];
const onTheWay = (number: string, title: string, from: string, days: number) =>
  row(number, title, { state: 'in-transit', from, to: 'riverton.main', purpose: 'home', since: inDays(-days) });
const coming = [onTheWay('14', 'Matilda', 'harcourt.main', 6), onTheWay('11', 'Emma', 'lakeshore.main', 1)];
const missing = row('14', 'Matilda', {
  ...{ state: 'missing', callNumber: 'FIC DAH', shelfKey: 'other fic dah', reason: 'not-found', since: inDays(-9) },
});

const waiting = [
  { family: 'Okafor', given: 'Amara' },
  { family: 'Lindqvist', given: 'Nils' },
  { family: 'Haddad', given: 'Samira' },
];
const queued = (place: number, more: object) => ({
  ...{ holdId: `hld_q${place}`, recordId: 'rec_1', level: 'title', pickupBranch: 'riverton.main', state: 'placed' },
  ...{ placedAt: inDays(-place), patronMember: 'riverton', patronId: `pat_q${place}`, place },
  ...{ patron: { name: waiting[place % waiting.length], card: `2110100000${place}016` }, ...more },
});

type Scene = (call: SceneCall) => SceneAnswer;

/** The lists of a branch and the queue of a title. */
export const fixtureBranchLists: Record<string, Scene> = {
  'circulation-list-pull-list': ({ query }) => ({ json: pullList(query.get('after')) }),
  'circulation-list-hold-shelf': () => ({ json: { items: shelf } }),
  'circulation-list-shelf-to-clear': () => ({
    json: {
      items: [
        {
          ...shelf[1],
          next: { step: 'send', branchId: 'lakeshore.main', forHold: true, because: 'for-hold' },
          slip: { from: 'riverton.main', to: 'lakeshore.main', purpose: 'hold' },
        },
      ],
    },
  }),
  'circulation-list-transits': () => ({ json: { items: coming } }),
  'circulation-list-late-transits': () => ({ json: { items: coming.slice(0, 1) } }),
  'circulation-list-missing': () => ({ json: { items: [missing] } }),
  'circulation-list-queue': () => ({
    json: {
      holds: [
        queued(1, {
          ...{ patronMember: 'lakeshore', patronId: undefined, patron: undefined, pickupBranch: 'lakeshore.main' },
        }),
        queued(2, {}),
        queued(3, { state: 'frozen', suspended: { from: inDays(-1), until: inDays(20) } }),
      ],
    },
  }),
};
