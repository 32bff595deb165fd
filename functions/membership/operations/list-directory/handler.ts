import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { listDirectory } from '../../use-cases/list-directory.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, async ({ query, now }, { directory }) =>
  listDirectory(await directory(), query, now),
);
