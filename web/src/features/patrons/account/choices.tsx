import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { api, take } from '../../../api/client.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AccountPart } from './part.tsx';

const ChoicesForm = lazyComponent(() => import('../shared/choices-form.tsx'), 'ChoicesForm');

const queryKey = ['choices'];

/** The patron's preferences for notices: types, channels and language. */
export const Choices = () => {
  const t = useTranslate();
  const query = useQuery({ queryKey, queryFn: () => take(api.GET('/v1/notices/mine/choices')) });
  return (
    <AccountPart id="choices" title={t('account.choices')} query={query}>
      {query.data && (
        <Suspense>
          <ChoicesForm
            saved={query.data}
            queryKey={queryKey}
            send={(body) => take(api.PUT('/v1/notices/mine/choices', { body }))}
          />
        </Suspense>
      )}
    </AccountPart>
  );
};
