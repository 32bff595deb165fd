import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { BodyDeps } from '../../deps.ts';
import type { ActionItem } from '../../domain/bodies/meeting.ts';

type Deps = BodyDeps & { ids: Ids };
type Acting = { bodyId: string; actor: StaffActor; now: number; keep: Keep<ActionItem> };

const writeAction = async ({ bodies, ids }: Deps, action: ActionItem, { actor, now, keep }: Acting) => {
  const { actionId, bodyId, state } = action;
  const line = {
    ...{ subject: `action-item:${actionId}`, at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) },
    ...{ did: 'write-action-item', detail: { bodyId, state } },
  };
  return (await bodies.write({ actions: [action] }, line, keep(action)))
    ? answer(action)
    : refuse('action-changed', 'It was changed meanwhile: read it again.');
};

/** Writes an action item of a meeting: who does what until when. */
export const addActionItem = async (
  deps: Deps,
  wanted: { meetingId: string; title: string; owner: string; dueOn: string },
  acting: Acting,
) => {
  const { bodyId, actor, now } = acting;
  const meeting = await deps.bodies.meeting(bodyId, wanted.meetingId);
  if (!meeting) return refuse('unknown-meeting', 'There is no such meeting.', '/body/meetingId');
  const written = { by: actorName(actor), at: iso(now) };
  const actionId = deps.ids.next('action-item', now);
  return writeAction(deps, { ...wanted, actionId, bodyId, state: 'open', written, v: 1 }, acting);
};

/** Settles an open action item: it is done, or dropped. */
export const settleActionItem = async (
  deps: Deps,
  wanted: { actionId: string; state: 'done' | 'dropped'; note: string },
  acting: Acting,
) => {
  const { actor, now } = acting;
  const action = await deps.bodies.action(acting.bodyId, wanted.actionId);
  if (!action) return refuse('unknown-action', 'There is no such action item.');
  if (action.state !== 'open') return refuse('action-changed', 'It is settled already.');
  const settled = { by: actorName(actor), at: iso(now), note: wanted.note };
  return writeAction(deps, { ...action, state: wanted.state, settled, v: action.v + 1 }, acting);
};
