/** Files to make: their text by their path from the project's root. */
export type NewFiles = Readonly<Record<string, string>>;

/** The placeholder for text to write; a test of the structure refuses it, so that it cannot be forgotten. */
export const TO_WRITE = 'TO BE WRITTEN';

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`-${name}`);
const sentence = (name: string): string => {
  const text = name.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** An operation whose name begins with one of these is read-only. */
const reading = /^(get|list|show|find|search|read|export|explain|preview)-/;

const contractText = (context: string, name: string, service: string): string => {
  const reads = reading.test(name);
  return `import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** ${sentence(name)}: ${TO_WRITE}. */
export const contract = operation({
  id: '${context}-${name}',
  context: '${context}',
  service: '${service}',
  method: '${reads ? 'GET' : 'POST'}',
  path: '/v1/${context}/${name.slice(name.indexOf('-') + 1)}',
  summary: '${sentence(name)} ${TO_WRITE}',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: '${reads ? 'read' : 'write'}' },
${reads ? '' : '  body: z.strictObject({}),\n'}  output: z.strictObject({ at: z.iso.datetime() }),
  refusals: {},
  example: { ${reads ? '' : 'body: {}, '}output: { at: '2026-11-02T10:00:00.000Z' } },
  errorImpact: 'What a librarian loses when this fails: ${TO_WRITE}.',
});
`;
};

const handlerText = (name: string): string => `import { handle } from '../../../../layers/platform/http/handle.ts';
import { ${camel(name)}Deps } from '../../deps.ts';
import { ${camel(name)} } from '../../use-cases/${name}.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, ${camel(name)}Deps, ({ now }, deps) => ${camel(name)}(deps, now));
`;

const useCaseText = (name: string): string => `import { answer } from '../../../layers/platform/http/outcome.ts';
import type { ${pascal(name)}Deps } from '../deps.ts';

/** ${sentence(name)}: ${TO_WRITE}. \`now\` in epoch ms. */
export const ${camel(name)} = (_deps: ${pascal(name)}Deps, now: number) =>
  Promise.resolve(answer({ at: new Date(now).toISOString() }));
`;

const testText = (
  context: string,
  name: string,
): string => `import { handler } from '../../../functions/${context}/operations/${name}/handler.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { consortiumStaff } from '../../builders/people.ts';

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  await aTable();
});

test('${TO_WRITE}: what ${name} answers, what it stores, and one test for each refusal of its contract', async () => {
  const answered = await call(handler, { actor: consortiumStaff('admin')${reading.test(name) ? '' : ', body: {}'} });
  expect(answered).toMatchObject({ status: 200, body: '${TO_WRITE}' });
});
`;

const imports = {
  openTable: "import { openTable } from '../../layers/platform/dynamodb/table.ts';",
  Runtime: "import type { Runtime } from '../../layers/platform/runtime/runtime.ts';",
};

/** Adds the dependencies of an operation to the text of a context's deps.ts, or begins that text, with the imports that it lacks. */
const withDeps = (text: string, name: string): string => {
  const missing = Object.entries(imports).filter(([value]) => !new RegExp(`^import .*\\b${value}\\b`, 'm').test(text));
  const begun = [...missing.map(([, line]) => line), ...(text.startsWith('import ') ? [] : [''])].join('\n');
  return `${begun}${begun === '' ? '' : '\n'}${text}
/** Composes the dependencies of ${name}: ${TO_WRITE}. */
export const ${camel(name)}Deps = (runtime: Pick<Runtime, 'environment'>) => ({ table: openTable(runtime) });
export type ${pascal(name)}Deps = ReturnType<typeof ${camel(name)}Deps>;
`;
};

/** The operation to make: its context, its name, and the service by which finance reports its cost. */
export type NewOperation = { context: string; name: string; service: string };

/** Returns the files of a new operation: contract, handler, use case, and a test of its store level that fails until it is written. */
export const operationFiles = ({ context, name, service }: NewOperation): NewFiles => {
  const folder = `functions/${context}/operations/${name}`;
  return {
    [`${folder}/contract.ts`]: contractText(context, name, service),
    [`${folder}/handler.ts`]: handlerText(name),
    [`functions/${context}/use-cases/${name}.ts`]: useCaseText(name),
    [`test/stores/${context}/${name}.test.ts`]: testText(context, name),
  };
};

/** Returns the text of a context's deps.ts with the dependencies of a new operation. Takes the text before; empty for none. */
export const depsWith = (text: string, { name }: NewOperation): string => withDeps(text, name);

/** Returns the files of a new context: its README and its rows of the key table. The rest comes with its first operation. */
export const contextFiles = (name: string): NewFiles => ({
  [`functions/${name}/README.md`]: `# ${sentence(name)}

${TO_WRITE}: what the context does for a library, in two sentences.

## What it owns
- ${TO_WRITE}: its entities and documents.

## Invariants
- ${TO_WRITE}: what always holds, each by a condition in the write that could break it.

## The path of its main operation
${TO_WRITE}: from the handler to the use case, the domain and the stores.

## Decisions
- ${TO_WRITE}: links to its ADRs.
`,
  [`functions/${name}/data/keys.ts`]: `import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of ${name.replaceAll('-', ' ')} in the single table: ${TO_WRITE}, each with its keys and the question that they answer. */
export const keys = keysOf({});
`,
});

/** Returns the order of contexts with a new one on top, below the outbox: there it may use all others. Throws when the list has no outbox. */
export const orderWith = (text: string, name: string): string => {
  const [first, ...more] = text.split("  'outbox',\n");
  if (first === undefined || more.length !== 1)
    throw new Error('The order of contexts does not begin with the outbox.');
  return `${first}  'outbox',\n  '${name}',\n${more[0]}`;
};

/** Returns the table of contexts in the architecture with a row for a new one below the outbox. Throws when there is no such table. */
export const architectureWith = (text: string, name: string): string => {
  const row = /^\| outbox \|.*\|\n/m.exec(text);
  if (!row) throw new Error('The architecture has no row of the outbox.');
  const end = row.index + row[0].length;
  return `${text.slice(0, end)}| ${name} | ${TO_WRITE} |\n${text.slice(end)}`;
};
