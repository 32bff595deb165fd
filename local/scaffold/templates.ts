/** Files to make: their text by their path from the project's root. */
export type NewFiles = Readonly<Record<string, string>>;

/** The placeholder for text to write; a test of the structure refuses it, so that it cannot be forgotten. */
export const TO_WRITE = 'TO BE WRITTEN';

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
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
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { tableDeps } from '../../deps.ts';
import { ${camel(name)} } from '../../use-cases/${name}.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tableDeps, async ({ now }) => answer(${camel(name)}(now)));
`;

/** In a context with deps.ts the author chooses what the operation is composed of: the file is not ours to change. */
const withOwnDeps = (text: string): string =>
  text.replace("import { tableDeps } from '../../deps.ts';\n", '').replace('tableDeps', '() => ({})');

const useCaseText = (name: string): string => `/** ${sentence(name)}: ${TO_WRITE}. Takes the instant of the call. */
export const ${camel(name)} = (now: number) => ({ at: new Date(now).toISOString() });
`;

const testText = (name: string): string => `import { ${camel(name)} } from './${name}.ts';

test('${name}: what it reads, decides and writes, and each refusal of its contract', () => {
  expect(${camel(name)}(Date.parse('2026-11-02T10:00:00.000Z'))).toBe('${TO_WRITE}');
});
`;

const depsText = `import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';

/** Composes what operations work with that need nothing but the table. */
export const tableDeps = (runtime: Pick<Runtime, 'environment'>) => ({ table: openTable(runtime) });
`;

/** The files of a new operation: contract, handler, use case and its test; `deps.ts` too where the context has none. */
export const operationFiles = (
  { context, name, service }: { context: string; name: string; service: string },
  hasDeps: boolean,
): NewFiles => {
  const folder = `functions/${context}/operations/${name}`;
  const handler = handlerText(name);
  return {
    [`${folder}/contract.ts`]: contractText(context, name, service),
    [`${folder}/handler.ts`]: hasDeps ? withOwnDeps(handler) : handler,
    [`functions/${context}/use-cases/${name}.ts`]: useCaseText(name),
    [`functions/${context}/use-cases/${name}.test.ts`]: testText(name),
    ...(hasDeps ? {} : { [`functions/${context}/deps.ts`]: depsText }),
  };
};

/** The files of a new context: its README. The rest comes with its first operation. */
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
});
