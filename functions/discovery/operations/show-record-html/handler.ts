import { handle } from '../../../../layers/platform/http/handle.ts';
import { recordHtmlDeps } from '../../deps.ts';
import { showRecordHtml } from '../../use-cases/show-record-html.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordHtmlDeps, ({ path: { recordId }, query, now }, deps) =>
  showRecordHtml(deps, { recordId, query, now }),
);
