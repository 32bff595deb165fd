import { fixtureHits } from './fixture-records.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

type Saved = { recordId: string; title: string; addedAt: string; note?: string };
/** An answer, or a refusal, which the scenes turn into a problem. */
type Answer = SceneAnswer | { refused: string; status: number };
type List = { listId: string; name: string; createdAt: string; saved: Saved[]; link?: string };

const createdAt = '2026-11-02T10:00:00.000Z';
const idOf = (n: number): string => `svl_01kb${String(n).padStart(22, '0')}`;
const hits = () => fixtureHits(new URLSearchParams()).hits;
const savedAs = (recordId: string, note?: string): Saved => ({
  ...{ recordId, title: hits().find((hit) => hit.recordId === recordId)?.title ?? 'Letters from the old harbour' },
  ...{ addedAt: '2026-11-05T10:00:00.000Z', ...(note !== undefined && note !== '' && { note }) },
});

/** The lists stored while the fixture runs: one with a title that is no longer in the catalogue, and an empty one. */
const savedLists: List[] = [
  {
    ...{ listId: idOf(0), name: 'For the summer', createdAt },
    saved: [savedAs('rec_1', 'The edition with the maps,\nfor Ida'), savedAs('rec_gone'), savedAs('rec_3')],
  },
  { listId: idOf(1), name: 'Book club', createdAt, saved: [] },
];

let made = 1;

const token = 'p4Yq8sVb1nXc6Zr0LwKe3TjUm9GdHa2FiOo5BkNvCxQ';
const shown = ({ saved, link: _, ...list }: List) => ({ ...list, titles: saved.length });
const unknown: Answer = { refused: 'unknown-list', status: 404 };
const found = ({ params }: SceneCall): List | undefined => savedLists.find(({ listId }) => listId === params.listId);

const create = ({ body }: SceneCall): Answer => {
  const name = String(body.name);
  if (savedLists.some((list) => list.name === name)) return { refused: 'list-name-taken', status: 409 };
  made += 1;
  const list = { listId: idOf(made), name, createdAt, saved: [] };
  savedLists.push(list);
  return { status: 201, json: shown(list) };
};

const show = (call: SceneCall): Answer => {
  const list = found(call);
  if (!list) return unknown;
  const entries = list.saved.map((saved) => {
    const hit = hits().find(({ recordId }) => recordId === saved.recordId);
    return { ...saved, ...(hit && { hit }) };
  });
  return { json: { list: shown(list), entries, ...(list.link !== undefined && { link: list.link }) } };
};

const save = (call: SceneCall): Answer => {
  const list = found(call);
  if (!list) return unknown;
  const { recordId = '' } = call.params;
  const { note: before, ...title } = list.saved.find((one) => one.recordId === recordId) ?? savedAs(recordId);
  const note = String(call.body.note ?? before ?? '');
  const saved = { ...title, ...(note !== '' && { note }) };
  list.saved = [saved, ...list.saved.filter((one) => one.recordId !== recordId)];
  return { json: { listId: list.listId, ...saved } };
};

const remove = (call: SceneCall): Answer => {
  const list = found(call);
  if (!list) return unknown;
  list.saved = list.saved.filter(({ recordId }) => recordId !== call.params.recordId);
  return { json: { removed: true } };
};

const rename = (call: SceneCall): Answer => {
  const list = found(call);
  if (!list) return unknown;
  list.name = String(call.body.name);
  return { json: shown(list) };
};

const share = (call: SceneCall): Answer => {
  const list = found(call);
  if (!list) return unknown;
  list.link = token;
  return { json: { token } };
};

const withdraw = (call: SceneCall): Answer => {
  delete found(call)?.link;
  return { json: { withdrawn: true } };
};

const showShared = ({ params }: SceneCall): Answer => {
  const [first] = savedLists;
  if (!first || params.token !== token) return unknown;
  const saved = first.saved.map(({ recordId }) => recordId);
  return { json: { name: first.name, hits: hits().filter(({ recordId }) => saved.includes(recordId)) } };
};

const drop = (call: SceneCall): Answer => {
  const at = savedLists.findIndex(({ listId }) => listId === call.params.listId);
  if (at >= 0) savedLists.splice(at, 1);
  return { json: { deleted: true } };
};

/** The API's answers about a patron's lists, which it stores. */
const answers: Record<string, (call: SceneCall) => Answer> = {
  'discovery-list-my-lists': ({ query }) => {
    const recordId = query.get('recordId');
    const has = ({ saved }: List) => ({ has: saved.some((one) => one.recordId === recordId) });
    return { json: { lists: savedLists.map((list) => ({ ...shown(list), ...(recordId !== null && has(list)) })) } };
  },
  'discovery-create-list': create,
  'discovery-show-list': show,
  'discovery-rename-list': rename,
  'discovery-share-list': share,
  'discovery-withdraw-list-link': withdraw,
  'discovery-show-shared-list': showShared,
  'discovery-delete-list': drop,
  'discovery-save-title': save,
  'discovery-remove-title': remove,
  'discovery-export-list': () => ({
    json: 'TY  - BOOK\r\nTI  - Emma\r\nER  - \r\n',
    headers: { 'x-left-out': 'rec_gone' },
  }),
};

/** The scenes of a patron's lists. Takes a function that makes a problem of a status and a code. */
export const fixtureLists = (problem: (status: number, code: string) => SceneAnswer) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      (call: SceneCall): SceneAnswer => {
        const given = answer(call);
        return 'refused' in given ? problem(given.status, given.refused) : given;
      },
    ]),
  );
