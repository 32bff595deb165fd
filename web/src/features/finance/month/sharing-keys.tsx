import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Month } from './month.ts';

type Policy = Answered<'governance-list-policies'>['policies'][number];
type Sharing = Extract<Policy, { kind: 'cost-sharing' }>['body'];
type Key = Pick<Sharing, 'key'> & { of?: string };

/** The stand-by resources, in the order of reports. */
const idleLines = [
  ...['search-domain', 'search-storage', 'table-storage', 'table-backup', 'object-storage', 'log-storage'],
  ...['alarms', 'signing-key', 'firewall', 'secrets', 'queue-polling', 'dashboards'],
] as const;

/** Returns the policy named in a month's report; none where none is adopted. */
const useSharing = (version: string): Sharing | undefined => {
  const { data } = useQuery({
    queryKey: ['policies', 'cost-sharing'],
    queryFn: () => take(api.GET('/v1/governance/policies', { params: { query: { kind: 'cost-sharing' } } })),
    enabled: version !== 'default',
  });
  const found = data?.policies.find((one) => version === `cost-sharing/${one.version}`);
  return found?.kind === 'cost-sharing' ? found.body : undefined;
};

/** The key by which each shared part of the month was allocated: shared use, and each stand-by resource. */
export const SharingKeys = ({ data: { key } }: { data: Month }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const sharing = useSharing(key.version);
  const named = (one: Key): string =>
    one.of === undefined ? textOf('share-key', one.key) : t('keys.by-use', { of: textOf('share-use', one.of) });
  const rest = sharing ? named(sharing) : textOf('share-key', key.name);
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{t('keys.title')}</h2>
      <p className="quiet">{t('keys.meaning', { version: key.version })}</p>
      <ScrollTable name={t('keys.title')}>
        <thead>
          <tr>
            <th scope="col">{t('keys.what')}</th>
            <th scope="col">{t('keys.key')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('keys.use-for-all')}</th>
            <td>{rest}</td>
          </tr>
          {idleLines.map((line) => {
            const own = sharing?.lines?.[line];
            return (
              <tr key={line}>
                <th scope="row">{textOf('idle-line', line)}</th>
                <td>{own ? named(own) : rest}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
    </section>
  );
};
