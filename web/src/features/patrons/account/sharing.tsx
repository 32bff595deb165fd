import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { type Answered, useProfile } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { AccountPart } from './part.tsx';

type Consent = Answered<'patrons-my-profile'>['sharing']['consents'][number];

const Choices = ({ profile }: { profile: Answered<'patrons-my-profile'> }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const { members } = useDirectory();
  const { optIn, consents } = profile.sharing;
  const save = useMutation({
    mutationFn: (body: Consent) => take(api.POST('/v1/patrons/me/consents', { body, ...keyed(newKey()) })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['profile'] });
      toast(t('sharing.saved'));
    },
  });
  const others = members.filter(({ memberId }) => memberId !== profile.homeMember);
  const of = (memberId: string): Consent =>
    consents.find((one) => one.memberId === memberId) ?? { memberId, open: false, titles: false };
  return (
    <>
      {others.map(({ memberId, name }) => (
        <fieldset key={memberId} className="choices">
          <legend>{name}</legend>
          {optIn && (
            <Checkbox
              label={t('sharing.open')}
              aria-label={t('sharing.open-at', { member: name })}
              checked={of(memberId).open}
              disabled={save.isPending}
              onChange={({ currentTarget }) => save.mutate({ ...of(memberId), open: currentTarget.checked })}
            />
          )}
          <Checkbox
            label={t('sharing.titles')}
            aria-label={t('sharing.titles-at', { member: name })}
            checked={of(memberId).titles}
            disabled={save.isPending}
            onChange={({ currentTarget }) => save.mutate({ ...of(memberId), titles: currentTarget.checked })}
          />
        </fieldset>
      ))}
      {save.error && <FailedNotice thrown={save.error} />}
    </>
  );
};

/** Shows the data that other libraries may see of the patron. */
export const Sharing = () => {
  const t = useTranslate();
  const query = useProfile();
  return (
    <AccountPart id="sharing" title={t('account.sharing')} query={query}>
      <p className="quiet">{t(query.data?.sharing.optIn ? 'sharing.meaning-opt-in' : 'sharing.meaning')}</p>
      {query.data && <Choices profile={query.data} />}
    </AccountPart>
  );
};
