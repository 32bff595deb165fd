import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { BodyDeps } from '../../deps.ts';
import { afterSeatChange, type Body, type SeatChange } from '../../domain/bodies/body.ts';

type Settings = Pick<Body, 'name' | 'purpose' | 'kind' | 'preset' | 'rules'>;
/** A change of a body: it is founded, gets other settings, its seats change, or it is dissolved. */
export type BodyChange =
  | ({ do: 'found'; decision?: string | undefined } & Settings)
  | ({ do: 'set'; decision?: string | undefined } & Settings)
  | { do: 'dissolve'; reason: string }
  | SeatChange;
type Written = { bodyId?: string | undefined; v?: number | undefined; changes: readonly BodyChange[] };
type Input = { written: Written; actor: StaffActor; now: number; keep: Keep<Body> };

const seatTexts = {
  'unknown-seat': 'The body has no such seat.',
  'seat-held': 'Somebody holds the seat in that time.',
  'seat-vacant': 'Nobody holds the seat on that day.',
  'seat-was-held': 'The seat was held: end its term instead.',
  'too-many-terms': 'The person has held a seat of this body for as many terms in a row as its rules allow.',
  'holds-a-seat': 'The person holds a seat of this body in that time.',
  'too-many-seats': 'The body has 50 seats.',
  'bad-term': 'Holder and alternate are two persons.',
} as const;

const settingsOf = ({ name, purpose, kind, preset, rules }: Settings): Settings => ({
  ...{ name, purpose, kind, preset, rules },
});

const afterChange = (body: Body, change: BodyChange, { actor, now }: Input) => {
  if (body.state === 'dissolved') return refuse('body-dissolved', 'The body is dissolved.');
  if (change.do === 'found') return refuse('unknown-body', 'A body is founded once.', '/body/bodyId');
  if (change.do === 'dissolve')
    return {
      ...{ ...body, state: 'dissolved' as const },
      dissolved: { by: actorName(actor), at: iso(now), reason: change.reason },
    };
  if (change.do === 'set') return { ...body, ...settingsOf(change) };
  const after = afterSeatChange(body, change);
  return typeof after === 'string' ? refuse(after, seatTexts[after]) : after;
};

const beforeOf = async (
  { bodies, ids }: BodyDeps & { ids: Ids },
  { written: { bodyId, v, changes }, actor, now }: Input,
): Promise<
  | { body: Body; left: readonly BodyChange[] }
  | ReturnType<typeof refuse<'unknown-body' | 'body-changed' | 'decision-needed'>>
> => {
  const [first, ...left] = changes;
  if (bodyId === undefined) {
    if (first?.do !== 'found') return refuse('unknown-body', 'Name the body that changes.', '/body/bodyId');
    if (first.decision === undefined)
      return refuse('decision-needed', 'Name the decision that founds it.', '/body/changes/0/decision');
    const founded = { by: actorName(actor), at: iso(now), reason: first.decision };
    const made = { bodyId: ids.next('body', now), state: 'active' as const, seats: [], seatsMade: 0, founded, v: 0 };
    return { body: { ...made, ...settingsOf(first) }, left };
  }
  const body = await bodies.get(bodyId);
  if (!body) return refuse('unknown-body', 'There is no such body.', '/body/bodyId');
  return body.v === v ? { body, left: changes } : refuse('body-changed', 'It was changed meanwhile: read it again.');
};

/** Founds a body or changes one: all changes of a request in one write, or none. */
export const writeBody = async (deps: BodyDeps & { ids: Ids }, input: Input) => {
  const { actor, now, written } = input;
  const before = await beforeOf(deps, input);
  if ('refused' in before) return before;
  const members = new Set((await deps.directory()).map(({ memberId }) => memberId));
  let { body } = before;
  for (const change of before.left) {
    if (change.do === 'add-seat' && change.memberId !== undefined && !members.has(change.memberId))
      return refuse('unknown-member', 'There is no such member.', '/body/changes');
    const after = afterChange(body, change, input);
    if ('refused' in after) return after;
    body = after;
  }
  const after = { ...body, v: body.v + 1 };
  const line = {
    ...{ subject: `body:${after.bodyId}`, at: iso(now), auditId: deps.ids.next('audit', now), by: actorName(actor) },
    ...{ did: 'write-body', detail: { changes: written.changes.map((change) => change.do) } },
  };
  return (await deps.bodies.put(after, line, input.keep(after)))
    ? answer(after)
    : refuse('body-changed', 'It was changed meanwhile: read it again.');
};
