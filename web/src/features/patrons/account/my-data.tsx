import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { download } from '../../../components/download.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

const Export = () => {
  const t = useTranslate();
  const fetchAll = useMutation({
    mutationFn: () => take(api.GET('/v1/patrons/me/export')),
    onSuccess: (all) => download('my-data.json', JSON.stringify(all, undefined, 2), 'application/json'),
  });
  return (
    <>
      <p className="quiet">{t('my-data.export-meaning')}</p>
      <div>
        <Button variant="default" loading={fetchAll.isPending} onClick={() => fetchAll.mutate()}>
          {t('my-data.export')}
        </Button>
      </div>
      {fetchAll.error && <FailedNotice thrown={fetchAll.error} />}
    </>
  );
};

const Erasure = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const erase = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/me/erasure')),
    onSettled: () => {
      setIsAsked(false);
      return client.invalidateQueries({ queryKey: ['profile'] });
    },
  });
  if (erase.data) {
    const reasons = erase.data.state === 'deferred' ? [...new Set(erase.data.reasons.map(({ code }) => code))] : [];
    return (
      <div className="notice notice-warn" role="status">
        <div>
          <p>{t(erase.data.state === 'erasing' ? 'my-data.erasing' : 'my-data.erase-deferred')}</p>
          <ul>
            {reasons.map((code) => (
              <li key={code}>{textOf('my-data-waits', code)}</li>
            ))}
          </ul>
        </div>
      </div>
    );
  }
  return (
    <>
      <p className="quiet">{t('my-data.erase-meaning')}</p>
      {isAsked ? (
        <Question
          yes={t('my-data.erase-yes')}
          isPending={erase.isPending}
          go={() => erase.mutate()}
          away={() => setIsAsked(false)}
        >
          <p>{t('my-data.erase-sure')}</p>
        </Question>
      ) : (
        <div>
          <Button variant="default" onClick={() => setIsAsked(true)}>
            {t('my-data.erase')}
          </Button>
        </div>
      )}
      {erase.error && <FailedNotice thrown={erase.error} />}
    </>
  );
};

/** The patron's rights to the own data: to take all of it along, and to be erased. */
export const MyData = () => {
  const t = useTranslate();
  return (
    <section id="my-data" aria-labelledby="my-data-title" className="account-part" tabIndex={-1}>
      <div className="part-head">
        <h2 id="my-data-title">{t('account.my-data')}</h2>
      </div>
      <Export />
      <Erasure />
    </section>
  );
};
