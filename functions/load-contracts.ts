import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldersIn, loadModule, projectRoot } from './folders.ts';

const here = join(projectRoot, 'functions');

/** Where a contract stands: `<context>/operations/<verb-noun>` or `<context>/consumers/<verb-noun>`. */
export type Kind = 'operations' | 'consumers';

type Placed = { id: string; context: string };

/** The contexts: the folders beside this file, in alphabetical order. */
export const contexts: readonly string[] = foldersIn(here);

/** The contexts that people and other systems call: those with operations, one HTTP API each. */
export const apiContexts: readonly string[] = contexts.filter(
  (context) => foldersIn(join(here, context, 'operations')).length > 0,
);

/** The folder of an operation or consumer, from the project's root. */
export const folderOf = (contract: Placed): string => {
  const kind: Kind = 'trigger' in contract ? 'consumers' : 'operations';
  return `functions/${contract.context}/${kind}/${contract.id.slice(contract.context.length + 1)}`;
};

/** The file with the handler of an operation or consumer, from the project's root. */
export const handlerFileOf = (contract: Placed): string => `${folderOf(contract)}/handler.ts`;

/**
 * Loads the contract of every folder of a kind, in the order of contexts and names. Throws when a folder has no contract, no handler, or a
 * contract that names another folder: an operation is its folder, and there is no list to maintain.
 */
export const loadContracts = <C extends Placed>(kind: Kind): readonly C[] =>
  contexts.flatMap((context) =>
    foldersIn(join(here, context, kind)).map((name) => {
      const folder = join(here, context, kind, name);
      for (const file of ['contract.ts', 'handler.ts'])
        if (!existsSync(join(folder, file))) throw new Error(`functions/${context}/${kind}/${name} has no ${file}.`);
      const { contract } = loadModule<{ contract?: C }>(join(folder, 'contract.ts'));
      if (contract?.id !== `${context}-${name}` || contract.context !== context)
        throw new Error(`The contract in functions/${context}/${kind}/${name} needs the id ${context}-${name}.`);
      return contract;
    }),
  );
