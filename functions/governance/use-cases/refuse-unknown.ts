import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { inForce } from '../../../layers/records/policies/domain/document.ts';
import type { LoanRules } from '../../../layers/records/policies/domain/loan-rules.ts';
import { patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import type { AdoptionDeps } from '../deps.ts';
import { unknownNames } from '../domain/unknown-names.ts';

type Deps = Pick<AdoptionDeps, 'directory' | 'policies' | 'exists'>;

/** How many unknown names a refusal lists. */
const LISTED = 5;

/**
 * Refuses loan rules that name members, branches, categories, places of residence or item types which do not exist. `at` is the JSON pointer
 * of the rules in the request.
 */
export const refuseUnknown = async (
  { directory, policies, exists }: Deps,
  body: LoanRules,
  begins: number,
  at: string,
) => {
  const [members, versions] = await Promise.all([directory(), policies.list(patronsKind, true)]);
  const patrons = inForce(versions, patronsKind, iso(begins))?.body;
  const adopted = Object.keys(patrons?.categories ?? {});
  const categories = patrons && adopted.length > 0 ? [...adopted, patrons.selfRegistration.category] : [];
  const residences = Object.keys(patrons?.residences ?? {});
  const unknown = unknownNames(
    body,
    {
      members: new Set(members.map(({ memberId }) => memberId)),
      branches: new Set(members.flatMap(({ branches }) => branches.map(({ branchId }) => branchId))),
      residences: residences.length > 0 ? new Set(residences) : undefined,
      patronCategories: categories.length > 0 ? new Set(categories) : undefined,
    },
    at,
  );
  // The directory is read from an index, which may lack a branch that was created just now.
  const isThere = await Promise.all(
    unknown.map(({ what, name }) => (what === 'member' || what === 'place') && exists(name)),
  );
  const found = unknown.filter((_, index) => !isThere[index]);
  const [first] = found;
  if (!first) return undefined;
  const listed = found.slice(0, LISTED).map(({ what, name, pointer }) => `${what} ${name} (${pointer})`);
  const more = found.length > LISTED ? ` and ${found.length - LISTED} more` : '';
  return refuse('unknown-name', `There is no ${listed.join(', ')}${more}.`, first.pointer);
};
