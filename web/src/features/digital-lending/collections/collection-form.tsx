import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type CollectionFields, type DigitalCollection, useSetCollection } from './use-collections.ts';

type Props = { collection: DigitalCollection | undefined; ownMember: string; close: () => void };

const firstOf = (one: DigitalCollection | undefined, ownMember: string): CollectionFields => ({
  ...{ collectionId: one?.collectionId ?? '', name: one?.name ?? '', address: one?.address ?? 'https://' },
  ...{
    members: one?.members ?? (ownMember === '' ? [] : [ownMember]),
    paused: one?.paused ?? false,
    ended: one?.ended ?? false,
  },
  ...{ memberId: one ? (one.memberId ?? '') : ownMember, username: one?.username ?? '', secret: '' },
});

/** A dialog for a collection: its feed, who may borrow, and how Concord signs in to read it. `ownMember` is empty for the consortium. */
export const CollectionForm = ({ collection, ownMember, close }: Props) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const [fields, setFields] = useState(firstOf(collection, ownMember));
  const set = useSetCollection(collection?.version ?? 0);
  const put = (more: Partial<CollectionFields>): void => setFields({ ...fields, ...more });
  const text = (name: 'name' | 'collectionId' | 'address' | 'username', more: { hint?: string } = {}) => (
    <TextInput
      label={t(`collection.${name}`)}
      required={name !== 'username'}
      readOnly={name === 'collectionId' && collection !== undefined}
      description={more.hint}
      value={fields[name]}
      onChange={({ currentTarget: { value } }) => put({ [name]: value })}
    />
  );
  return (
    <Dialog title={t(collection ? 'collection.edit' : 'collection.new')} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(fields, { onSuccess: close });
        }}
      >
        {text('name')}
        {text('collectionId', { hint: t('collection.id-meaning') })}
        {text('address', { hint: t('collection.address-meaning') })}
        {fields.memberId === '' && (
          <Checkbox.Group
            label={t('collection.members')}
            value={fields.members}
            onChange={(chosen) => put({ members: chosen })}
          >
            {members.map(({ memberId, name }) => (
              <Checkbox key={memberId} value={memberId} label={name} mt={6} />
            ))}
          </Checkbox.Group>
        )}
        {text('username', { hint: t('collection.username-meaning') })}
        <PasswordInput
          label={t('collection.secret')}
          autoComplete="off"
          value={fields.secret}
          visibilityToggleButtonProps={{ 'aria-label': t('collection.show-secret'), tabIndex: 0 }}
          onChange={({ currentTarget: { value } }) => put({ secret: value })}
        />
        <Checkbox
          label={t('collection.paused')}
          checked={fields.paused}
          onChange={({ currentTarget: { checked } }) => put({ paused: checked })}
        />
        {collection && (
          <Checkbox
            label={t('collection.ended')}
            description={t('collection.ended-meaning', { count: collection.harvest?.titles ?? 0 })}
            checked={fields.ended}
            onChange={({ currentTarget: { checked } }) => put({ ended: checked })}
          />
        )}
        {set.error && <FailedNotice thrown={set.error} />}
        <div className="row">
          <Button type="submit" loading={set.isPending}>
            {t('do.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('do.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
