import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { listPatronNotices } from '../../use-cases/list-patron-notices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, ({ path, query, now }, deps) =>
  listPatronNotices(deps, { ...path, ...query }, now),
);
