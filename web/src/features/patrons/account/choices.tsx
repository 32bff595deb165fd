import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ChoicesForm } from '../shared/choices-form.tsx';
import { AccountPart } from './part.tsx';

const queryKey = ['choices'];

/** The patron's preferences for notices: types, channels and language. */
export const Choices = () => {
  const t = useTranslate();
  const query = useQuery({ queryKey, queryFn: () => take(api.GET('/v1/notices/mine/choices')) });
  return (
    <AccountPart id="choices" title={t('account.choices')} query={query}>
      {query.data && (
        <ChoicesForm
          saved={query.data}
          queryKey={queryKey}
          send={(body) => take(api.PUT('/v1/notices/mine/choices', { body }))}
        />
      )}
    </AccountPart>
  );
};
