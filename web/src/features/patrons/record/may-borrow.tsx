import { codeName } from '../../../components/code-name.ts';
import { Panel } from '../../../components/panel.tsx';
import { Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { usePatronView } from '../../circulation/desk/use-patron-view.ts';
import type { Tab } from './parts.ts';
import type { Patron } from './use-record.ts';

type LimitProps = { name: string; has: number; most: number; shown?: [has: string, most: string]; isMoney?: boolean };

const Limit = ({ name, has, most, shown = [String(has), String(most)], isMoney = false }: LimitProps) => {
  const t = useTranslate();
  const share = most === 0 ? (has > 0 ? 1 : 0) : Math.min(1, Math.max(0, has / most));
  return (
    <li className="limit">
      <span>{name}</span>
      <span>{t('patron.of', { has: shown[0], most: shown[1] })}</span>
      <span className={isMoney || share >= 1 ? 'limit-bar limit-warn' : 'limit-bar'} aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </li>
  );
};

/** The consortium's limits with what the patron has of each, the next holds and what is owed. */
export const MayBorrow = ({
  patron,
  branchId,
  openTab,
}: {
  patron: Patron;
  branchId: string;
  openTab: (tab: Tab) => void;
}) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const { data } = usePatronView({ patronId: patron.patronId, branchId });
  if (!data) return <Waiting rows={2} height={140} />;
  const { limits, holds, bills, accrued } = data;
  return (
    <div className="record-side">
      {limits && (
        <Panel title={t('desk.may-borrow')} flush>
          <ul>
            <Limit name={t('patron.tab-loans')} {...limits.loans} />
            {limits.groups.map(({ group, ...limit }) => (
              <Limit key={group} name={textOf('loan-group', group, codeName(group))} {...limit} />
            ))}
            <Limit name={t('patron.tab-holds')} {...limits.holds} />
            <Limit
              name={t('patron.owed')}
              has={limits.owed.has}
              most={limits.owed.most}
              shown={[money(limits.owed.has, limits.owed.currency), money(limits.owed.most, limits.owed.currency)]}
              isMoney={limits.owed.has > 0}
            />
          </ul>
        </Panel>
      )}
      {holds.length > 0 && (
        <Panel
          title={t('patron.tab-holds')}
          action={
            <button type="button" className="text-button" onClick={() => openTab('holds')}>
              {t('patron.all-holds')}
            </button>
          }
          flush
        >
          <ul className="side-rows">
            {holds.slice(0, 5).map(({ holdId, title, recordId, shelfExpiresAt, state, place }) => (
              <li key={holdId}>
                <strong>{title ?? (recordId || t('patron.title-hidden'))}</strong>
                <span className={shelfExpiresAt ? 'good' : 'quiet'}>
                  {shelfExpiresAt
                    ? t('patron.ready-to', { date: date(shelfExpiresAt) })
                    : place === undefined
                      ? textOf('hold-at-desk', state)
                      : t('patron.place', { place })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {bills.length > 0 && (
        <Panel
          title={t('patron.tab-bills')}
          action={
            <button type="button" className="text-button" onClick={() => openTab('bills')}>
              {t('patron.take-payment')}
            </button>
          }
          flush
        >
          <ul className="side-rows">
            {bills.slice(0, 5).map(({ billId, kind, title, open, currency }) => (
              <li key={billId}>
                <strong>{title ?? textOf('bill-kind', kind)}</strong>
                <span className="figures">{money(open, currency)}</span>
              </li>
            ))}
            {accrued.map(({ amount, currency }) => (
              <li key={currency} className="quiet">
                <span>{t('patron.running')}</span>
                <span className="figures">+ {money(amount, currency)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
};
