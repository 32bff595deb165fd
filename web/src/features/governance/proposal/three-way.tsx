import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { ShownProposal } from '../shared/voting.ts';
import { placeName, valueText } from './place-name.ts';

type ReBase = NonNullable<NonNullable<ShownProposal['text']['change']>['reBase']>;

/** Shows what changed since a text was written: each value in the version that it follows, in the last version, and as proposed. */
export const ThreeWay = ({ reBase: { version, values, conflicts }, follows }: { reBase: ReBase; follows: number }) => {
  const t = useTranslate();
  const text = (json: string | undefined) => (json === undefined ? t('policy.none') : valueText(json));
  return (
    <section aria-labelledby="three-way" className="stack">
      <h3 id="three-way">{t('three-way.title')}</h3>
      <p>{t('three-way.meaning', { version })}</p>
      {conflicts.length > 0 && (
        <p className="notice notice-warn" role="status">
          {t('three-way.conflicts', { places: conflicts.map(placeName).join(', ') })}
        </p>
      )}
      <ScrollTable name={t('three-way.title')}>
        <thead>
          <tr>
            <th scope="col">{t('proposal.value')}</th>
            <th scope="col">{t('three-way.base', { version: follows })}</th>
            <th scope="col">{t('three-way.current', { version })}</th>
            <th scope="col">{t('proposal.proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ at, base, current, proposed, isConflict }) => (
            <tr key={at}>
              <th scope="row">
                {placeName(at)} {isConflict && <Badge tone="bad">{t('three-way.both')}</Badge>}
              </th>
              <td>{text(base)}</td>
              <td>{text(current)}</td>
              <td>{text(proposed)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};
