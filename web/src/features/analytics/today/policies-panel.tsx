import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The pages of the policies that have one. */
const PAGES = {
  'loan-rules': '/loan-rules',
  blocks: '/limits',
  fees: '/fees',
  holds: '/hold-rules',
  notices: '/notice-rules',
  patrons: '/patron-rules',
  'resource-sharing': '/sharing-rules',
  targeting: '/targeting-rules',
  movement: '/movement-rules',
  floors: '/rule-bounds',
  exceptions: '/exceptions',
  'union-record': '/union-rules',
  matching: '/match-rules',
  headings: '/shown-headings',
  billing: '/billing-rules',
  attribution: '/attribution',
  'free-tier': '/free-tier',
  'copy-targets': '/copy-targets',
} as const;
/** Returns the page of a kind of policy. */
export const pageOf = (kind: string) => Object.entries(PAGES).find(([name]) => name === kind)?.[1];

const Name = ({ kind }: { kind: string }) => {
  const textOf = useTextOf();
  const page = pageOf(kind);
  const name = textOf('today.policy', kind);
  return page ? (
    <Link to={page} className="today-title">
      {name}
    </Link>
  ) : (
    <strong>{name}</strong>
  );
};

/** The adopted policies that are not in force yet. */
export const PoliciesPanel = ({ policies }: { policies: NonNullable<Today['policies']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="policies"
      title={t('today.policies')}
      count={policies.length}
      isEmpty={policies.length === 0}
      empty={t('today.policies-none')}
    >
      <ul className="today-rows">
        {policies.map(({ kind, version, from }) => (
          <li key={`${kind} ${version}`} className="today-row">
            <div>
              <Name kind={kind} />
              <p className="today-under">{t('today.version', { version })}</p>
            </div>
            <span className="today-end">{t('today.from', { day: date(from) })}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
