import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { faultsOf } from '../../domain/template.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { textAudit } from '../../use-cases/text-audit.ts';
import { textFaults } from '../../use-cases/text-faults.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ actor, path, body, now }, house) => {
  const { owner, ...which } = path;
  const { version: before, ...words } = body;
  const known = owner === 'consortium' || (await house.members.get(owner)) !== undefined;
  if (!known) return refuse('owner-unknown', `There is no member ${owner}.`, '/path/owner');
  const faults = textFaults(faultsOf(which.template, words), '/body');
  if (faults.length > 0) return { refused: faults };
  const audit = textAudit({ actor, now, ids: house.ids }, owner, which, 'set-notice-text', (before ?? 0) + 1);
  const version = await house.texts.set(owner, which, words, before, audit);
  return version === undefined
    ? refuse('changed-meanwhile', 'Look again.', '/body/version')
    : answer({ ...words, version });
});
