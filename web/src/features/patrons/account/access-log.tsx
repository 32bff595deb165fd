import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Empty } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AccountPart } from './part.tsx';

/** The log of desks of other libraries that viewed the patron's record, with times. */
export const AccessLog = () => {
  const t = useTranslate();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  const query = useQuery({ queryKey: ['looks'], queryFn: () => take(api.GET('/v1/patrons/me/looks')) });
  const looks = query.data?.looks ?? [];
  return (
    <AccountPart id="looks" title={t('account.looks')} query={query}>
      <p className="quiet">{t('look.meaning')}</p>
      {looks.length === 0 && <Empty title={t('look.none')} />}
      <ul className="plain-rows">
        {looks.map(({ at, branchId }) => (
          <li key={`${at}${branchId}`}>
            {time(at)} · {branchName(branchId)}
          </li>
        ))}
      </ul>
    </AccountPart>
  );
};
