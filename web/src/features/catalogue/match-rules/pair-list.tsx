import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { RuledPair } from './match-preview.ts';

const Side = ({ of: { memberId, localId, recordId, title, details } }: { of: RuledPair['one'] }) => {
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

type Props = { label: string; pairs: readonly RuledPair[] };

/** A list of pairs of records, each with its verdict before and after and the reasons. */
export const PairList = ({ label, pairs }: Props) => {
  const t = useTranslate();
  return (
    <ul className="rows" aria-label={label}>
      {pairs.map(({ one, two, before, after, because }) => (
        <li key={`${one.sourceId} ${two.sourceId}`} className="row-card">
          <div className="row-body">
            <Side of={one} />
            <Side of={two} />
            <p>
              {before === after
                ? t(`match-rules.verdict-${after}`)
                : t('match-rules.becomes', {
                    before: t(`match-rules.verdict-${before}`),
                    after: t(`match-rules.verdict-${after}`),
                  })}
              {' · '}
              <span lang="en">{because.join('; ')}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
};
