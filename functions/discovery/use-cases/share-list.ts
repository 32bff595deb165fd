import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { ListDeps } from '../deps.ts';
import { refuseGone, refuseUnknownList } from './refuse-list.ts';

type Deps = Pick<ListDeps, 'shares' | 'ownerOf'>;
type Input = { actor: Actor | undefined; listId: string };

/** Gives a list of the requesting patron a link; one that has a link keeps it. `secret` makes the token of a new one. */
export const shareList = async (
  { shares, ownerOf, ids }: Deps & { ids: { secret(): string } },
  { actor, listId }: Input,
) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const token = await shares.share(patronId, listId, ids.secret());
  return token === undefined ? refuseUnknownList() : answer({ token });
};

/** Ends the link of a list of the requesting patron. */
export const withdrawListLink = async ({ shares, ownerOf }: Deps, { actor, listId }: Input) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  await shares.withdraw(patronId, listId);
  return answer({ withdrawn: true as const });
};
