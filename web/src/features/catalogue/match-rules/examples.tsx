import { useState } from 'react';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { choiceKeys } from './choices.ts';
import { type MatchRules, MOST_FOR_EXAMPLES, useMatchExamples } from './match-preview.ts';
import { PairList } from './pair-list.tsx';

/** Pairs of the consortium's own catalogue, by the choice that decides them. */
export const Examples = ({ rules: entered }: { rules: MatchRules }) => {
  const t = useTranslate();
  // As the page was opened: what is entered does not change which choice decides.
  const [rules] = useState(entered);
  const { data, error, refetch } = useMatchExamples(rules);
  const without = choiceKeys.filter((choice) => !data?.some(({ decides }) => decides[0] === choice));
  return (
    <section aria-labelledby="match-examples" className="stack">
      <h2 id="match-examples">{t('match-rules.examples')}</h2>
      <p className="quiet">{t('match-rules.examples-meaning')}</p>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={80} />}
      {choiceKeys.map((choice) => {
        const pairs = (data ?? []).filter(({ decides }) => decides[0] === choice);
        if (pairs.length === 0) return null;
        return (
          <details key={choice}>
            <summary>
              {t('match-rules.examples-of', { choice: t(`match-rules.${choice}`), count: pairs.length })}
            </summary>
            <PairList label={t(`match-rules.${choice}`)} pairs={pairs} />
          </details>
        );
      })}
      {data && without.length > 0 && (
        <p className="quiet">
          {t('match-rules.no-examples', {
            titles: MOST_FOR_EXAMPLES,
            choices: without.map((choice) => t(`match-rules.${choice}`)).join(', '),
          })}
        </p>
      )}
    </section>
  );
};
