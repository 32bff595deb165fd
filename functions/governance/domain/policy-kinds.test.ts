import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { schemaOptions } from '../../../layers/platform/http/schema-components.ts';
import { type PolicyName, policyKindOf, policyKinds, policySchema } from './policy-kinds.ts';

type Json = { [name: string]: unknown };
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns a JSON schema with its shared parts in place of the references to them. */
const whole = (node: unknown, shared: Json = {}): unknown => {
  if (Array.isArray(node)) return node.map((one) => whole(one, shared));
  if (!isJson(node)) return node;
  const { $ref, id: _id, $schema: _schema, $defs, ...own } = node;
  const parts = isJson($defs) ? $defs : shared;
  const fields = Object.entries(own).map(([name, value]) => [name, whole(value, parts)] as const);
  const target = typeof $ref === 'string' ? whole(parts[$ref.slice($ref.lastIndexOf('/') + 1)], parts) : {};
  return { ...(isJson(target) && target), ...Object.fromEntries(fields) };
};

const api: { components: { schemas: Json & { Adoption: { oneOf: { properties: Json & { kind: Json } }[] } } } } =
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'));
const { schemas } = api.components;
const published = (name: string): unknown =>
  whole(schemas.Adoption.oneOf.find(({ properties }) => properties.kind.const === name)?.properties.body, schemas);

// What the union record is led by is adopted by an operation of its own.
const adopted = policyKinds.filter(({ name }) => published(name) !== undefined);

test.each(adopted)(
  'a policy of $name has the fields, bounds, defaults and meanings that the API description publishes',
  (kind) => {
    expect(whole(z.toJSONSchema(kind.body, { ...schemaOptions, io: 'input' }))).toEqual(published(kind.name));
  },
);

test('nearly every kind of policy can be adopted, each is found by its name, and a document of each is read', () => {
  expect(policyKinds.length - adopted.length).toBeLessThanOrEqual(1);
  for (const kind of policyKinds) expect(policyKindOf(kind.name)).toBe(kind);
  expect(() => policyKindOf('weather' as PolicyName)).toThrow('There is no kind of policy weather.');
  const head = {
    version: 1,
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    decisionReference: 'D-1',
    adoptedBy: 'staff:1',
  };
  for (const { name } of policyKinds) {
    const { error } = policySchema.safeParse({ kind: name, ...head, body: undefined });
    expect(error?.issues.every(({ path }) => path[0] === 'body')).toBe(true);
  }
});
