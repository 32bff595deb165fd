import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { daysUntil } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** What the patron has to do, in one sentence: loans, those that are due, and holds that are ready. */
export const MySummary = () => {
  const t = useTranslate();
  const loans = useQuery({ queryKey: ['loans'], queryFn: () => take(api.GET('/v1/circulation/my/loans')) }).data?.loans;
  const holds = useQuery({ queryKey: ['holds'], queryFn: () => take(api.GET('/v1/circulation/my/holds')) }).data?.holds;
  if (!loans || !holds) return <p className="home-mine" aria-busy="true" />;
  const days = loans.map(({ due }) => daysUntil(due));
  const parts = [
    t('home.my-loans', { count: loans.length }),
    ...[
      { key: 'home.my-late' as const, count: days.filter((day) => day < 0).length },
      { key: 'home.my-due' as const, count: days.filter((day) => day === 0).length },
      {
        key: 'home.my-ready' as const,
        count: holds.filter(({ shelfExpiresAt }) => shelfExpiresAt !== undefined).length,
      },
    ].flatMap(({ key, count }) => (count > 0 ? [t(key, { count })] : [])),
  ];
  return (
    <p className="home-mine">
      <strong>{parts.join(', ')}.</strong> <Link to="/account">{t('nav.account')}</Link>
    </p>
  );
};
