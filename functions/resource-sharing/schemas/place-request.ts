import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { ruled } from '../../circulation/public/ruled-decision.ts';
import { borrowerCodes } from '../domain/requests/borrower-codes.ts';
import { requestInputRefusals, sourceRefusals } from './loan-request-input.ts';
import { requestRefusals } from './requests.ts';

/** The reasons for which a request is not placed. */
export const placeRefusals = {
  ...requestRefusals,
  ...requestInputRefusals,
  ...sourceRefusals,
  'patron-missing': { status: 422, meaning: 'Staff must say for which patron; a patron asks for himself only.' },
  'unknown-patron': { status: 404, meaning: 'There is no such card or patron.' },
  'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
  'citation-incomplete': {
    status: 422,
    meaning: 'The citation has too few details to search for it; `errors` names the fields.',
  },
  'already-requested': { status: 409, meaning: 'The patron has an open hold or request for this.' },
  'already-lent-to-patron': { status: 409, meaning: 'The patron has a copy of this record.' },
  ...ruled(borrowerCodes),
} as const satisfies Record<string, Refusal>;
/** The code of such a reason. */
export type PlaceCode = keyof typeof placeRefusals;
