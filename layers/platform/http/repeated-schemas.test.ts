import { shareRepeatedSchemas } from './repeated-schemas.ts';

const meters = { type: 'string', enum: Array.from({ length: 30 }, (_, index) => `meter-${index}`) };
const line = {
  type: 'object',
  required: ['meter', 'amount'],
  properties: { meter: meters, amount: { type: 'integer' } },
};
const operation = (operationId: string, schema: object): object => ({
  post: { operationId, responses: { 200: { content: { 'application/json': { schema } } } } },
});
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test('A schema in two operations becomes one component, named after its property', () => {
  const schema = (also: string): object => ({ properties: { lines: { type: 'array', items: line }, [also]: line } });
  const paths = copy({
    '/a': operation('list-a', schema('best')),
    '/b': operation('list-b', { properties: { meter: meters } }),
  });
  const schemas = {};
  shareRepeatedSchemas(paths, schemas);
  const Meter = { $ref: '#/components/schemas/Meter' };
  expect(schemas).toEqual({
    LinesItem: { ...line, properties: { meter: Meter, amount: { type: 'integer' } } },
    Meter: meters,
  });
  const LinesItem = { $ref: '#/components/schemas/LinesItem' };
  expect(paths).toEqual({
    '/a': operation('list-a', { properties: { lines: { type: 'array', items: LinesItem }, best: LinesItem } }),
    '/b': operation('list-b', { properties: { meter: Meter } }),
  });
});

test('A name that is taken gets its operation before it, and a component with the same schema is reused', () => {
  const paths = copy({
    '/a': operation('list-a', { properties: { meter: meters } }),
    '/b': operation('list-b', { properties: { meter: meters } }),
    '/c': operation('list-c', { properties: { line } }),
    '/d': operation('list-d', { properties: { line } }),
  });
  const schemas: Record<string, unknown> = { Meter: { type: 'integer' }, StatementLine: copy(line) };
  shareRepeatedSchemas(paths, schemas);
  expect(Object.keys(schemas).sort()).toEqual(['Meter', 'StatementLine', 'StatementLineMeter']);
  expect(paths).toEqual({
    '/a': operation('list-a', { properties: { meter: { $ref: '#/components/schemas/StatementLineMeter' } } }),
    '/b': operation('list-b', { properties: { meter: { $ref: '#/components/schemas/StatementLineMeter' } } }),
    '/c': operation('list-c', { properties: { line: { $ref: '#/components/schemas/StatementLine' } } }),
    '/d': operation('list-d', { properties: { line: { $ref: '#/components/schemas/StatementLine' } } }),
  });
});

test('Examples and short schemas stay in place', () => {
  const once = {
    properties: { name: { type: 'string' } },
    example: { properties: { meter: meters, other: { meter: meters } } },
  };
  const paths = copy({ '/a': operation('list-a', once), '/b': operation('list-b', once) });
  shareRepeatedSchemas(paths, {});
  expect(paths).toEqual({ '/a': operation('list-a', once), '/b': operation('list-b', once) });
});
