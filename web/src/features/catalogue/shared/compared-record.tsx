import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { PossibleDuplicate } from './source-records.ts';

/** One record of a compared pair: its title with a link to its sources, what tells it apart, and its library. */
export const ComparedRecord = ({
  record: { memberId, localId, recordId, title, details },
}: {
  record: PossibleDuplicate['one'];
}) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  return (
    <div>
      <Link to="/record/$recordId/sources" params={{ recordId }}>
        {title}
      </Link>
      <p className="quiet">{details.join(' · ')}</p>
      <p className="quiet">{t('union.source', { member: memberName(memberId), number: localId })}</p>
    </div>
  );
};
