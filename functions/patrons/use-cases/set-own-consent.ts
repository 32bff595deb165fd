import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { patronEdits } from '../data/patron-edits.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { type Consent, withConsent } from '../domain/access/openness.ts';
import type { PatronChange } from '../domain/record/change.ts';

type Deps = Pick<PatronsStores, 'patrons'> & { edits: ReturnType<typeof patronEdits> };
type Input = {
  patronId: string;
  consent: Consent;
  change: (detail: PatronChange['detail']) => PatronChange;
  keep: Keep<{ consents: Consent[] }>;
};

/** Sets or withdraws a patron's consent for one other member. */
export const setOwnConsent = async ({ patrons, edits }: Deps, { patronId, consent, change, keep }: Input) => {
  const status = await patrons.status(patronId, { strong: true });
  if (!status) return refuse('gone', 'This patron is no longer here.');
  const consents = withConsent(status.consents ?? [], consent);
  const detail = { memberId: consent.memberId, open: String(consent.open), titles: String(consent.titles) };
  return (await edits.saveConsents(status, consents, change(detail), keep({ consents })))
    ? answer({ consents })
    : refuse('changed-meanwhile', 'Say it again.');
};
