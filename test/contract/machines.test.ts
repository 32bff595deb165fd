import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { operations } from '../../functions/operations.ts';

type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; allOf?: Schema[] };

/** The mapping's rows: operation ids, and their named fields. */
const rows = readFileSync('docs/machines.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| .* \|$/.test(line) && !line.startsWith('| field'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, field = '', id = '', where = '']) => ({
    ...{ field, id },
    paths: [...where.matchAll(/`((?:body|output|params)\.[\w.]+)`/g)].map(([, path = '']) => path),
    codes: [...where.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = '']) => code),
  }));

const contractOf = (id: string) => {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`docs/machines.md names ${id}, which there is not.`);
  return found;
};

const has = (schema: Schema | undefined, [name, ...rest]: string[]): boolean => {
  if (schema === undefined) return false;
  if (name === undefined) return true;
  const within = [...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...(schema.items ? [schema.items] : [])];
  return has(schema.properties?.[name], rest) || within.some((one) => has(one, [name, ...rest]));
};

test('the mapping names fields', () => {
  expect(rows.length).toBeGreaterThan(30);
});

test.each(rows)('$field: $id has $paths', ({ id, paths, codes }) => {
  const { params, body, output, refusals } = contractOf(id);
  const parts: Record<string, z.ZodType | undefined> = { params, body, output };
  for (const path of paths) {
    const [part = '', ...names] = path.split('.');
    const schema = parts[part];
    const io = part === 'output' ? 'output' : 'input';
    expect([path, schema && has(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema, names)]).toEqual([
      path,
      true,
    ]);
  }
  for (const code of codes) expect(Object.keys(refusals)).toContain(code);
});

test.each([...new Set(rows.map(({ id }) => id))])('%s is open to a self-check, or to anyone', (id) => {
  const { permission } = contractOf(id);
  expect(permission.some(({ who }) => who === 'anyone' || who === 'machine')).toBe(true);
});
