import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import { costsOf } from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Terms } from '../messages/message.ts';

type RetryInfo = NonNullable<MessageOf<'supplyingAgencyMessage'>['retryInfo']>;

/** Writes codes as elements; undefined without any. */
export const codes = (values: string[] | undefined) => values?.map((value) => ({ value }));

/** Writes a supplier's terms; the same in an offer and in every status report of it. */
export const retryInfoOf = (terms: Terms): RetryInfo =>
  withoutUndefinedAs<RetryInfo>({
    loanCondition: codes(terms.conditions),
    edition: terms.editions,
    itemFormat: codes(terms.formats),
    volume: terms.volumes,
    serviceType: terms.service && ({ loan: 'Loan', copy: 'Copy' } as const)[terms.service],
    offeredCosts: terms.cost && [costsOf(terms.cost)],
    retryBefore: terms.retryBefore,
    retryAfter: terms.retryAfter,
  });
