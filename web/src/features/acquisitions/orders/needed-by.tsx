import { Badge } from '../../../components/badge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Props = { neededBy: string | undefined; comesOn: string | undefined };

/** The day by which a title is needed, marked when it comes later. */
export const NeededBy = ({ neededBy, comesOn }: Props) => {
  const t = useTranslate();
  const { date } = useFormat();
  if (!neededBy) return null;
  if (!comesOn || comesOn <= neededBy)
    return <span className="quiet"> {t('orders.needed-by', { date: date(neededBy) })}</span>;
  return (
    <span role="status">
      {' '}
      <Badge tone="warn" icon="warn">
        {t('orders.too-late')}
      </Badge>{' '}
      {t('orders.too-late-days', { date: date(comesOn), needed: date(neededBy) })}
    </span>
  );
};
