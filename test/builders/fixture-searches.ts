import type { SceneAnswer, SceneCall } from './scene.ts';

type Search = { searchId: string; name: string; query: string; alert: string; createdAt: string };

const createdAt = '2026-11-02T10:00:00.000Z';
const idOf = (n: number): string => `svs_01kb${String(n).padStart(22, '0')}`;

/** The searches stored while the fixture runs: one with an alert, and one whose alert is paused. */
const savedSearches: Search[] = [
  { searchId: idOf(0), name: 'Gardening', query: 'format=book&q=gardening', alert: 'weekly', createdAt },
  { searchId: idOf(1), name: 'Anything by Austen', query: 'q=austen&scope=author', alert: 'off', createdAt },
];
let made = 1;

/** The scenes of a patron's saved searches. Takes a function that makes a problem of a status and a code. */
export const fixtureSearches = (
  problem: (status: number, code: string) => SceneAnswer,
): Record<string, (call: SceneCall) => SceneAnswer> => ({
  'discovery-list-my-searches': () => ({ json: { searches: savedSearches } }),
  'discovery-save-search': ({ body }) => {
    const { name, query, alert } = body as Search;
    if (savedSearches.some((one) => one.query === query)) return problem(409, 'search-saved');
    made += 1;
    const search = { searchId: idOf(made), name, query, alert, createdAt };
    savedSearches.push(search);
    return { status: 201, json: search };
  },
  'discovery-change-search': ({ params, body }) => {
    const search = savedSearches.find(({ searchId }) => searchId === params.searchId);
    if (!search) return problem(404, 'unknown-search');
    Object.assign(search, body);
    return { json: search };
  },
  'discovery-remove-search': ({ params }) => {
    const at = savedSearches.findIndex(({ searchId }) => searchId === params.searchId);
    if (at >= 0) savedSearches.splice(at, 1);
    return { json: { removed: true } };
  },
});
