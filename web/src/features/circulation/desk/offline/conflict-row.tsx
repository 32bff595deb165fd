import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../../api/directory.ts';
import { useReasonText } from '../../../../components/use-reason-texts.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import '../../../patrons/shared/hand-over.ts';
import { actsFor, conflictActs } from './conflict-acts.ts';
import type { OfflineScan } from './next-scan.ts';
import { isCard } from './take-over.ts';

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
  const { conflict, kind, item, card, at } = scan;
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
          {card !== undefined && isCard(card) && ` · ${t('offline.for-card', { card })}`}
        </p>
        <ul className="reasons">
          {reasons.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {acts.includes('correct') && <Correct scan={scan} />}
        <p className="row">
          {acts.includes('returnFirst') && (
            <Button onClick={() => void conflictActs.returnFirst(scan)}>{t('offline.return-first')}</Button>
          )}
          {acts.includes('asOfNow') && (
            <Button onClick={() => void conflictActs.asOfNow(scan)}>{t('offline.as-of-now')}</Button>
          )}
          {acts.includes('again') && (
            <Button variant="default" onClick={() => void conflictActs.again(scan)}>
              {t('do.again')}
            </Button>
          )}
          {conflict.accepted && card !== undefined && isCard(card) && (
            <Link to="/patrons" state={{ patronSearch: card }}>
              {t('offline.open-record')}
            </Link>
          )}
          <Button variant="default" onClick={() => void conflictActs.done(scan)}>
            {t(conflict.accepted ? 'offline.done' : 'offline.put-away')}
          </Button>
        </p>
      </div>
    </li>
  );
};
