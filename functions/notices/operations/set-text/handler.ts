import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { faultsOf } from '../../domain/template.ts';
import { textAudit } from '../../use-cases/text-audit.ts';
import { textRefusals } from '../../use-cases/text-refusals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, path, body, now }, deps) => {
  const { owner, ...which } = path;
  const { version: before, ...text } = body;
  const known = owner === 'consortium' || (await deps.members.get(owner)) !== undefined;
  if (!known) return refuse('owner-unknown', `There is no member ${owner}.`, '/path/owner');
  const faults = textRefusals(faultsOf(which.template, text), '/body');
  if (faults.length > 0) return { refused: faults };
  const audit = textAudit({ actor, now, ids: deps.ids }, owner, which, 'set-notice-text', (before ?? 0) + 1);
  const version = await deps.texts.set(owner, which, text, before, audit);
  return version === undefined
    ? refuse('changed-meanwhile', 'Look again.', '/body/version')
    : answer({ ...text, version });
});
