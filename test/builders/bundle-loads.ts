import { basename, dirname } from 'node:path';
import type { Metafile } from 'esbuild';
import { handlerFileOf } from '../../functions/load-contracts.ts';
import type { AnyContract } from '../../layers/platform/http/contract.ts';
import type { FunctionGroup } from '../../layers/platform/http/function-group.ts';

/** Files of a bundle that a container loads, with their bytes in all. */
export type Load = { files: string[]; bytes: number };

type Outputs = Metafile['outputs'];

/** The output files of one function by their paths. */
export const outputsOf = ({ outputs }: Pick<Metafile, 'outputs'>, id: string): Outputs =>
  Object.fromEntries(
    Object.entries(outputs).filter(([file]) => basename(dirname(file)) === id && file.endsWith('.mjs')),
  );

/** Returns the file of an entry with everything that it imports statically, without files that are loaded already. */
const closureOf = (outputs: Outputs, entry: string, loaded: ReadonlySet<string> = new Set()): Set<string> => {
  const found = new Set<string>();
  const visit = (file: string): void => {
    const output = outputs[file];
    if (output === undefined || loaded.has(file) || found.has(file)) return;
    found.add(file);
    for (const { path, kind } of output.imports) if (kind === 'import-statement') visit(path);
  };
  visit(entry);
  return found;
};

const loadOf = (outputs: Outputs, files: ReadonlySet<string>): Load => ({
  files: [...files],
  bytes: [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0),
});

const entryOf = (outputs: Outputs): string => {
  const entry = Object.keys(outputs).find((file) => basename(file) === 'index.mjs');
  if (entry === undefined) throw new Error('A bundle has no index.mjs.');
  return entry;
};

/** Returns the file of an operation in the bundle of its group. */
export const chunkOf = (outputs: Outputs, contract: AnyContract): string => {
  const handler = handlerFileOf(contract);
  const chunk = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === handler)?.[0];
  if (chunk === undefined) throw new Error(`${contract.id} is not in the bundle of its group.`);
  return chunk;
};

/** What the first call of a container loads for each operation of a group: the entry, the operation, and what they import. */
export const firstLoads = (
  metafile: Pick<Metafile, 'outputs'>,
  { id, operations }: FunctionGroup,
): Map<string, Load> => {
  const outputs = outputsOf(metafile, id);
  const entry = closureOf(outputs, entryOf(outputs));
  return new Map(
    operations.map((contract) => [
      contract.id,
      loadOf(outputs, new Set([...entry, ...closureOf(outputs, chunkOf(outputs, contract))])),
    ]),
  );
};

/** What each operation adds when it is the second that a container serves, after each other operation of its group. */
export const secondLoads = (metafile: Pick<Metafile, 'outputs'>, { id, operations }: FunctionGroup): Load[] => {
  const outputs = outputsOf(metafile, id);
  const entry = closureOf(outputs, entryOf(outputs));
  const closures = operations.map((contract) => closureOf(outputs, chunkOf(outputs, contract)));
  return closures.flatMap((first) => {
    const loaded = new Set([...entry, ...first]);
    return closures
      .filter((second) => second !== first)
      .map((second) => loadOf(outputs, new Set([...second].filter((file) => !loaded.has(file)))));
  });
};

/** What a consumer loads: its whole bundle. */
export const consumerLoad = (metafile: Pick<Metafile, 'outputs'>, id: string): Load => {
  const outputs = outputsOf(metafile, id);
  return loadOf(outputs, closureOf(outputs, entryOf(outputs)));
};
