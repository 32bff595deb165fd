import { globSync, readFileSync } from 'node:fs';
import { operations } from '../../functions/operations.ts';
import { stepCodes } from '../../functions/resource-sharing/take-steps/steps.ts';
import { holdStates } from '../../layers/domain/circulation/hold-states.ts';
import { itemStates } from '../../layers/domain/circulation/item-states.ts';
import type { NotedWhy } from '../../layers/domain/resource-sharing/iso18626/meaning.ts';
import { FACTORS } from '../../layers/domain/resource-sharing/rota-factors.ts';
import { formOf } from '../../layers/domain/resource-sharing/step-fields.ts';
import { TABLE } from '../../layers/domain/resource-sharing/transitions.ts';
import { TRIGGERS } from '../../layers/domain/resource-sharing/triggers.ts';
import { ATTENTION_GROUPS, workGroups } from '../../layers/domain/resource-sharing/work-groups.ts';
import { arrowsOf } from '../../layers/domain/resource-sharing/workflow.ts';
import { gatewayStatuses, openApi } from '../../layers/http/openapi.ts';
import { commonRefusals } from '../../layers/http/problem.ts';
import { gatewayCodes } from '../../web/src/api/problem.ts';
import { itemMapping as enMapping } from '../../web/src/words/en/item-mapping.ts';
import { en as enPublic } from '../../web/src/words/en.ts';
import { enCataloguing } from '../../web/src/words/en-cataloguing.ts';
import { enLists } from '../../web/src/words/en-lists.ts';
import { enLoading } from '../../web/src/words/en-loading.ts';
import { enStaff } from '../../web/src/words/en-staff.ts';
import { itemMapping as esMapping } from '../../web/src/words/es/item-mapping.ts';
import { es as esPublic } from '../../web/src/words/es.ts';
import { esCataloguing } from '../../web/src/words/es-cataloguing.ts';
import { esLists } from '../../web/src/words/es-lists.ts';
import { esLoading } from '../../web/src/words/es-loading.ts';
import { esStaff } from '../../web/src/words/es-staff.ts';

const en: Record<string, string> = {
  ...{ ...enPublic, ...enStaff, ...enCataloguing },
  ...{ ...enLists, ...enLoading, ...enMapping },
};
const languages: [string, Record<string, string>][] = [
  ['English', en],
  ['Spanish', { ...esPublic, ...esStaff, ...esCataloguing, ...esLists, ...esLoading, ...esMapping }],
];
const figuresIn = (sentence = ''): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();

const sources = globSync('web/src/**/*.{ts,tsx}').map((file) => ({ file, source: readFileSync(file, 'utf8') }));
/** Rooms that patrons enter, and what stands around every room: staff's words are not there. */
const open = sources.filter(({ file }) =>
  /src\/(frame|session|rooms\/(home|search|record|account|sign-in|sign-up|courses|request|openurl|cite))\//.test(file),
);

const calledIn = (files: typeof sources) => {
  const calls = new Set(
    files
      .flatMap(({ source }) => [...source.matchAll(/api\s*\.(GET|POST|PUT|PATCH|DELETE)\(\s*'([^']+)'/g)])
      .map(([, method, path]) => `${method} ${path}`),
  );
  return { calls, operations: operations.filter(({ method, path }) => calls.has(`${method} ${path}`)) };
};
const { calls, operations: called } = calledIn(sources);

/** What only a program could do wrong that sends other requests than ours do. */
const notOurs = [
  'bad-json',
  'unsupported-media-type',
  'key-reused',
  'bad-cursor',
  'sequence-missing',
  'ask-missing',
  'ask-id-used',
  'timer-not-running',
  'timer-not-due',
];
const codesOf = (some: readonly { refusals: object }[]): string[] =>
  [
    ...new Set([commonRefusals, ...some.map(({ refusals }) => refusals)].flatMap((refusals) => Object.keys(refusals))),
  ].filter((code) => !notOurs.includes(code));
// Each of several steps is refused by itself, with codes of its own in a success.
const codes = codesOf([...called, { refusals: stepCodes }]);

test('what the gateway answers by itself is told in OpenAPI, and in words', () => {
  const statuses = Object.keys(gatewayStatuses);
  expect(Object.keys(gatewayCodes)).toEqual(statuses);
  const { description } = openApi([]).info as { description: string };
  expect(statuses.filter((status) => !description.includes(`${status} (`))).toEqual([]);
  for (const [, words] of languages)
    expect(Object.values(gatewayCodes).filter((code) => !(`problem.${code}` in words))).toEqual([]);
});

test('the web app calls operations of ours only', () => {
  expect(calls.size).toBeGreaterThan(20);
  expect(called).toHaveLength(calls.size);
});

const paramsOf = (code: string, params: object = {}): string[] =>
  code === 'held-at' ? ['member'] : Object.keys(params);

/** The codes that forms of steps let one choose from, wherever the step is allowed. */
const offeredCodes = [...arrowsOf('requester'), ...arrowsOf('supplier')].flatMap(({ trigger, from }) =>
  formOf(trigger, from as never).flatMap(({ options = [] }) => options),
);

/** Why a message of a partner moved nothing and is no fault: what its text means, and what the carrier says of itself. */
const noted: Record<NotedWhy | 'status-asked' | 'late' | 'let-go' | 'too-many-words', true> = {
  ...{ text: true, 'request-received': true, 'broker-goes-on': true, 'answer-unclear': true },
  ...{ 'shipped-forward': true, 'status-asked': true, late: true, 'let-go': true, 'too-many-words': true },
};

const states = [
  ...Object.keys(noted).map((why) => `mail-why.${why}`),
  ...Object.keys(TABLE.requester).flatMap((state) => [`request-state.${state}`, `request-meaning.${state}`]),
  ...Object.keys(TABLE.requester).flatMap((state) => [`borrow-state.${state}`, `borrow-meaning.${state}`]),
  ...Object.keys(TABLE.supplier).flatMap((state) => [`ask-state.${state}`, `ask-meaning.${state}`]),
  ...workGroups.flatMap((group) => [`work.${group}`, `work-meaning.${group}`]),
  ...Object.keys(ATTENTION_GROUPS).map((attention) => `attention.${attention}`),
  ...Object.keys(TRIGGERS).map((trigger) => `step.${trigger}`),
  ...offeredCodes.map((code) => `code.${code}`),
  ...Object.keys(FACTORS).map((factor) => `factor.${factor}`),
  ...Object.keys(itemStates.states).map((state) => `item-state.${state}`),
  ...Object.keys(holdStates.states)
    .filter((state) => !holdStates.final.some((end) => end === state))
    .map((state) => `hold-state.${state}`),
];

describe.each(languages)('in %s', (_, words) => {
  const lacking = (keys: string[]): string[] => keys.filter((key) => !(key in words));

  test('every refusal that a person can meet has words', () => {
    expect(lacking(codes.map((code) => `problem.${code}`))).toEqual([]);
  });

  test('no words ask for a figure that the refusal does not carry, whichever operation answers it', () => {
    const asked = called.flatMap(({ id, refusals }) =>
      Object.entries(refusals).flatMap(([code, { params }]) =>
        figuresIn(words[`problem.${code}`])
          .filter((name) => !paramsOf(code, params).includes(name))
          .map((name) => `${id} ${code} ${name}`),
      ),
    );
    expect(asked).toEqual([]);
  });

  test('the sentences have the same figures as in English', () => {
    const other = Object.entries(en).filter(([key, text]) => `${figuresIn(words[key])}` !== `${figuresIn(text)}`);
    expect(other.map(([key]) => key)).toEqual([]);
  });

  test('every state that is shown has a word', () => {
    expect(lacking(states)).toEqual([]);
  });
});

/** What rooms and what stands in them say by name, and the words of each refusal that they may meet. */
const saidIn = (files: typeof sources): { file: string; key: string }[] => [
  ...files.flatMap(({ file, source }) =>
    [...source.matchAll(/'([a-z-]+\.[\w.-]+)'/g)].map(([, key = '']) => ({ file, key })),
  ),
  ...codesOf(calledIn(files).operations).map((code) => ({ file: 'a refusal', key: `problem.${code}` })),
];

test('patrons’ rooms say nothing that only staff’s rooms have words for', () => {
  const others = { ...enStaff, ...enCataloguing, ...enLists, ...enLoading, ...enMapping };
  expect(saidIn(open).filter(({ key }) => key in others && !(key in enPublic))).toEqual([]);
  const refusals = saidIn(open).filter(({ key }) => key.startsWith('problem.'));
  expect(refusals.filter(({ key }) => !(key in enPublic))).toEqual([]);
});

test('staff’s rooms say nothing that only cataloguers’ rooms have words for', () => {
  const cataloguers =
    /src\/(words|parts\/reason-field|rooms\/(union|edit|cataloguing|copy|item-changes|last-copies|new-item|protected-fields|visibility|loads|item-mapping))/;
  const others = sources.filter(({ file }) => !cataloguers.test(file));
  const there = { ...enPublic, ...enStaff };
  expect(saidIn(others).filter(({ key }) => key in enCataloguing && !(key in there))).toEqual([]);
});

test('where a patron keeps lists no other words are said than everybody’s and those of lists, and these nowhere else', () => {
  const there = { ...enPublic, ...enLists };
  const keepsLists = /src\/(words|rooms\/lists)\//;
  const said = saidIn(sources.filter(({ file }) => /rooms\/lists\//.test(file)));
  expect(said.filter(({ key }) => (key in en || key.startsWith('problem.')) && !(key in there))).toEqual([]);
  const others = saidIn(sources.filter(({ file }) => !keepsLists.test(file)));
  expect(others.filter(({ key }) => key in enLists && !(key in enPublic))).toEqual([]);
});
