import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { editDeps } from '../../deps.ts';
import { withConsent } from '../../domain/access/openness.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, async ({ actor, body, now, keep }, { edits, patrons, ids }) => {
  const status = await patrons.status(patronOf(actor).id, { strong: true });
  if (!status) return refuse('gone', 'This patron is no longer here.');
  const consents = withConsent(status.consents ?? [], body);
  const detail = { memberId: body.memberId, open: String(body.open), titles: String(body.titles) };
  const change = patronChange({ actor, now, body: {} }, ids, 'consent-set', detail);
  return (await edits.saveConsents(status, consents, change, keep({ consents })))
    ? answer({ consents })
    : refuse('changed-meanwhile', 'Say it again.');
});
