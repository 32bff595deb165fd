import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { OneAct } from './one-act.tsx';
import { OneBatch } from './one-batch.tsx';
import { ReasonForm } from './reason-form.tsx';
import { type Decision, type Entry, type Names, useHistory } from './source-records.ts';

type Changed = Extract<Entry, { kind: 'edit' | 'load' }>;

type DecisionGiven = { recordId: string; decision: Decision; staff: Names };

const OneDecision = ({ recordId, decision, staff }: DecisionGiven) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const [isUndoing, setUndoing] = useState(false);
  const { decisionId, did, at, by, reason, because, undone } = decision;
  const names = (side: Decision['one']): string =>
    side.map(({ memberId, sourceId }) => `${memberName(memberId)} ${sourceId.slice(memberId.length + 1)}`).join(', ');
  const [one, two] = [names(decision.one), names(decision.two)];
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{t(`union.did-${did}`, { one, two })}</h3>
        <p>{reason}</p>
        {because.length > 0 && (
          <p className="quiet">
            {t('union.because')} <span lang="en">{because.join('; ')}</span>
          </p>
        )}
        <p className="quiet">{t('union.by', { id: staffName(by, staff), date: time(at) })}</p>
        {undone && (
          <p>
            <Badge tone="warn">{t('union.undone')}</Badge> {undone.reason}{' '}
            <span className="quiet">{t('union.by', { id: staffName(undone.by, staff), date: time(undone.at) })}</span>
          </p>
        )}
        {!undone && !isUndoing && (
          <p>
            <Button size="sm" variant="default" onClick={() => setUndoing(true)}>
              {t('union.undo')}
            </Button>
          </p>
        )}
        {isUndoing && (
          <ReasonForm
            recordId={recordId}
            act={t('union.undo')}
            done={t('union.undo-done')}
            what={{ undo: decisionId }}
            away={() => setUndoing(false)}
          />
        )}
      </div>
    </li>
  );
};

/** The changed fields; old values are struck through. */
const Fields = ({ fields }: { fields: Changed['fields'] }) => (
  <ul className="quiet">
    {fields.map(({ tag, before, after }) => (
      <li key={tag}>
        <strong>{tag}</strong>{' '}
        {before.map((line) => (
          <del key={line}>{line} </del>
        ))}
        {after.map((line) => (
          <ins key={line}>{line} </ins>
        ))}
      </li>
    ))}
  </ul>
);

/** An edit of a member's record, or an import of it. */
const OneChange = ({ entry, staff }: { entry: Changed; staff: Names }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const { kind, memberId, sourceId, at, by, fields } = entry;
  const name = t('union.source', { member: memberName(memberId), number: sourceId.slice(memberId.length + 1) });
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{t(`union.did-${kind}`, { name })}</h3>
        {kind === 'edit' ? <p>{entry.reason}</p> : entry.fileName && <p className="quiet">{entry.fileName}</p>}
        {kind === 'load' && entry.preserved.length > 0 && (
          <p>{t('union.preserved', { tags: entry.preserved.join(', ') })}</p>
        )}
        {kind === 'load' && entry.lost.length > 0 && <p>{t('union.lost', { tags: entry.lost.join(', ') })}</p>}
        {fields.length > 0 && <Fields fields={fields} />}
        <p className="quiet">{by ? t('union.by', { id: staffName(by, staff), date: time(at) }) : time(at)}</p>
      </div>
    </li>
  );
};

type HistoryGiven = {
  recordId: string;
  /** Selects the entries to show; all by default. */
  about?: (entry: Entry) => boolean;
  /** The text when there is no entry. */
  none?: string;
};

/** The history of the record: who merged, split, edited, hid or imported it, when and why, with the option to undo a decision. */
export const History = ({ recordId, about = () => true, none }: HistoryGiven) => {
  const t = useTranslate();
  const { data, error, refetch } = useHistory(recordId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={80} />;
  const entries = data.entries.filter(about);
  if (entries.length === 0) return <p>{none ?? t('union.no-history')}</p>;
  const staff = data.names;
  return (
    <ul className="rows">
      {entries.map((entry, i) => {
        if (entry.kind === 'decision') {
          const { decision } = entry;
          return <OneDecision key={decision.decisionId} {...{ recordId, decision, staff }} />;
        }
        // Items hidden together have the same timestamp, so the key includes their position in the list.
        const key = `${entry.kind} ${entry.sourceId} ${entry.at} ${i}`;
        if (entry.kind === 'edit' || entry.kind === 'load') return <OneChange key={key} {...{ entry, staff }} />;
        if (entry.kind === 'batch') return <OneBatch key={key} {...{ entry, staff }} />;
        return <OneAct key={key} {...{ entry, staff }} />;
      })}
    </ul>
  );
};
