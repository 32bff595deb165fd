import { setNames } from '../../../catalogue/public/set-names.ts';
import {
  type ListRequest,
  type MetadataPrefix,
  metadataFormats,
  type OaiError,
  type OaiRequest,
  type ReadOaiRequest,
  type Verb,
  verbs,
} from './oai-request.ts';
import { readToken } from './resumption-token.ts';

/** Thrown while a request is parsed, caught at the start of parsing. */
class Fault extends Error {
  readonly fault: OaiError;
  constructor(code: OaiError['code'], message: string) {
    super(message);
    this.fault = { code, message };
  }
}
const wrong = (code: OaiError['code'], message: string): never => {
  throw new Fault(code, message);
};

/** The longest request, in characters: tokens, names and dates are short. */
const LONGEST_REQUEST = 4_000;

/** The required and the optional arguments of each verb. */
const argumentsOf: Readonly<Record<Verb, { must: readonly string[]; may: readonly string[] }>> = {
  Identify: { must: [], may: [] },
  ListMetadataFormats: { must: [], may: ['identifier'] },
  ListSets: { must: [], may: ['resumptionToken'] },
  ListIdentifiers: { must: ['metadataPrefix'], may: ['from', 'until', 'set', 'resumptionToken'] },
  ListRecords: { must: ['metadataPrefix'], may: ['from', 'until', 'set', 'resumptionToken'] },
  GetRecord: { must: ['identifier', 'metadataPrefix'], may: [] },
};

type Given = ReadonlyMap<string, string>;

const verbOf = (pairs: readonly (readonly [string, string])[]): Verb => {
  const named = pairs.filter(([name]) => name === 'verb');
  if (named.length !== 1) return wrong('badVerb', named.length === 0 ? 'There is no verb.' : 'The verb is repeated.');
  return verbs.find((verb) => verb === named[0]?.[1]) ?? wrong('badVerb', 'This is no verb of OAI-PMH.');
};

const givenTo = (verb: Verb, pairs: readonly (readonly [string, string])[]): Given => {
  const { must, may } = argumentsOf[verb];
  const given = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (name === 'verb') continue;
    if (![...must, ...may].includes(name)) wrong('badArgument', `${verb} takes no argument ${name.slice(0, 50)}.`);
    if (given.has(name)) wrong('badArgument', `${name} is repeated.`);
    given.set(name, value);
  }
  if (given.has('resumptionToken')) {
    if (given.size > 1) wrong('badArgument', 'A resumptionToken stands alone.');
    return given;
  }
  for (const name of must) if (!given.has(name)) wrong('badArgument', `${verb} needs ${name}.`);
  return given;
};

const prefixIn = (given: Given): MetadataPrefix => {
  const asked = given.get('metadataPrefix') ?? '';
  if (!/^[\w.!~*'()-]+$/.test(asked)) return wrong('badArgument', 'This is no metadataPrefix.');
  const known = (Object.keys(metadataFormats) as MetadataPrefix[]).find((prefix) => prefix === asked);
  return known ?? wrong('cannotDisseminateFormat', 'Records come as oai_dc and marc21.');
};

type Moment = { instant: string; day: boolean };

/** Parses a date or a time in seconds. A date begins with its first second and ends with its last. */
const momentIn = (given: Given, name: 'from' | 'until'): Moment | undefined => {
  const text = given.get(name);
  if (text === undefined) return undefined;
  const day = /^\d{4}-\d\d-\d\d$/.test(text);
  if (!day && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text))
    return wrong('badArgument', `${name} is a date, or an instant in seconds as in 2026-03-02T11:00:00Z.`);
  const instant = day ? `${text}T${name === 'from' ? '00:00:00' : '23:59:59'}Z` : text;
  const parsed = new Date(instant);
  const isReal = !Number.isNaN(parsed.getTime()) && `${parsed.toISOString().slice(0, 19)}Z` === instant;
  return isReal ? { instant, day } : wrong('badArgument', `${name} is no date of the calendar.`);
};

const listIn = (verb: ListRequest['verb'], given: Given): ListRequest => {
  const token = given.get('resumptionToken');
  if (token !== undefined)
    return readToken(token, verb) ?? wrong('badResumptionToken', 'This is no resumptionToken of ours.');
  const set = given.get('set');
  if (set !== undefined && !setNames.test(set)) return wrong('badArgument', 'This is no set.');
  const [from, until] = [momentIn(given, 'from'), momentIn(given, 'until')];
  if (from && until && from.day !== until.day) return wrong('badArgument', 'from and until have the same granularity.');
  if (from && until && from.instant > until.instant) return wrong('badArgument', 'from is not after until.');
  const span = { ...(from && { from: from.instant }), ...(until && { until: until.instant }) };
  return { verb, selection: { prefix: prefixIn(given), ...(set !== undefined && { set }), ...span }, given: 0 };
};

const requestOf = (verb: Verb, given: Given): OaiRequest => {
  const identifier = given.get('identifier');
  if (verb === 'Identify') return { verb };
  if (verb === 'ListMetadataFormats') return { verb, ...(identifier !== undefined && { identifier }) };
  if (verb === 'GetRecord') return { verb, identifier: identifier ?? '', prefix: prefixIn(given) };
  if (verb !== 'ListSets') return listIn(verb, given);
  // The list of sets is never split.
  return given.has('resumptionToken') ? wrong('badResumptionToken', 'The list of sets is whole.') : { verb };
};

/**
 * Parses a request of OAI-PMH 2.0. Takes its arguments from the query string or from a form's body; returns the request, or the protocol's
 * error.
 */
export const readOai = (text: string): ReadOaiRequest => {
  if (text.length > LONGEST_REQUEST)
    return { errors: [{ code: 'badArgument', message: 'This request is too long.' }], echo: [] };
  const echo = [...new URLSearchParams(text)];
  try {
    const verb = verbOf(echo);
    return { request: requestOf(verb, givenTo(verb, echo)), echo };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // Invalid arguments are not repeated.
    const sound = error.fault.code !== 'badVerb' && error.fault.code !== 'badArgument';
    return { errors: [error.fault], echo: sound ? echo : [] };
  }
};
