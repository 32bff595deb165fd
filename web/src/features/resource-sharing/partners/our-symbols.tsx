import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Symbols = Answered<'resource-sharing-list-library-symbols'>['symbols'];
type Known = { memberId: string; name: string; now: Symbols[number] | undefined };

const SetSymbol = ({ memberId, name, now }: Known) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [text, setText] = useState(now ? `${now.symbol.type}:${now.symbol.value}` : '');
  const set = useMutation({
    mutationFn: () => {
      const colon = text.indexOf(':');
      const type = colon > 0 ? text.slice(0, colon).trim() : 'ISIL';
      const symbol = { type, value: text.slice(colon + 1).trim() };
      // The address for copies stays unchanged.
      const body = { symbol, ...(now?.sendCopiesTo && { sendCopiesTo: now.sendCopiesTo }) };
      const params = { path: { memberId } };
      return take(api.PUT('/v1/resource-sharing/symbols/{memberId}', { params, body, ...keyed(newKey()) }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['library-symbols'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <form className="row" onSubmit={submit}>
      <TextInput
        size="sm"
        aria-label={t('partners.symbol-of', { library: name })}
        placeholder="ISIL:US-RIV"
        required
        maxLength={90}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button size="sm" variant="default" type="submit" loading={set.isPending}>
        {t('texts.save')}
      </Button>
      {set.isSuccess && (
        <span role="status" className="good">
          {t('partners.saved')}
        </span>
      )}
      {set.error && <FailedNotice thrown={set.error} />}
    </form>
  );
};

/** The symbols by which partners identify us: the consortium's, and those of libraries with their own. */
export const OurSymbols = ({ mayChange }: { mayChange: boolean }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const { data, error, refetch } = useQuery({
    queryKey: ['library-symbols'],
    queryFn: () => take(api.GET('/v1/resource-sharing/symbols')),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={48} />;
  const known = [{ memberId: 'consortium', name: t('partners.whole') }, ...members];
  return (
    <ScrollTable name={t('partners.our-symbols')}>
      <thead>
        <tr>
          <th scope="col">{t('asks.library')}</th>
          <th scope="col">{t('partner-field.symbols')}</th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ memberId, name }) => {
          const now = data.symbols.find((one) => one.memberId === memberId);
          return (
            <tr key={memberId}>
              <th scope="row">{name}</th>
              <td>
                {mayChange ? (
                  <SetSymbol key={now?.symbol.value} memberId={memberId} name={name} now={now} />
                ) : (
                  now && `${now.symbol.type}:${now.symbol.value}`
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
};
