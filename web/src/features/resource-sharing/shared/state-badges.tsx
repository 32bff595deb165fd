import { Badge } from '../../../components/badge.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Row, Side } from './requests.ts';

/** Returns a function that names a state for the staff of a side. */
export const useStateText = (side: Side): ((state: { state: string; label: string }) => string) => {
  const textOf = useTextOf();
  return ({ state, label }) => textOf(side === 'requester' ? 'borrow-state' : 'ask-state', state, label);
};

type Seen = Pick<Row, 'status' | 'needsAttention' | 'attention' | 'service' | 'serviceLevel' | 'kind'>;

/** The state of a request, its problems and its special conditions, as badges. */
export const StateBadges = ({ row, side }: { row: Seen; side: Side }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const stateText = useStateText(side);
  const { status, needsAttention, attention, service, serviceLevel, kind } = row;
  return (
    <p className="row">
      <Badge tone={needsAttention ? 'warn' : 'none'} icon={needsAttention ? 'warn' : 'send'}>
        {stateText(status)}
      </Badge>
      {attention && <Badge tone="bad">{textOf('attention', attention)}</Badge>}
      {service !== 'loan' && <Badge tone="none">{t(service === 'copy' ? 'loans.copy' : 'loans.copy-or-loan')}</Badge>}
      {serviceLevel !== 'normal' && <Badge tone="warn">{textOf('level', serviceLevel)}</Badge>}
      {kind !== 'consortium-loan' && <Badge tone="none">{t('loans.outside')}</Badge>}
    </p>
  );
};
