import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../../api/directory.ts';
import { useReasonText } from '../../../../components/use-reason-texts.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import '../../../patrons/shared/hand-over.ts';
import { actsFor, conflictActs } from './conflict-acts.ts';
import { cardOf, type OfflineScan } from './next-scan.ts';
import { Override } from './override.tsx';

/** The numbers of a scan that nothing has, to be corrected. */
const Correct = ({ scan }: { scan: OfflineScan }) => {
  const t = useTranslate();
  const [item, setItem] = useState(scan.item);
  const [card, setCard] = useState(scan.card);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void conflictActs.correct(scan, { item: item.trim(), card: card?.trim() });
      }}
    >
      <TextInput label={t('offline.item')} value={item} onChange={(event) => setItem(event.currentTarget.value)} />
      {card !== undefined && (
        <TextInput label={t('offline.card')} value={card} onChange={(event) => setCard(event.currentTarget.value)} />
      )}
      <Button type="submit">{t('offline.correct')}</Button>
    </form>
  );
};

/** One scan that needs a person: what happened, what to do, and the acts for it. */
export const ConflictRow = ({ scan }: { scan: OfflineScan }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const reasonText = useReasonText();
  const { branchName } = useDirectory();
  const { time } = useFormat();
  const { conflict, kind, item, at } = scan;
  const card = cardOf(scan);
  const [failed, setFailed] = useState(false);
  const act = (done: Promise<void>): void => {
    setFailed(false);
    done.catch(() => setFailed(true));
  };
  if (!conflict) return null;
  const acts = actsFor(scan);
  const reasons = conflict.reasons.map((reason) =>
    conflict.accepted
      ? textOf('offline-why', reason.code, t('offline-why.other'), { branch: branchName(String(reason.params.branch)) })
      : reasonText(reason),
  );
  return (
    <li className={conflict.accepted ? 'scan scan-away' : 'scan scan-refused'}>
      <div>
        <p className="scan-title">
          {textOf('desk-mode', kind)} <span className="barcode">{item}</span>
        </p>
        <p className="scan-outcome">
          {t(conflict.accepted ? (kind === 'in' ? 'offline.returned' : 'offline.accepted') : 'offline.refused')} ·{' '}
          {time(at)}
          {card !== undefined && ` · ${t('offline.for-card', { card })}`}
        </p>
        <ul className="reasons">
          {reasons.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {failed && <p role="alert">{t('offline.not-stored')}</p>}
        {acts.includes('correct') && <Correct scan={scan} />}
        {!conflict.accepted && kind !== 'use' && <Override scan={scan} act={act} />}
        <p className="row">
          {acts.includes('returnFirst') && (
            <Button onClick={() => act(conflictActs.returnFirst(scan))}>{t('offline.return-first')}</Button>
          )}
          {acts.includes('asOfNow') && (
            <Button onClick={() => act(conflictActs.asOfNow(scan))}>{t('offline.as-of-now')}</Button>
          )}
          {acts.includes('again') && (
            <Button variant="default" onClick={() => act(conflictActs.again(scan))}>
              {t('do.again')}
            </Button>
          )}
          {conflict.accepted && card !== undefined && (
            <Link to="/patrons" state={{ patronSearch: card }}>
              {t('offline.open-record')}
            </Link>
          )}
          <Button variant="default" onClick={() => act(conflictActs.done(scan))}>
            {t(conflict.accepted ? 'offline.done' : 'offline.put-away')}
          </Button>
        </p>
      </div>
    </li>
  );
};
