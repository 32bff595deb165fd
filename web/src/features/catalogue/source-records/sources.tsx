import { Checkbox, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ReasonForm } from '../shared/reason-form.tsx';
import { recordIdIn, type Source, type Union } from '../shared/source-records.ts';
import { WorkForm } from './work-form.tsx';

type Choice = { source: Source; isChosen: boolean; choose: (isChosen: boolean) => void; isAlone: boolean };

const OneSource = ({ source: { sourceId, memberId, localId, because }, isChosen, choose, isAlone }: Choice) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const who = useWho();
  const [isRuling, setRuling] = useState(false);
  const name = t('union.source', { member: memberName(memberId), number: localId });
  return (
    <li className="row-card">
      <div className="row-body">
        {isAlone ? (
          <p className="row-title">{name}</p>
        ) : (
          <Checkbox label={name} checked={isChosen} onChange={({ currentTarget }) => choose(currentTarget.checked)} />
        )}
        {/* The matcher's explanations are texts of the API. */}
        <p className="quiet">{because.length > 0 ? <span lang="en">{because.join('; ')}</span> : t('union.first')}</p>
        {holdsAt(who, memberId, 'cataloguer') && (
          <p className="row">
            <Link to="/edit/$sourceId" params={{ sourceId }}>
              {t('edit.open', { name })}
            </Link>
            <Link to="/visibility/$sourceId" params={{ sourceId }}>
              {t('visibility.open', { name })}
            </Link>
            <Link to="/new-item" search={{ source: sourceId }}>
              {t('new-item.add-to', { name })}
            </Link>
            {!isRuling && (
              <button
                type="button"
                className="text-button"
                aria-label={t('work.open-of', { name })}
                onClick={() => setRuling(true)}
              >
                {t('work.open')}
              </button>
            )}
          </p>
        )}
        {isRuling && <WorkForm sourceId={sourceId} memberId={memberId} away={() => setRuling(false)} />}
      </div>
    </li>
  );
};

/** The contribution of each member and the reason for its match; selected records can be split off. */
export const Sources = ({ union: { recordId, sources } }: { union: Union }) => {
  const t = useTranslate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const leaving = sources.map(({ sourceId }) => sourceId).filter((id) => chosen.includes(id));
  const choose = (id: string) => (isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  const isWhole = leaving.length === sources.length;
  return (
    <>
      <ul className="rows">
        {sources.map((source) => (
          <OneSource
            key={source.sourceId}
            source={source}
            isChosen={chosen.includes(source.sourceId)}
            choose={choose(source.sourceId)}
            isAlone={sources.length === 1}
          />
        ))}
      </ul>
      {isWhole && <p className="notice notice-warn">{t('problem.nothing-left')}</p>}
      {leaving.length > 0 && !isWhole && (
        <ReasonForm
          recordId={recordId}
          act={t('union.split')}
          done={t('union.split-done')}
          what={{ leaving }}
          away={() => setChosen([])}
        >
          <p>{t('union.split-meaning', { count: leaving.length })}</p>
        </ReasonForm>
      )}
    </>
  );
};

/** The form to merge with another record, by its address or id. */
export const MergeForm = ({ recordId }: { recordId: string }) => {
  const t = useTranslate();
  const [other, setOther] = useState('');
  const id = recordIdIn(other);
  return (
    <ReasonForm
      recordId={recordId}
      act={t('union.merge')}
      done={t('union.merge-done')}
      what={id === '' ? undefined : { with: id }}
      away={other === '' ? undefined : () => setOther('')}
    >
      <p className="quiet">{t('union.merge-meaning')}</p>
      <TextInput
        label={t('union.other')}
        description={t('union.other-meaning')}
        value={other}
        onChange={({ currentTarget }) => setOther(currentTarget.value)}
      />
    </ReasonForm>
  );
};
