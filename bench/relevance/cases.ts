import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Scope } from '../../functions/discovery/domain/query/search-parameters.ts';

/** The expected result of a search. `records` and `title` identify the records: by id, or by a pattern of their title. */
export type Condition =
  /** One of them is among the first `n` hits. */
  | { is: 'within'; n: number; records: string[]; title?: RegExp }
  /** Each of the first `n` hits is one of them. */
  | { is: 'all'; n: number; records: string[]; title?: RegExp }
  /** They are the only hits. */
  | { is: 'only'; records: string[]; title?: RegExp }
  | { is: 'absent'; records: string[]; title?: RegExp }
  /** One of them comes before all of these others. */
  | { is: 'before'; records: string[]; title?: RegExp; others: string[] }
  /** The total number of hits. */
  | { is: 'count'; least: number; most: number }
  | { is: 'none' }
  /** The condition that a query finds as many hits as these queries, and the same ones first. */
  | { is: 'same'; as: string[] }
  | { is: 'different'; as: string[] };

/** A query, its search field, and its expected result. */
export type Case = { kind: string; query: string; scope: Scope; condition: Condition };

const scopeNames: readonly (readonly [RegExp, Scope])[] = [
  [/title/, 'title'],
  [/author|name|creator/, 'author'],
  [/subject|topic/, 'subject'],
  [/series/, 'series'],
  [/call|shelf|class|sudoc/, 'callNumber'],
  [/isbn|issn|lccn|oclc|barcode|number|ident|^id$/, 'identifier'],
];

const scopeOf = (text: string): Scope => scopeNames.find(([name]) => name.test(text.toLowerCase()))?.[1] ?? 'any';

const named = z.union([z.object({ id: z.coerce.string() }), z.object({ recordId: z.coerce.string() })]);
const texts = z.union([
  z.union([z.string(), z.number()]).transform(String),
  named.transform((one) => ('id' in one ? one.id : one.recordId)),
]);
const list = z.union([texts, z.array(texts)]).transform((one) => [one].flat());

/** Files of conditions use several words for the same thing; each is accepted. */
const namesOf = {
  query: ['query', 'q', 'search', 'words'],
  scope: ['scope', 'field', 'index', 'type', 'searchType'],
  kind: ['kind', 'category', 'group', 'class', 'test'],
  condition: ['condition', 'expect', 'expected', 'must', 'relation', 'is'],
  records: ['records', 'record', 'recordIds', 'record_ids', 'record ids', 'ids', 'id', 'target', 'targets', 'relevant'],
  title: ['title', 'pattern', 'titlePattern', 'title_pattern', 'regex', 'matches'],
  n: ['n', 'within', 'top', 'first', 'k', 'in', 'in first', 'inFirst', 'rank', 'maxRank', 'max_rank'],
  least: ['min', 'least', 'atLeast', 'at_least', 'count', 'total', 'hits'],
  most: ['max', 'most', 'atMost', 'at_most', 'count', 'total', 'hits'],
  as: [
    'as',
    'same',
    'sameAs',
    'same_as',
    'equals',
    'other',
    'others',
    'different',
    'differentFrom',
    'queries',
    'variants',
    'than',
  ],
} as const;

type Raw = Record<string, unknown>;

const fieldOf = (raw: Raw, name: keyof typeof namesOf): unknown =>
  namesOf[name].map((key) => raw[key]).find((value) => value !== undefined && value !== null);

const listed = (value: unknown): string[] => list.safeParse(value).data ?? [];

const patternOf = (value: unknown): RegExp | undefined => {
  if (typeof value !== 'string') return undefined;
  const [, body = value, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(value) ?? [];
  return new RegExp(body, flags.includes('i') ? flags.replace('g', '') : `${flags.replace('g', '')}i`);
};

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;

/** Parses a condition in words ("first", "in first 5", "only", "none", "same") with its parameters. */
const conditionOf = (raw: Raw): Condition => {
  const given = fieldOf(raw, 'condition');
  const inner: Raw = typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...raw, ...given } : raw;
  const words = [typeof given === 'string' ? given : '', ...Object.keys(inner === raw ? {} : (given as Raw))]
    .join(' ')
    .toLowerCase();
  const records = [...listed(fieldOf(inner, 'records')), ...(Array.isArray(inner.first) ? listed(inner.first) : [])];
  const title = patternOf(
    fieldOf(inner, 'title') ?? /\/(?:[^/\\]|\\.)+\/i?/.exec(typeof given === 'string' ? given : '')?.[0],
  );
  const meant = { records, ...(title ? { title } : {}) };
  const n = numberOf(fieldOf(inner, 'n')) ?? numberOf(/\d+/.exec(words)?.[0]) ?? 1;
  const as = listed(fieldOf(inner, 'as'));
  if (/none|zero|nothing|no hits|0 hits/.test(words)) return { is: 'none' };
  if (/different|not same|unequal|inequal|≠/.test(words)) return { is: 'different', as };
  if (/same|equal|equiv/.test(words) || (as.length > 0 && records.length === 0 && !title)) return { is: 'same', as };
  if (/before|above|ahead/.test(words)) return { is: 'before', others: as, ...meant };
  const [least, most] = [numberOf(fieldOf(inner, 'least')), numberOf(fieldOf(inner, 'most'))];
  if (records.length === 0 && !title && (least ?? most) !== undefined)
    return { is: 'count', least: least ?? 0, most: most ?? Number.POSITIVE_INFINITY };
  if (/absent|exclu|not found|without/.test(words)) return { is: 'absent', ...meant };
  if (/only|exactly one|sole|single|1 hit|one hit|unique/.test(words)) return { is: 'only', ...meant };
  if (/\b(all|each|every)\b/.test(words)) return { is: 'all', n, ...meant };
  return { is: 'within', n, ...meant };
};

const kindOf = (raw: Raw, condition: Condition): string => {
  const kind = fieldOf(raw, 'kind');
  return typeof kind === 'string' ? kind : condition.is;
};

const caseOf = (raw: Raw): Case => {
  const query = fieldOf(raw, 'query');
  const condition = conditionOf(raw);
  return {
    kind: kindOf(raw, condition),
    // Several queries in one: the first is compared with the others.
    query: listed(query)[0] ?? '',
    scope: scopeOf(String(fieldOf(raw, 'scope') ?? '')),
    condition:
      Array.isArray(query) && 'as' in condition
        ? { ...condition, as: [...listed(query).slice(1), ...condition.as] }
        : condition,
  };
};

const wholeSchema = z.union([z.array(z.record(z.string(), z.unknown())), z.record(z.string(), z.unknown())]);

/** Parses a file of conditions: a list, or an object that contains one (perhaps by kind). Throws when there are none. */
export const readCases = (file: string): Case[] => {
  const whole = wholeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const lists = Array.isArray(whole)
    ? [['', whole] as const]
    : Object.entries(whole).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value as Raw[]] as const] : []));
  const all = lists.flatMap(([name, raws]) =>
    raws
      .filter((raw) => typeof raw === 'object' && raw !== null && fieldOf(raw, 'query') !== undefined)
      .map((raw) => caseOf(/^(cases|conditions|)$/.test(name) ? raw : { kind: name, ...raw })),
  );
  if (all.length === 0) throw new Error(`${file} holds no conditions: a list of { query, scope, condition, records }.`);
  return all;
};
