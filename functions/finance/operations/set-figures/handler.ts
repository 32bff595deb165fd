import { holds } from '../../../../layers/kernel/identity/roles.ts';
import { type Actor, actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { KeptFigures } from '../../domain/cost-sharing/scenario.ts';
import { setByAfter } from '../../domain/cost-sharing/set-by.ts';
import { workbench } from '../../use-cases/workbench.ts';
import { contract } from './contract.ts';

const prepares = (actor: Actor | undefined): boolean =>
  actor?.kind === 'staff' && holds(actor.grants, 'finance-preparer', { scope: 'consortium' });

type Said = Pick<KeptFigures, 'joined' | 'joinedMonth' | 'feeBefore' | 'takesPart'>;

/** Whether a change leaves alone what the consortium says; a new row may say nothing of it. */
const keepsWhatIsSaid = (after: Said, before: Said = { takesPart: true }): boolean =>
  after.joined === before.joined &&
  after.joinedMonth === before.joinedMonth &&
  after.feeBefore === before.feeBefore &&
  after.takesPart === before.takesPart;

export const handler = handle(
  contract,
  workbench,
  async ({ actor, path: { memberId }, body, now, keep }, { figures, ids }) => {
    const before = await figures.get(memberId);
    if ((before?.v ?? 0) !== body.v)
      return refuse('changed-meanwhile', 'They are no longer as you read them.', '/body/v');
    if (!prepares(actor) && !keepsWhatIsSaid(body, before))
      return refuse('consortium-says', 'Leave joined, joinedMonth, feeBefore and takesPart as they are.', '/body');
    const act = { at: iso(now), by: actorName(actor) };
    const after: KeptFigures = {
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
