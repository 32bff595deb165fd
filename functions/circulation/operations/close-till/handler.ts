import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { tillDeps } from '../../deps.ts';
import { tillView } from '../../schemas/tills.ts';
import { contract } from './contract.ts';

const TRIES = 6;

export const handler = handle(contract, tillDeps, async ({ actor, body, now, keep }, { tills }) => {
  const { counted, ...place } = body;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const till = await tills.get(place, { strong: true });
    if (!till) return refuse('unknown-till', 'The branch had no till on that day.', '/body/day');
    if (till.closed) return refuse('till-closed', `It was closed at ${till.closed.at}.`);
    const by = { at: iso(now), by: actorName(actor) };
    const closed = await tills.close(till, by, counted, (after) => keep(tillView(after)));
    if (closed) return answer(tillView(closed));
  }
  return refuse('changed-meanwhile', 'Payments come in: count again.');
});
