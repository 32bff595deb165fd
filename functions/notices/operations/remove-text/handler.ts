import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { textAudit } from '../../use-cases/text-audit.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, path, query: { version }, now }, deps) => {
  const { owner, ...which } = path;
  const audit = textAudit({ actor, now, ids: deps.ids }, owner, which, 'remove-notice-text', version);
  return (await deps.texts.remove(owner, which, version, audit))
    ? answer({ removed: true as const })
    : refuse('changed-meanwhile', 'Look again.', '/query/version');
});
