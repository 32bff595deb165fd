import { globSync, readFileSync } from 'node:fs';
import { webPages } from '../../docs/web-messages.ts';
import { holdStates } from '../../functions/items/domain/hold-states.ts';
import { itemStates } from '../../functions/items/domain/item-states.ts';
import { operations } from '../../functions/operations.ts';
import type { NotedWhy } from '../../functions/resource-sharing/domain/iso18626/meaning.ts';
import { FACTORS } from '../../functions/resource-sharing/domain/rota/rota-factors.ts';
import { formOf } from '../../functions/resource-sharing/domain/workflow/step-fields.ts';
import { TABLE } from '../../functions/resource-sharing/domain/workflow/transitions.ts';
import { TRIGGERS } from '../../functions/resource-sharing/domain/workflow/triggers.ts';
import { ATTENTION_GROUPS, workGroups } from '../../functions/resource-sharing/domain/workflow/work-groups.ts';
import { arrowsOf } from '../../functions/resource-sharing/domain/workflow/workflow.ts';
import { stepCodes } from '../../functions/resource-sharing/schemas/step-refusals.ts';
import { gatewayStatuses, openApi } from '../../layers/platform/http/openapi.ts';
import { commonRefusals } from '../../layers/platform/http/problem.ts';
import { gatewayCodes } from '../../web/src/api/problem.ts';
import { filesOf, initialFiles } from '../../web/src/i18n/message-files.generated.ts';
import { formatMessage, placeholdersIn as placeholdersOf } from '../../web/src/i18n/message-format.ts';
import { systemWordIn } from '../builders/system-words.ts';
import { messageFilesIn, messagesIn } from '../builders/web-messages.ts';

const en = messagesIn('en');
const languages: [string, Record<string, string>][] = [
  ['English', en],
  ['Spanish', messagesIn('es')],
];
const placeholdersIn = (sentence = ''): string[] => placeholdersOf(sentence).sort();

const sources = globSync('web/src/**/*.{ts,tsx}').map((file) => ({ file, source: readFileSync(file, 'utf8') }));
const calledIn = (files: typeof sources) => {
  const calls = new Set(
    files
      .flatMap(({ source }) => [...source.matchAll(/api\s*\.(GET|POST|PUT|PATCH|DELETE)\(\s*'([^']+)'/g)])
      .map(([, method, path]) => `${method} ${path}`),
  );
  return { calls, operations: operations.filter(({ method, path }) => calls.has(`${method} ${path}`)) };
};
const { calls, operations: called } = calledIn(sources);

/** Errors that only a program could cause by requests that our web app does not send. */
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
// Each of several steps is refused alone, with its own codes in a successful response.
const codes = codesOf([...called, { refusals: stepCodes }]);

test('the gateway’s own answers are in OpenAPI, and have messages', () => {
  const statuses = Object.keys(gatewayStatuses);
  expect(Object.keys(gatewayCodes)).toEqual(statuses);
  const { description } = openApi([]).info as { description: string };
  expect(statuses.filter((status) => !description.includes(`${status} (`))).toEqual([]);
  for (const [, messages] of languages)
    expect(Object.values(gatewayCodes).filter((code) => !(`problem.${code}` in messages))).toEqual([]);
});

test('the web app calls existing operations only', () => {
  expect(calls.size).toBeGreaterThan(20);
  expect(called).toHaveLength(calls.size);
});

const paramsOf = (code: string, params: object = {}): string[] =>
  code === 'held-at' ? ['member'] : Object.keys(params);

/** The codes that forms of steps offer, wherever the step is allowed. */
const offeredCodes = [...arrowsOf('requester'), ...arrowsOf('supplier')].flatMap(({ trigger, from }) =>
  formOf(trigger, from as never).flatMap(({ options = [] }) => options),
);

/** Why a message of a partner changed nothing and is no error: what its text means, and what the carrier reports of itself. */
const noted: Record<NotedWhy | 'status-asked' | 'late' | 'let-go' | 'too-many-steps', true> = {
  ...{ text: true, 'request-received': true, 'broker-goes-on': true, 'answer-unclear': true },
  ...{ 'shipped-forward': true, 'status-asked': true, late: true, 'let-go': true, 'too-many-steps': true },
};

const states = [
  ...Object.keys(noted).map((why) => `partner-message-why.${why}`),
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

const lackingIn = (messages: Record<string, string>, codes: readonly string[]): string[] =>
  codes.filter((code) => !(`problem.${code}` in messages));

describe.each(languages)('in %s', (_, messages) => {
  const lacking = (keys: string[]): string[] => keys.filter((key) => !(key in messages));

  test('every refusal that a person can meet has a message', () => {
    expect(lacking(codes.map((code) => `problem.${code}`))).toEqual([]);
  });

  test('no message has a placeholder that the refusal lacks, whichever operation answers it', () => {
    const asked = called.flatMap(({ id, refusals }) =>
      Object.entries(refusals).flatMap(([code, { params }]) =>
        placeholdersIn(messages[`problem.${code}`])
          .filter((name) => !paramsOf(code, params).includes(name))
          .map((name) => `${id} ${code} ${name}`),
      ),
    );
    expect(asked).toEqual([]);
  });

  test('the messages have the same placeholders as in English', () => {
    const other = Object.entries(en).filter(
      ([key, text]) => `${placeholdersIn(messages[key])}` !== `${placeholdersIn(text)}`,
    );
    expect(other.map(([key]) => key)).toEqual([]);
  });

  test('every displayed state has a label', () => {
    expect(lacking(states)).toEqual([]);
  });
});

test('every file has the same messages in each language, and no message is in two files', () => {
  const [english, spanish] = [messageFilesIn('en'), messageFilesIn('es')];
  const keysOf = (files: Record<string, object>) =>
    Object.entries(files).map(([file, messages]) => [file, Object.keys(messages).sort()]);
  expect(keysOf(spanish)).toEqual(keysOf(english));
  const all = Object.values(english).flatMap((messages) => Object.keys(messages));
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
});

test('the messages for any call are loaded at the start', () => {
  const files = messageFilesIn('en');
  const there = Object.assign({}, ...initialFiles.map((file) => files[file]));
  const met = [...Object.values(gatewayCodes), 'no-connection', 'internal-error', 'other', 'field', 'request'];
  expect(lackingIn(there, [...met, ...codesOf([])])).toEqual([]);
});

test('every message can be formatted', () => {
  const figures = Object.fromEntries(
    languages.flatMap(([, messages]) => Object.values(messages).flatMap(placeholdersIn)).map((one) => [one, 2]),
  );
  for (const [, messages] of languages)
    for (const sentence of Object.values(messages)) expect(formatMessage('en', sentence, figures)).not.toBe('');
});

test('the list of which page loads which messages contains every page and every message file', () => {
  expect(webPages().length).toBeGreaterThan(50);
  expect(webPages().filter(({ name }) => !(name in filesOf))).toEqual([]);
  const coming = new Set([...initialFiles, ...Object.values(filesOf).flat()]);
  expect(Object.keys(messageFilesIn('en')).filter((file) => !coming.has(file as never))).toEqual([]);
});

// Labels and film are on rolls.
const ofThings = /^(labels\.|fx\.|help-text\.labels$)/;

test.each(languages)(
  'finding B19: no text of a screen in %s names a part of the system, a case or an operation',
  (_, messages) => {
    const ids = new Set<string>(operations.map(({ id }) => id));
    const wrong = Object.entries(messages).filter(
      ([key, text]) =>
        (systemWordIn(text) !== undefined && !ofThings.test(key)) ||
        text.split(/[\s“”"(),.:;]+/).some((word) => ids.has(word)),
    );
    expect(wrong).toEqual([]);
    expect(systemWordIn('The bill is sealed.')).toBe('sealed');
    expect(systemWordIn('La instantánea del mes')).toBe('instantánea');
  },
);
