import type * as z from 'zod';
import { assuranceOf } from './assurance.ts';
import type { AnyContract, Permission } from './contract.ts';
import { pascalCase } from './pascal-case.ts';
import { commonRefusals, problemSchema } from './problem.ts';
import { shareRepeatedBodies } from './repeated-bodies.ts';
import { shareRepeatedSchemas } from './repeated-schemas.ts';
import { type SchemaNames, schemaComponents } from './schema-components.ts';

type Json = Record<string, unknown>;
type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** Free-form query parameters in OpenAPI: an object whose fields are the parameters themselves. */
const openParameters = ({ summary }: AnyContract): Json => ({
  ...{ name: 'query', in: 'query', required: false, style: 'form', explode: true, description: summary },
  schema: { type: 'object', additionalProperties: { type: 'string' } },
});

const parameters = (contract: AnyContract, part: 'params' | 'query', inlineOf: SchemaOf): Json[] => {
  const schema = contract[part];
  if (!schema) return [];
  if (part === 'query' && contract.openQuery) return [openParameters(contract)];
  const { properties = {}, required = [] } = inlineOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: part === 'params' ? 'path' : 'query',
    required: part === 'params' || required.includes(name),
    schema: property,
  }));
};

type SharedParameters = ReadonlyMap<string, { name: string; parameter: Json }>;

/** The uses from which a part is shared whose name another one has already. */
const OFTEN = 3;

/** Returns a name that no other part has: the given one, or one with a number for a part that is used often; undefined for a rarer one. */
const freeName = (name: string, uses: number, taken: Set<string>): string | undefined => {
  const numbered = [name, ...Array.from({ length: 9 }, (_, place) => `${name}${place + 2}`)];
  const free = numbered.find((one) => !taken.has(one));
  if (free === undefined || (free !== name && uses < OFTEN)) return undefined;
  taken.add(free);
  return free;
};

/** Returns the parameters that several operations share, by their text. Of different parameters with one name, the most frequent has the name alone. */
const sharedParameters = (operations: readonly AnyContract[], inlineOf: SchemaOf): SharedParameters => {
  const all = operations.flatMap((contract) => [
    ...parameters(contract, 'params', inlineOf),
    ...parameters(contract, 'query', inlineOf),
  ]);
  const shared = new Map<string, { name: string; parameter: Json }>();
  const names = new Set<string>();
  const byUse = [...Map.groupBy(all, (one) => JSON.stringify(one))].toSorted(([, a], [, b]) => b.length - a.length);
  for (const [text, [parameter, ...others]] of byUse) {
    if (parameter === undefined || others.length === 0) continue;
    const wanted = `${pascalCase(String(parameter.name))}${parameter.in === 'query' ? 'Query' : ''}`;
    const name = freeName(wanted, others.length + 1, names);
    if (name !== undefined) shared.set(text, { name, parameter });
  }
  return shared;
};

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. Take a new key for each act: at the desk a key is known by the item it was used on, so that one key on two items does two acts.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const ifNoneMatch: Json = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an earlier answer: 304 without a body when the answer would be the same.',
  schema: { type: 'string', maxLength: 8192 },
};

const who = (permission: Permission): string => {
  if (permission.who === 'anyone') return 'anyone';
  if (permission.who === 'partner') return 'a partner outside, by its own credentials';
  if (permission.who === 'patron') return 'a signed-in patron';
  const place =
    typeof permission.at === 'string' ? permission.at.replace('-', ' ') : Object.values(permission.at).join();
  return permission.who === 'machine'
    ? `a machine with scope ${permission.scope} (${place})`
    : `staff: ${permission.roles.join(', ')} (${place})`;
};

/** The text for an operation for which a badge or code at a shared desk does not suffice. */
const FULL = ' Staff sign in fully.';

type Refusal = { status: number; meaning: string; params?: Record<string, string> };

const refusalText = ([code, { meaning, params }]: [string, Refusal]): string => {
  const figures = Object.entries(params ?? {}).map(([name, what]) => `\`${name}\` ${what}`);
  return `\`${code}\`: ${meaning}${figures.length > 0 ? ` With params: ${figures.join(', ')}.` : ''}`;
};

const problemContent: Json = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Refusals are problem+json; an operation that produces XML returns its own refusals as XML. */
const refusedIn = ({ produces, refusals }: AnyContract, codes: readonly string[]): Json => {
  const own = produces === 'application/xml' && codes.some((code) => Object.hasOwn(refusals, code));
  return own ? { ...problemContent, [produces]: { schema: { type: 'string' } } } : problemContent;
};

/** A refusal response: a name made of the operation's own codes, and the description. */
type RefusedResponse = { name: string; response: Json };

/**
 * Returns the refusal responses of an operation by status, for the statuses with own codes; every operation has the common refusals as
 * well.
 */
const refusedResponses = (contract: AnyContract): [status: string, refused: RefusedResponse][] => {
  const own = new Set<number>(Object.values(contract.refusals).map(({ status }) => status));
  const all = Object.entries<Refusal>({ ...commonRefusals, ...contract.refusals });
  const byStatus = Map.groupBy(
    all.filter(([, { status }]) => own.has(status)),
    ([, { status }]) => status,
  );
  return [...byStatus].map(([status, refusals]) => {
    const codes = refusals.map(([code]) => code);
    const response = { description: refusals.map(refusalText).join('\n\n'), content: refusedIn(contract, codes) };
    const [first = '', ...others] = codes.filter((code) => Object.hasOwn(contract.refusals, code)).map(pascalCase);
    const name = others.length > 2 ? `${first}AndOthers` : [first, ...others].join('Or');
    return [String(status), { name, response }];
  });
};

/** Returns the responses that several operations share, by their text; two different responses never share a name. */
const sharedResponses = (operations: readonly AnyContract[]): ReadonlyMap<string, RefusedResponse> => {
  const all = operations.flatMap((contract) => refusedResponses(contract).map(([, refused]) => refused));
  const shared = new Map<string, RefusedResponse>();
  const names = new Set<string>();
  for (const [text, uses] of Map.groupBy(all, ({ response }) => JSON.stringify(response))) {
    const [first] = uses;
    if (first === undefined || uses.length === 1) continue;
    const name = freeName(first.name, uses.length, names);
    if (name !== undefined) shared.set(text, { ...first, name });
  }
  return shared;
};

/** Returns a response with problem+json alone as a reference to the common one, whose description it replaces. */
const shortened = (response: Json): Json =>
  response.content === problemContent
    ? { $ref: '#/components/responses/Refused', description: response.description }
    : response;

const problems = (contract: AnyContract, shared: ReadonlyMap<string, RefusedResponse>): Record<string, Json> => {
  const responses = refusedResponses(contract).map(([status, { response }]) => {
    const known = shared.get(JSON.stringify(response));
    return [status, known ? { $ref: `#/components/responses/${known.name}` } : shortened(response)];
  });
  return { ...Object.fromEntries(responses), default: { $ref: '#/components/responses/Refused' } };
};

const commonResponse: Json = {
  description: Object.entries<Refusal>(commonRefusals)
    .map(([code, refusal]) => `${refusal.status} ${refusalText([code, refusal])}`)
    .join('\n\n'),
  content: problemContent,
};

const operationOf = (
  contract: AnyContract,
  { schemaOf, inlineOf }: { schemaOf: SchemaOf; inlineOf: SchemaOf },
  shared: { responses: ReadonlyMap<string, RefusedResponse>; parameters: SharedParameters },
): Json => {
  const open = contract.permission.some(({ who: caller }) => caller === 'anyone');
  const outside = contract.permission.every(({ who: caller }) => caller === 'partner');
  const {
    params: _p,
    query: _q,
    body,
    output,
  } = contract.example as { params?: unknown; query?: unknown; body?: unknown; output: unknown };
  const unsafe = contract.method !== 'GET' && contract.idempotency !== 'none';
  const own = [...parameters(contract, 'params', inlineOf), ...parameters(contract, 'query', inlineOf)];
  const all = [
    ...own.map((one) => {
      const known = shared.parameters.get(JSON.stringify(one));
      return known ? { $ref: `#/components/parameters/${known.name}` } : one;
    }),
    ...(unsafe ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(contract.etag ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
  ];
  return {
    operationId: contract.id,
    tags: [contract.context],
    summary: contract.summary,
    description: `For ${contract.permission.map(who).join('; or ')}.${assuranceOf(contract) === 'full' ? FULL : ''}`,
    security: outside ? [{}, { partner: [] }] : open ? [{}, { token: [] }] : [{ token: [] }],
    ...(all.length > 0 && { parameters: all }),
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content:
              contract.consumes === undefined
                ? { 'application/json': { schema: schemaOf(contract.body, 'input'), example: body } }
                : { [contract.consumes]: { schema: { type: 'string' }, example: body } },
          },
        }
      : {}),
    responses: {
      ...(contract.etag && { 304: { description: 'The answer is the one with the ETag in If-None-Match.' } }),
      [String(contract.status ?? 200)]: {
        description: contract.summary,
        ...(contract.etag && { headers: { ETag: { required: true, schema: { type: 'string' } } } }),
        content: {
          [contract.produces ?? 'application/json']: { schema: schemaOf(contract.output, 'output'), example: output },
          ...Object.fromEntries((contract.alsoProduces ?? []).map((type) => [type, { schema: { type: 'string' } }])),
        },
      },
      ...problems(contract, shared.responses),
    },
  };
};

/** The responses of the gateway itself by status, with bodies of its own. */
export const gatewayStatuses = {
  401: 'no Authorization header',
  404: 'no operation has this path and method',
  413: 'body over 10 MB',
  429: 'too many requests',
  431: 'header fields too large',
  500: 'the function or the authorizer failed',
  503: 'no answer in time',
} as const;

const gatewayAnswers = `The gateway itself may answer ${Object.entries(gatewayStatuses)
  .map(([status, why]) => `${status} (${why})`)
  .join(', ')} with \`{"message": "…"}\` instead of problem+json.`;

/**
 * Returns the OpenAPI 3.1 document of all operations as plain data in a stable order. Takes their contracts and the names of shared
 * schemas.
 */
export const openApi = (operations: readonly AnyContract[], names: SchemaNames = new Map()): Json => {
  const components = schemaComponents(names);
  const { finish, inlineOf } = components;
  const shared = {
    responses: sharedResponses(operations),
    parameters: sharedParameters(operations, inlineOf),
  };
  const paths: Record<string, Json> = {};
  for (const contract of [...operations].sort((a, b) => (a.path + a.method).localeCompare(b.path + b.method, 'en'))) {
    // `{name+}` for several segments is the gateway's own syntax; in OpenAPI it is a plain parameter.
    const path = contract.path.replaceAll('+}', '}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract, components, shared) };
  }
  const problem = inlineOf(problemSchema, 'output');
  const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1);
  const common = Object.fromEntries(
    [...shared.parameters.values()].toSorted(byName).map(({ name, parameter }) => [name, parameter]),
  );
  const { document, schemas } = finish({
    paths,
    problem,
    parameters: { IdempotencyKey: idempotencyKey, IfNoneMatch: ifNoneMatch, ...common },
  });
  // Added before schemas are shared, so that no other takes its name.
  schemas.Problem = document.problem;
  shareRepeatedSchemas(document.paths as Json, schemas);
  const requestBodies = shareRepeatedBodies(document.paths as Json);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Concord',
      version: '1',
      description: `The shared library management system of a consortium.\n\n${gatewayAnswers}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: document.paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1))),
      responses: {
        Refused: commonResponse,
        ...Object.fromEntries(
          [...shared.responses.values()].toSorted(byName).map(({ name, response }) => [name, response]),
        ),
      },
      parameters: document.parameters,
      requestBodies,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        partner: { type: 'http', scheme: 'basic' },
      },
    },
  };
};
