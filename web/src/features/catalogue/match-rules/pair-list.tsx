import { useTranslate } from '../../../i18n/translate.ts';
import { ComparedRecord } from '../shared/compared-record.tsx';
import type { RuledPair } from './match-preview.ts';

type Props = { label: string; pairs: readonly RuledPair[] };

/** A list of pairs of records, each with its verdict before and after and the reasons. */
export const PairList = ({ label, pairs }: Props) => {
  const t = useTranslate();
  return (
    <ul className="rows" aria-label={label}>
      {pairs.map(({ one, two, before, after, because }) => (
        <li key={`${one.sourceId} ${two.sourceId}`} className="row-card">
          <div className="row-body">
            <ComparedRecord record={one} />
            <ComparedRecord record={two} />
            <p>
              {before === after
                ? t('match-rules.stays', { verdict: t(`match-rules.verdict-${after}`) })
                : t('match-rules.becomes', {
                    before: t(`match-rules.verdict-${before}`),
                    after: t(`match-rules.verdict-${after}`),
                  })}
            </p>
            <p className="quiet" lang="en">
              {because.join('; ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
};
