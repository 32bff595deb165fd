import { readFileSync } from 'node:fs';
import { operations } from '../../functions/operations.ts';
import { trackedFiles } from '../../local/code/scan-names.ts';
import { type Document, formRules } from '../../web/build/form-rules.ts';
import { checkField } from '../../web/src/components/form/check-field.ts';

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;

test('each form of the web app takes its rules from an operation with a body', () => {
  const named = trackedFiles()
    .filter((file) => /^web\/src\/.*\.tsx?$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/from 'virtual:form\/([a-z-]+)'/g)])
    .map(([, id = '']) => id);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((id) => !operations.some((operation) => operation.id === id))).toEqual([]);
  for (const id of named) expect(Object.keys(formRules(document, id)).length).toBeGreaterThan(1);
});

test('the rules of a form are the required fields, bounds, patterns and formats of the operation’s schema, also of its parts', () => {
  expect(formRules(document, 'membership-invite-staff')).toMatchObject({
    name: { required: true, min: 1, max: 200 },
    email: { required: true, kind: 'email' },
  });
  expect(formRules(document, 'membership-update-branch')).toMatchObject({
    pickup: { kind: 'flag' },
    website: { kind: 'uri', max: 500 },
    version: { kind: 'number', required: true, min: 1 },
  });
  const person = formRules(document, 'patrons-register-patron');
  expect(person['person.name.family']).toMatchObject({ required: true });
  expect(person['person.birthDate']).toMatchObject({ kind: 'date' });
  expect(() => formRules(document, 'membership-show-directory')).toThrow('no operation with a body');
});

test.each([
  ['', { required: true }, 'missing'],
  ['   ', { required: true }, 'missing'],
  ['', { min: 3 }, undefined],
  ['ab', { min: 3 }, 'too-short'],
  ['a'.repeat(5), { max: 4 }, 'too-long'],
  // A character outside the basic plane counts once, as in JSON Schema.
  ['📚📚', { max: 2 }, undefined],
  ['0', { kind: 'number', min: 1 }, 'too-small'],
  ['12', { kind: 'number', max: 9 }, 'too-large'],
  ['ten', { kind: 'number' }, 'no-fit'],
  ['amina', { kind: 'email' }, 'no-fit'],
  ['amina@example.org', { kind: 'email' }, undefined],
  ['example.org', { kind: 'uri' }, 'no-fit'],
  ['Main', { pattern: '^[a-z]+$' }, 'no-fit'],
] as const)('a field with %j under the rule %j has the fault %j', (value, rule, fault) => {
  expect(checkField(value, rule)?.fault).toBe(fault);
});
