import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Copy, Periodical } from './counts.ts';

/** Describes why a copy beyond the limit was allowed; a payment with its amount. */
const useDecision = (): ((decided: Copy['decided']) => string) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  return (decided) => {
    if (!decided) return '';
    const { decision, at } = decided;
    const why =
      decision.kind === 'royalty'
        ? t('decision.royalty-of', { amount: money(decision.amount.amount, decision.amount.currency) })
        : t(`decision.${decision.kind === 'decision' ? decision.why : decision.kind}`);
    const reference = decision.kind === 'decision' ? undefined : decision.reference;
    return [why, reference, date(at)].filter(Boolean).join(' · ');
  };
};

const CopyRow = ({ copy, isOwn }: { copy: Copy; isOwn: boolean }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const decision = useDecision();
  const { requestId, requestedOn, partTitle, volume, issue, pages, compliance, state, endedAt, decided } = copy;
  const title = partTitle ?? t('loans.untitled');
  const place = [
    volume && t('loans.volume', { volume }),
    issue && t('loans.issue', { issue }),
    pages && t('loans.pages', { pages }),
    copy.date,
  ];
  return (
    <tr>
      <th scope="row">
        {isOwn ? (
          <Link to="/loans/$requestId" params={{ requestId }}>
            {title}
          </Link>
        ) : (
          title
        )}
        <span className="quiet copy-place">{place.filter(Boolean).join(' · ')}</span>
      </th>
      <td>{date(requestedOn)}</td>
      <td>
        {state === 'filled' ? t('copy-state.filled', { date: endedAt ? date(endedAt) : '' }) : t(`copy-state.${state}`)}
      </td>
      <td>{compliance}</td>
      <td>{decision(decided)}</td>
    </tr>
  );
};

type Counted = { one: Periodical; perYear: number | undefined; isOwn: boolean };

const OnePeriodical = ({ one, perYear, isOwn }: Counted) => {
  const t = useTranslate();
  const { number } = useFormat();
  const { periodical, also, title, counted, beyond, copies } = one;
  const numbers = [periodical, ...also].flatMap((key) => (key.startsWith('issn:') ? [key.slice(5)] : []));
  const code = periodical.replace(/^(issn|title):/, '');
  const name = title ?? code;
  const isUsedUp = perYear !== undefined && counted >= perYear;
  return (
    <li>
      <details className="periodical">
        <summary>
          <span className="periodical-name">
            {name}
            {numbers.length > 0 && <span className="quiet"> ISSN {numbers.join(', ')}</span>}
          </span>
          <span className="periodical-counts">
            <span>
              {t('copyright.counted')}: {number(counted)}
              {perYear !== undefined && ` / ${number(perYear)}`}
            </span>
            {isUsedUp && <Badge tone="warn">{t('copyright.used-up')}</Badge>}
            {beyond > 0 && (
              <span>
                {t('copyright.beyond')}: {number(beyond)}
              </span>
            )}
          </span>
        </summary>
        <ScrollTable name={t('copyright.copies-of', { title: name })}>
          <thead>
            <tr>
              {(['article', 'asked', 'state', 'stated', 'let-through'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`copyright.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => (
              <CopyRow key={copy.requestId} copy={copy} isOwn={isOwn} />
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </li>
  );
};

type List = { periodicals: readonly Periodical[]; perYear: number | undefined; isOwn: boolean };

/** Each periodical with the copies counted and the limit; expands to the copies and their outcomes. */
export const Periodicals = ({ periodicals, perYear, isOwn }: List) => (
  <ul className="rows">
    {periodicals.map((one) => (
      <OnePeriodical key={one.periodical} one={one} perYear={perYear} isOwn={isOwn} />
    ))}
  </ul>
);
