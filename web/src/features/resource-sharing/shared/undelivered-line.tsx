import { useTranslate } from '../../../i18n/translate.ts';
import type { Row } from './requests.ts';

/** Why a message has not reached the partner; nothing when all have. */
export const UndeliveredLine = ({ row: { undelivered } }: { row: Pick<Row, 'undelivered'> }) => {
  const t = useTranslate();
  if (!undelivered) return null;
  return (
    <p className="bad">
      {t('loans.undelivered')} <span lang="en">{undelivered.error}</span>
    </p>
  );
};
