import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { otherCurrency, sharesCurrencyWith } from '../../../layers/records/policies/domain/one-currency.ts';
import type { VersionPeriod } from '../../../layers/records/policies/domain/versions.ts';
import { billedBy } from '../../finance/public/billed-by.ts';
import { billingKind } from '../../finance/public/billing-policy.ts';
import { freeMonths, type MonthsRefused } from '../../finance/public/free-months.ts';
import type { AdoptionDeps } from '../deps.ts';
import { endOfLocalDay } from '../domain/ballots/deadlines.ts';
import { policyKindOf, policySchema } from '../domain/policy-kinds.ts';
import type { Adoption } from '../schemas/policies.ts';
import { addedExceptions, refuseEnded, refuseUngranted } from './refuse-exceptions.ts';
import { refuseOutside } from './refuse-outside.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { bylawsAt } from './voting/bylaws-in-force.ts';

const inThePast: MonthsRefused = {
  ...{ refused: 'in-the-past', detail: 'Choose now or later.', pointer: '/body/effectiveFrom' },
};

/**
 * Validates when a policy takes effect: now or later, except the billing policy. A month is billed after it ends, so its rates may be
 * decided until its statements are written.
 */
const judgeBeginning = async (
  { policies, periods }: AdoptionDeps,
  { kind, endsLater }: Pick<Adoption, 'kind' | 'endsLater'>,
  when: { begins: number; now: number },
): Promise<{ checks: Write[] } | MonthsRefused> => {
  if (when.begins >= when.now) return { checks: [] };
  if (kind !== 'billing') return inThePast;
  return freeMonths(
    periods,
    when,
    billedBy({ effectiveFrom: iso(when.begins), endsLater }, await policies.list(billingKind, true)),
  );
};

const overtaken = refuse(
  'policy-overtaken',
  'Another version was adopted meanwhile: read it first, and name it in `follows`.',
  '/body/follows',
);

/**
 * Refuses an adoption that does not say what becomes of the versions that begin later: either this one ends when the next begins, or those never
 * begin.
 */
const refuseUndecided = ({ endsLater }: Adoption, later: readonly VersionPeriod[]) => {
  if (later.length === 0 || endsLater !== undefined) return undefined;
  const waiting = later.map(({ version, from }) => `version ${version} from ${from.slice(0, 10)}`).join(', ');
  return refuse(
    'later-version-adopted',
    `Adopted already: ${waiting}. Say whether it still begins.`,
    '/body/endsLater',
  );
};

/** Refuses a list of members of which one does not exist. */
const refuseUnknownMembers = async (
  { directory, exists }: AdoptionDeps,
  members: readonly { memberId: string }[],
  at: string,
) => {
  const known = new Set((await directory()).map(({ memberId }) => memberId));
  for (const [row, { memberId }] of members.entries()) {
    if (!(known.has(memberId) || (await exists(memberId))))
      return refuse('unknown-name', `There is no member ${memberId}.`, `${at}/${row}/memberId`);
  }
  return undefined;
};

/** Refuses names of a policy that do not exist. */
const refuseNames = (deps: AdoptionDeps, { kind, body }: Adoption, begins: number) => {
  if (kind === 'loan-rules') return refuseUnknown(deps, body, begins, '/body/body');
  if (kind === 'bylaws') return refuseUnknownMembers(deps, body.members, '/body/body/members');
  return kind === 'exceptions' ? refuseUnknownMembers(deps, body.exceptions, '/body/body/exceptions') : undefined;
};

/**
 * Returns the version that applies again after the last day of an adoption, and from when; nothing where the adoption has no last day, or another
 * version begins before it.
 */
const judgeSunset = async (
  { policies }: AdoptionDeps,
  { kind, untilDay, endsLater }: Adoption,
  { begins, now, later }: { begins: number; now: number; later: readonly VersionPeriod[] },
) => {
  if (untilDay === undefined) return undefined;
  const from = endOfLocalDay((await bylawsAt(policies, now)).zone, untilDay);
  if (Date.parse(from) <= begins)
    return refuse('ends-before-it-begins', `It begins on ${iso(begins).slice(0, 10)}.`, '/body/untilDay');
  const before = await policies.inForce(policyKindOf(kind), begins, now);
  if (!before) return refuse('nothing-to-return-to', 'No version is in force before it.', '/body/untilDay');
  const isFollowed = !endsLater && later.some((one) => one.from < from);
  return isFollowed ? undefined : { effectiveFrom: from, returnsTo: before.version, body: before.body };
};

/** Refuses a change that could not be adopted now; otherwise returns what its adoption needs. */
export const judgeAdoption = async (deps: AdoptionDeps, adoption: Adoption, now: number) => {
  const { policies } = deps;
  const begins = adoption.effectiveFrom === undefined ? now : Date.parse(adoption.effectiveFrom);
  const judged = await judgeBeginning(deps, adoption, { begins, now });
  if ('refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
  const unknown = await refuseNames(deps, adoption, begins);
  if (unknown) return unknown;
  const added = adoption.kind === 'exceptions' ? await addedExceptions(deps, adoption, now) : [];
  const ended = adoption.kind === 'exceptions' && refuseEnded(added, adoption.body, begins);
  if (ended) return ended;
  const bounds = await refuseOutside(policies, adoption, begins, now);
  if (!('judgedBy' in bounds)) return bounds;
  const effectiveFrom = iso(begins);
  const { last, later } = await policies.adopted(adoption.kind, effectiveFrom);
  if (adoption.follows !== last) return overtaken;
  const undecided = refuseUndecided(adoption, later);
  if (undecided) return undecided;
  const others = await Promise.all(sharesCurrencyWith(adoption.kind).map((kind) => policies.list(kind)));
  const other = otherCurrency({ ...adoption, effectiveFrom }, others.flat());
  if (other) return refuse('other-currency', `Patrons' bills are counted in ${other}.`, '/body/body/currency');
  const ending = later.length > 0 && adoption.endsLater ? { endsLater: true as const } : {};
  const sunset = await judgeSunset(deps, adoption, { begins, now, later });
  if (sunset && 'refused' in sunset) return sunset;
  return { checks: judged.checks, bounds, ending, effectiveFrom, last, sunset, added };
};

type Adopting = {
  adoption: Adoption;
  by: string;
  now: number;
  /** The proposal that was carried, and what is written together with the adoption. */
  carried?: { proposalId: string; beside: readonly Write[] };
};

/** Adopts the next version of a policy by a named decision, or by a ballot. */
export const adoptPolicy = async (
  { ids, ...deps }: AdoptionDeps & { ids: Ids },
  { adoption, by, now, carried }: Adopting,
) => {
  const { policies } = deps;
  const judged = await judgeAdoption(deps, adoption, now);
  if ('refused' in judged) return judged;
  const ungranted = carried ? undefined : await refuseUngranted(deps, judged.added, now);
  if (ungranted) return ungranted;
  const { checks, bounds, ending, effectiveFrom, last, sunset } = judged;
  const { endsLater: _, untilDay, ...proposed } = adoption;
  const proposalId = carried && { proposalId: carried.proposalId };
  const audit = (version: number) => ({
    ...{ subject: `policy:${adoption.kind}`, at: iso(now), auditId: ids.next('audit', now), by, did: 'adopt-policy' },
    detail: {
      version,
      effectiveFrom,
      ...ending,
      decisionReference: adoption.decisionReference,
      ...proposalId,
      ...(sunset && { untilDay }),
    },
  });
  const document = { ...proposed, ...ending, ...bounds, ...proposalId, effectiveFrom, adoptedBy: by };
  const { kind, decisionReference } = adoption;
  const returned = sunset ? [{ kind, decisionReference, ...proposalId, adoptedBy: by, ...sunset }] : [];
  const beside = [...checks, ...(carried?.beside ?? [])];
  const [adopted] = (await policies.adoptTogether([document, ...returned], audit, beside)) ?? [];
  if (adopted) return answer(policySchema.parse(adopted));
  const isBilling = adoption.kind === 'billing';
  return !isBilling || (await policies.adopted(adoption.kind, effectiveFrom)).last !== last
    ? overtaken
    : refuse('period-written', 'The statements of such a month were written just now.');
};
