import { holds } from '../../../../layers/kernel/identity/roles.ts';
import { type Actor, actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { scenarioDeps } from '../../deps.ts';
import type { ReportedFigures } from '../../domain/cost-sharing/scenario.ts';
import { leavesConsortiumFields, setByAfter } from '../../domain/cost-sharing/set-by.ts';
import { contract } from './contract.ts';

const prepares = (actor: Actor | undefined): boolean =>
  actor?.kind === 'staff' && holds(actor.grants, 'finance-preparer', { scope: 'consortium' });

export const handler = handle(
  contract,
  scenarioDeps,
  async ({ actor, path: { memberId }, body, now, keep }, { figures, ids }) => {
    const before = await figures.get(memberId);
    if ((before?.v ?? 0) !== body.v)
      return refuse('changed-meanwhile', 'They are no longer as you read them.', '/body/v');
    if (!prepares(actor) && !leavesConsortiumFields(body, before))
      return refuse('consortium-says', 'Leave joined, joinedMonth, feeBefore and takesPart as they are.', '/body');
    const act = { at: iso(now), by: actorName(actor) };
    const after: ReportedFigures = {
      ...body,
      memberId,
      changed: act,
      setBy: setByAfter(before, body, act.by),
      v: body.v + 1,
    };
    const audit = { subject: `figures:${memberId}`, auditId: ids.next('audit', now), ...act, did: 'set-figures' };
    const written = await figures.set(after, { ...audit, detail: { before, after } }, keep(after));
    if (written === 'unknown-member') return refuse('unknown-member', `There is no member ${memberId}.`);
    return written === 'written' ? answer(after) : refuse('changed-meanwhile', 'Others changed them just now.');
  },
);
