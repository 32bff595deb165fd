import { handle } from '../../../../layers/platform/http/handle.ts';
import { changedHeadingDeps } from '../../deps.ts';
import { listChangedHeadings } from '../../use-cases/list-changed-headings.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, changedHeadingDeps, ({ path, query: page }, deps) =>
  listChangedHeadings(deps, { ...path, page }),
);
