import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** The payout requests that wait for an approver; each links to its member's account. Hidden when there are none. */
export const OpenPayouts = () => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const { data } = useQuery({
    queryKey: ['payouts-asked'],
    queryFn: () => take(api.GET('/v1/finance/payouts', {})),
  });
  if (!data || data.payouts.length === 0) return null;
  return (
    <section aria-labelledby="payouts-asked" className="stack">
      <h2 id="payouts-asked">{t('accounts.payouts-title')}</h2>
      <ul className="stack">
        {data.payouts.map(({ payoutId, memberId, amount, currency, reference }) => (
          <li key={payoutId}>
            <Link to="/accounts/$memberId" params={{ memberId }}>
              {memberName(memberId)}: {money(amount, currency)} ({reference})
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
