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
const text = { type: 'string' };
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
    '/a': operation('list-a', { properties: { meter: meters, a: text } }),
    '/b': operation('list-b', { properties: { meter: meters, b: text } }),
    '/c': operation('list-c', { properties: { line, c: text } }),
    '/d': operation('list-d', { properties: { line, d: text } }),
  });
  const schemas: Record<string, unknown> = { Meter: { type: 'integer' }, StatementLine: copy(line) };
  shareRepeatedSchemas(paths, schemas);
  const [StatementLineMeter, StatementLine] = ['StatementLineMeter', 'StatementLine'].map((name) => ({
    $ref: `#/components/schemas/${name}`,
  }));
  expect(Object.keys(schemas).sort()).toEqual(['Meter', 'StatementLine', 'StatementLineMeter']);
  expect(paths).toEqual({
    '/a': operation('list-a', { properties: { meter: StatementLineMeter, a: text } }),
    '/b': operation('list-b', { properties: { meter: StatementLineMeter, b: text } }),
    '/c': operation('list-c', { properties: { line: StatementLine, c: text } }),
    '/d': operation('list-d', { properties: { line: StatementLine, d: text } }),
  });
});

test('Examples and short schemas stay in place', () => {
  const once = (own: string) => ({
    properties: { [own]: text },
    example: { properties: { meter: meters, other: { meter: meters } } },
  });
  const paths = () => ({ '/a': operation('list-a', once('a')), '/b': operation('list-b', once('b')) });
  const shared = copy(paths());
  shareRepeatedSchemas(shared, {});
  expect(shared).toEqual(paths());
});

test('A body of several operations is named after its few properties, or the first operation', () => {
  const many = { properties: Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { ...text, title: name }])) };
  const few = { properties: { line: { type: 'string', description: 'x'.repeat(100) } } };
  const paths = copy({
    '/a': operation('list-a', few),
    '/b': operation('list-b', few),
    '/c': operation('list-c', many),
    '/d': operation('list-d', many),
  });
  const schemas = {};
  shareRepeatedSchemas(paths, schemas);
  expect(schemas).toEqual({ LineOutput: few, ListCOutput: many });
});
