import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import { Badge } from '../../../components/badge.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { type MessageKey, useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { WhyRefused } from './why.ts';

/** The limits of the consortium behind a reason, by its code. */
const limits = {
  'too-many-loans': { value: 'maxLoans', name: 'limits.max-loans' },
  'owed-over-limit': { value: 'owedLimit', name: 'limits.owed' },
  'outside-offline-days': { value: 'offlineDays', name: 'limits.offline-days' },
} as const;
type LimitCode = keyof typeof limits;

const isLimit = (code: string): code is LimitCode => Object.hasOwn(limits, code);
const ofMovement = 'transit-just-sent';

type Setting = { key: string; name: MessageKey; value: string; by: string; version: number; isExcepted?: boolean };

/** Returns the settings behind the reasons: their values in force, and who decided each. */
const useSettings = ({ reasons, member }: WhyRefused): Setting[] => {
  const t = useTranslate();
  const { money, number, date } = useFormat();
  const { memberName } = useDirectory();
  const currency = useCurrency() ?? 'USD';
  const limited = reasons.map(({ code }) => code).filter(isLimit);
  const isMoved = reasons.some(({ code }) => code === ofMovement);
  const now = new Date().toISOString();
  const blocks = inForceAt(usePolicyVersions('blocks', limited.length > 0).data ?? [], now);
  const movement = inForceAt(usePolicyVersions('movement', isMoved).data ?? [], now);
  const granted = inForceAt(usePolicyVersions('exceptions', limited.length > 0).data ?? [], now);
  const settings = limited.flatMap((code): Setting[] => {
    if (!blocks) return [];
    const { value, name } = limits[code];
    const shownAs = (amount: number) => (value === 'owedLimit' ? money(amount, currency) : number(amount));
    const exception = granted?.body.exceptions.find(
      (one) =>
        one.memberId === member && one.kind === 'blocks' && one.value === value && one.untilDay >= now.slice(0, 10),
    );
    if (granted && exception) {
      const by = t('why.exception', { library: memberName(exception.memberId), day: date(exception.untilDay) });
      return [{ key: code, name, value: shownAs(exception.amount), by, version: granted.version, isExcepted: true }];
    }
    const own = member === undefined ? undefined : blocks.body.members?.[member]?.[value];
    const most = own ?? blocks.body[value];
    if (most === undefined) return [];
    const by = own === undefined || member === undefined ? t('why.consortium') : memberName(member);
    return [{ key: code, name, value: shownAs(most), by, version: blocks.version }];
  });
  if (!movement) return settings;
  const minutes = number(movement.body.minimumTransitMinutes);
  const sent = { key: ofMovement, name: 'movement-rules.minimum' as const, value: minutes, version: movement.version };
  return [...settings, { ...sent, by: t('why.consortium') }];
};

const Settings = ({ settings }: { settings: readonly Setting[] }) => {
  const t = useTranslate();
  return (
    <ScrollTable name={t('why.rules')}>
      <thead>
        <tr>
          <th scope="col">{t('why.value')}</th>
          <th scope="col">{t('why.in-force')}</th>
          <th scope="col">{t('why.decided-by')}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ key, name, value, by, version, isExcepted }) => (
          <tr key={key}>
            <th scope="row">
              <Link to={isExcepted ? '/exceptions' : key === ofMovement ? '/movement-rules' : '/limits'}>
                {t(name)}
              </Link>
            </th>
            <td>{value}</td>
            <td>
              {by}
              <span className="data-second">{t('why.of-version', { version })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** Explains a refusal by its reasons: what each rule is for, its value in force, and who decided it. */
export const WhyRules = ({ ask }: { ask: WhyRefused }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const reasonText = useReasonText();
  const settings = useSettings(ask);
  return (
    <div className="stack">
      <p>
        <Badge tone="bad" icon="no">
          {t('why.refused')}
        </Badge>
      </p>
      <ul className="reasons">
        {ask.reasons.map(({ code, params }) => (
          <li key={code}>
            {code.startsWith('hidden') ? '' : reasonText({ code, pointer: '', params })}{' '}
            <span className="quiet">{textOf('why-refused', code, '')}</span>
          </li>
        ))}
      </ul>
      {settings.length > 0 && <Settings settings={settings} />}
    </div>
  );
};
