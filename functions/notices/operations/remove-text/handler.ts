import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { textAudit } from '../../use-cases/text-audit.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ actor, path, query: { version }, now }, house) => {
  const { owner, ...which } = path;
  const audit = textAudit({ actor, now, ids: house.ids }, owner, which, 'remove-notice-text', version);
  return (await house.texts.remove(owner, which, version, audit))
    ? answer({ removed: true as const })
    : refuse('changed-meanwhile', 'Look again.', '/query/version');
});
