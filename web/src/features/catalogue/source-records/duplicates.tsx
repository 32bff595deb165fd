import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type DuplicateHolding, type Duplicates, useDuplicates } from '../shared/source-records.ts';

const bases = ['ruled', 'among-own', 'with-others'] as const;

const Figures = ({ figures }: { figures: NonNullable<Duplicates['figures']> }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const { titles, records, surplus, byBasis, possibleDuplicates, atLeast } = figures;
  const rows = [
    [t('duplicates.titles'), titles],
    [t('duplicates.records'), records],
    ...bases.map(
      (basis) => [t('duplicates.of-these', { what: t(`duplicates.basis-${basis}`) }), byBasis[basis] ?? 0] as const,
    ),
    [t('duplicates.surplus'), surplus],
    [t('duplicates.possible-own'), possibleDuplicates.own],
    [t('duplicates.possible-others'), possibleDuplicates.others],
  ] as const;
  return (
    <>
      <ScrollTable name={t('duplicates.title')}>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {atLeast && <p className="notice notice-warn">{t('duplicates.at-least')}</p>}
      <p className="quiet">{t('duplicates.possible-meaning')}</p>
    </>
  );
};

const OneDuplicateHolding = ({
  duplicateHolding: { recordId, title, basis, count, localIds },
}: {
  duplicateHolding: DuplicateHolding;
}) => {
  const t = useTranslate();
  const named = localIds.join(', ');
  const numbers = localIds.length < count ? t('duplicates.and-more', { numbers: named }) : named;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Link to="/record/$recordId/sources" params={{ recordId }}>
            {title ?? recordId}
          </Link>
        </h3>
        <p>{t('duplicates.one', { count, numbers })}</p>
        <p className="quiet">{t(`duplicates.basis-${basis}`)}</p>
      </div>
    </li>
  );
};

/** A library's duplicate records: totals, causes, and the titles with links to their records. */
export const DuplicateFigures = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const [isShown, setShown] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDuplicates(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={160} />;
  const duplicateHoldings = data.pages.flatMap((page) => page.duplicateHoldings);
  const figures = data.pages[0]?.figures;
  return (
    <>
      <p className="quiet">{t('duplicates.meaning')}</p>
      {figures && <Figures figures={figures} />}
      {duplicateHoldings.length === 0 ? (
        <p>{t('duplicates.none')}</p>
      ) : (
        <p>
          <Button size="sm" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {t('duplicates.show')}
          </Button>
        </p>
      )}
      {isShown && (
        <ul className="rows">
          {duplicateHoldings.map((duplicateHolding) => (
            <OneDuplicateHolding key={duplicateHolding.recordId} duplicateHolding={duplicateHolding} />
          ))}
        </ul>
      )}
      {isShown && <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />}
    </>
  );
};
