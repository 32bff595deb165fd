import { Badge } from '../../../components/badge.tsx';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Row, Side } from './requests.ts';

/** The name of a state as the staff of a side call it. */
export const useStateWords = (side: Side): ((state: { state: string; label: string }) => string) => {
  const sayOf = useSayOf();
  return ({ state, label }) => sayOf(side === 'requester' ? 'borrow-state' : 'ask-state', state, label);
};

type Seen = Pick<Row, 'status' | 'needsAttention' | 'attention' | 'service' | 'serviceLevel' | 'kind'>;

/** How far a request is, what is wrong with it, and what is special about it; each in a word. */
export const StateBadges = ({ row, side }: { row: Seen; side: Side }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const stateWords = useStateWords(side);
  const { status, needsAttention, attention, service, serviceLevel, kind } = row;
  return (
    <p className="row">
      <Badge tone={needsAttention ? 'mark' : 'plain'} icon={needsAttention ? 'warn' : 'send'}>
        {stateWords(status)}
      </Badge>
      {attention && <Badge tone="bad">{sayOf('attention', attention)}</Badge>}
      {service !== 'loan' && (
        <Badge tone="plain">{say(service === 'copy' ? 'loans.copy' : 'loans.copy-or-loan')}</Badge>
      )}
      {serviceLevel !== 'normal' && <Badge tone="mark">{sayOf('level', serviceLevel)}</Badge>}
      {kind !== 'consortium-loan' && <Badge tone="plain">{say('loans.outside')}</Badge>}
    </p>
  );
};
