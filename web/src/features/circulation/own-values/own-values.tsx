import { hasRole, holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import { Panel } from '../../../components/panel.tsx';
import { inForceAt, type PolicyVersion } from '../../../components/policy-versions.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../loan-rules/loan-rules.css';
import { RuleProposals } from '../loan-rules/rule-proposals.tsx';
import { OwnForm } from './own-form.tsx';
import { commonValue, librariesIn, type OwnBound, type OwnKind, ownNumbers } from './own-kinds.ts';
import { useOwnText } from './use-own-text.ts';

type TableProps = { version: PolicyVersion<OwnKind>; bounds: readonly OwnBound[]; currency: string };

/** The values that libraries may set themselves: that of all libraries, the floor and ceiling, and what libraries set. */
const OwnTable = ({ version, bounds, currency }: TableProps) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { label, text, boundText } = useOwnText(version.kind, currency);
  const libraries = librariesIn(version).filter((one) => Object.keys(ownNumbers(version, one)).length > 0);
  return (
    <ScrollTable name={t('own-values.title')}>
      <thead>
        <tr>
          <th scope="col">{t('own-values.column')}</th>
          <th scope="col">{t('own-values.common')}</th>
          <th scope="col">{t('own-values.bounds')}</th>
          {libraries.map((memberId) => (
            <th key={memberId} scope="col">
              {memberName(memberId)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bounds.map((bound) => (
          <tr key={bound.value}>
            <th scope="row">{label(bound.value)}</th>
            <td>{text(bound.value, commonValue(version, bound.value))}</td>
            <td>{boundText(bound)}</td>
            {libraries.map((memberId) => {
              const is = ownNumbers(version, memberId)[bound.value];
              return <td key={memberId}>{is === undefined ? '–' : text(bound.value, is)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/**
 * What libraries set themselves in a policy, inside floors and ceilings: all staff read it, an administrator of a library proposes a change,
 * and another person adopts it.
 */
export const OwnValues = ({ kind }: { kind: OwnKind }) => {
  const t = useTranslate();
  const who = useWho();
  const { data: versions } = usePolicyVersions(kind, true);
  const { data: floors, error, refetch } = usePolicyVersions('floors', true);
  const counted = useCurrency() ?? 'USD';
  const now = new Date().toISOString();
  const version = inForceAt(versions ?? [], now);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!floors) return <Waiting rows={2} height={48} />;
  if (!version) return null;
  const currency = version.kind === 'fees' ? version.body.currency : counted;
  const bounds = inForceAt(floors, now)?.body.own?.filter((one) => one.kind === kind) ?? [];
  const members =
    who?.kind === 'staff' ? who.grants.flatMap((one) => (one.scope === 'member' ? [one.member] : [])) : [];
  const own = [...new Set(members)].filter((memberId) => holdsAt(who, memberId, 'member-admin'));
  return (
    <>
      <Panel title={t('own-values.title')}>
        {bounds.length === 0 ? (
          <p className="quiet">{t('own-values.closed')}</p>
        ) : (
          <>
            <OwnTable {...{ version, bounds, currency }} />
            {own.map((memberId) => (
              <OwnForm key={`${memberId} ${version.version}`} {...{ memberId, version, bounds, currency }} />
            ))}
          </>
        )}
      </Panel>
      {hasRole(who, 'admin', 'member-admin') && bounds.length > 0 && <RuleProposals {...{ currency, kind }} />}
    </>
  );
};
