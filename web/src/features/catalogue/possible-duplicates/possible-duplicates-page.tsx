import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ComparedRecord } from '../shared/compared-record.tsx';
import { MemberPage } from '../shared/member-page.tsx';
import { ReasonForm } from '../shared/reason-form.tsx';
import { type PossibleDuplicate, usePossibleDuplicates } from '../shared/source-records.ts';
import { DuplicateFigures } from '../source-records/duplicates.tsx';

const route = getRouteApi('/possible-duplicates');

const OnePair = ({ possibleDuplicate: { one, two, score, because } }: { possibleDuplicate: PossibleDuplicate }) => {
  const t = useTranslate();
  const { percent } = useFormat();
  const [act, setAct] = useState<'merge' | 'apart'>();
  const away = (): void => setAct(undefined);
  return (
    <li className="row-card">
      <div className="row-body">
        <ComparedRecord record={one} />
        <ComparedRecord record={two} />
        <p>
          {t('possible-duplicates.score', { percent: percent(score) })} <span lang="en">{because.join('; ')}</span>
        </p>
        {act === undefined && (
          <p className="row">
            <Button size="sm" onClick={() => setAct('merge')}>
              {t('union.merge')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setAct('apart')}>
              {t('possible-duplicates.apart')}
            </Button>
          </p>
        )}
        {act === 'merge' && (
          <ReasonForm
            recordId={one.recordId}
            act={t('union.merge')}
            done={t('union.merge-done')}
            what={{ with: two.recordId }}
            away={away}
          />
        )}
        {act === 'apart' && (
          <ReasonForm
            recordId={one.recordId}
            act={t('possible-duplicates.apart')}
            done={t('possible-duplicates.apart-done')}
            what={{ from: two.recordId }}
            away={away}
          />
        )}
      </div>
    </li>
  );
};

const List = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePossibleDuplicates(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={120} />;
  const possibleDuplicates = data.pages.flatMap((page) => page.possibleDuplicates);
  return (
    <>
      {possibleDuplicates.length === 0 && !hasNextPage ? (
        <Empty title={t('possible-duplicates.none')} />
      ) : (
        <ul className="rows">
          {possibleDuplicates.map((possibleDuplicate) => (
            <OnePair
              key={`${possibleDuplicate.one.sourceId} ${possibleDuplicate.two.sourceId}`}
              possibleDuplicate={possibleDuplicate}
            />
          ))}
        </ul>
      )}
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

/** The page of record pairs that the matcher could not decide: a cataloguer merges them or keeps them apart. */
export const PossibleDuplicatesPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('possible-duplicates.title')}
      meaning={t('possible-duplicates.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/possible-duplicates', search: { member } })}
    >
      {(memberId) => (
        <div key={memberId} className="stack">
          <section aria-labelledby="duplicates" className="stack">
            <h2 id="duplicates">{t('duplicates.title')}</h2>
            <DuplicateFigures memberId={memberId} />
          </section>
          <section aria-labelledby="pairs" className="stack">
            <h2 id="pairs">{t('duplicates.pairs')}</h2>
            <p className="quiet">{t('duplicates.pairs-meaning')}</p>
            <List memberId={memberId} />
          </section>
        </div>
      )}
    </MemberPage>
  );
};
