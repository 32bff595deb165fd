import * as z from 'zod';
import type { AnyContract, Permission } from './contract.ts';
import { pointedAt, takeNamed } from './named-schemas.ts';
import { commonRefusals, problemSchema } from './problem.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json;
  return pointedAt(plain, io);
};

/** Any names and values, as OpenAPI says it: an object whose fields are the parameters themselves. */
const openParameters = ({ summary }: AnyContract): Json => ({
  ...{ name: 'query', in: 'query', required: false, style: 'form', explode: true, description: summary },
  schema: { type: 'object', additionalProperties: { type: 'string' } },
});

const parameters = (contract: AnyContract, part: 'params' | 'query'): Json[] => {
  const schema = contract[part];
  if (!schema) return [];
  if (part === 'query' && contract.openQuery) return [openParameters(contract)];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
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

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. Take a new key for each act: at the desk a key is known by the item it was used on, so that one key on two items does two acts.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
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

const refusalText = ([code, { meaning, params }]: [
  string,
  { meaning: string; params?: Record<string, string> },
]): string => {
  const figures = Object.entries(params ?? {}).map(([name, what]) => `\`${name}\` ${what}`);
  return `\`${code}\`: ${meaning}${figures.length > 0 ? ` With params: ${figures.join(', ')}.` : ''}`;
};

/** Refusals are problem+json; an operation that speaks XML says its own in XML. */
const refusedIn = ({ produces, refusals }: AnyContract, codes: readonly string[]): Json => {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const own = produces === 'application/xml' && codes.some((code) => Object.hasOwn(refusals, code));
  return own ? { ...problem, [produces]: { schema: { type: 'string' } } } : problem;
};

const problems = (contract: AnyContract): Record<string, Json> => {
  const all = Object.entries({ ...commonRefusals, ...contract.refusals });
  const byStatus = Map.groupBy(all, ([, { status }]) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, refusals]) => [
      String(status),
      {
        description: refusals.map(refusalText).join('\n\n'),
        content: refusedIn(
          contract,
          refusals.map(([code]) => code),
        ),
      },
    ]),
  );
};

const operationOf = (contract: AnyContract): Json => {
  const open = contract.permission.some(({ who: caller }) => caller === 'anyone');
  const outside = contract.permission.every(({ who: caller }) => caller === 'partner');
  const {
    params: _p,
    query: _q,
    body,
    output,
  } = contract.example as { params?: unknown; query?: unknown; body?: unknown; output: unknown };
  const unsafe = contract.method !== 'GET' && contract.idempotency !== 'none';
  return {
    operationId: contract.id,
    tags: [contract.context],
    summary: contract.summary,
    description: `For ${contract.permission.map(who).join('; or ')}.`,
    security: outside ? [{}, { partner: [] }] : open ? [{}, { token: [] }] : [{ token: [] }],
    parameters: [
      ...parameters(contract, 'params'),
      ...parameters(contract, 'query'),
      ...(unsafe ? [idempotencyKey] : []),
    ],
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
      [String(contract.status ?? 200)]: {
        description: contract.summary,
        content: {
          [contract.produces ?? 'application/json']: { schema: schemaOf(contract.output, 'output'), example: output },
          ...Object.fromEntries((contract.alsoProduces ?? []).map((type) => [type, { schema: { type: 'string' } }])),
        },
      },
      ...problems(contract),
    },
  };
};

/** What the gateway itself may answer, with bodies that are its own (design section 2), by status. */
export const gatewayStatuses = {
  401: 'no Authorization header',
  404: 'no operation has this path and method',
  413: 'body over 10 MB',
  429: 'too many requests',
  503: 'no answer in time',
} as const;

const gatewayAnswers = `The gateway itself may answer ${Object.entries(gatewayStatuses)
  .map(([status, why]) => `${status} (${why})`)
  .join(', ')} with \`{"message": "…"}\` instead of problem+json.`;

/** The OpenAPI 3.1 document of all operations. Takes their contracts; gives plain data in a stable order. */
export const openApi = (operations: readonly AnyContract[]): Json => {
  const paths: Record<string, Json> = {};
  for (const contract of [...operations].sort((a, b) => (a.path + a.method).localeCompare(b.path + b.method, 'en'))) {
    // A parameter of several steps (`{name+}`) is the gateway's own; in OpenAPI a parameter is one.
    const path = contract.path.replaceAll('+}', '}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) };
  }
  const { rest, named } = takeNamed(paths);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Concord',
      version: '1',
      description: `The shared library management system of a consortium.\n\n${gatewayAnswers}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: rest,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output'), ...named },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        partner: { type: 'http', scheme: 'basic' },
      },
    },
  };
};
