import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { type Exception, type Exceptions, exceptionsKind } from '../../../layers/records/policies/domain/exceptions.ts';
import type { AdoptionDeps } from '../deps.ts';
import { endOfLocalDay } from '../domain/ballots/deadlines.ts';
import type { Adoption } from '../schemas/policies.ts';
import { bylawsAt } from './voting/bylaws-in-force.ts';

type Deps = Pick<AdoptionDeps, 'policies' | 'bodies'>;
/** An exception that the version before does not have, and its place in the list. */
type Added = { exception: Exception; at: string };

/** Returns the exceptions of a body that are new or were changed since a version. */
const addedTo = (before: Exceptions | undefined, { exceptions }: Exceptions, at: string): Added[] =>
  exceptions.flatMap((exception, place) =>
    before?.exceptions.some((one) => isDeepStrictEqual(one, exception))
      ? []
      : [{ exception, at: `${at}/exceptions/${place}` }],
  );

/** Returns the exceptions that a body adds to the version which it follows, or changes. */
export const addedExceptions = async (
  { policies }: Pick<Deps, 'policies'>,
  { follows, body }: { follows: number; body: Exceptions },
  now: number,
  at = '/body/body',
): Promise<Added[]> => {
  const before = follows > 0 ? await policies.version(exceptionsKind, follows, now) : undefined;
  return addedTo(before?.body, body, at);
};

/** Refuses an exception whose last day is over when it begins (epoch ms). */
export const refuseEnded = (added: readonly Added[], { zone }: Exceptions, begins: number) => {
  const ended = added.find(({ exception }) => endOfLocalDay(zone, exception.untilDay) <= iso(begins));
  return (
    ended && refuse('ends-before-it-begins', `Its last day is ${ended.exception.untilDay}.`, `${ended.at}/untilDay`)
  );
};

/**
 * Refuses an exception without a decision of the body that grants exceptions by the bylaws: a motion that was carried in one of its meetings.
 * Without such a body whoever adopts it names the decision in words.
 */
export const refuseUngranted = async ({ policies, bodies }: Deps, added: readonly Added[], now: number) => {
  if (added.length === 0) return undefined;
  const { exceptionsBy } = await bylawsAt(policies, now);
  if (exceptionsBy === undefined) return undefined;
  for (const { exception, at } of added) {
    const { decidedIn } = exception;
    const meeting =
      decidedIn?.bodyId === exceptionsBy ? await bodies.meeting(exceptionsBy, decidedIn.meetingId) : undefined;
    const decision = decidedIn && meeting?.agenda[decidedIn.number - 1]?.decision;
    if (decision?.outcome !== 'carried')
      return refuse(
        'not-granted',
        `The body ${exceptionsBy} did not decide exception ${exception.id}.`,
        `${at}/decidedIn`,
      );
  }
  return undefined;
};

/** Refuses that a member asks for the exception of another one. The consortium's staff write those that were asked for otherwise. */
export const refuseOfOthers = async (deps: Deps, change: Adoption, memberId: string | undefined, now: number) => {
  if (change.kind !== 'exceptions' || memberId === undefined) return undefined;
  const added = await addedExceptions(deps, change, now, '/body/change/body');
  const other = added.find(({ exception }) => exception.memberId !== memberId);
  return other && refuse('not-your-member', 'A member asks for its own exceptions.', `${other.at}/memberId`);
};
