import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { NameForm } from '../shared/name-form.tsx';
import { createList, type OwnList, useLists, useListsAnew } from '../shared/use-lists.ts';
import { KeeperOnly } from './keeper-only.tsx';
import { ListActs } from './list-acts.tsx';

const NewList = () => {
  const t = useTranslate();
  const anew = useListsAnew();
  const [made, setMade] = useState(0);
  const create = useMutation({
    mutationFn: createList,
    onSuccess: ({ name }) => {
      toast(t('lists.created', { name }));
      setMade(made + 1);
      return anew();
    },
  });
  return <NameForm key={made} label={t('lists.name')} does={t('lists.create')} sending={create} />;
};

const ListRow = ({ list }: { list: OwnList }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <li className="row-card list-row">
      <div className="row-body">
        <h2 className="row-title">
          <Link to="/lists/$listId" params={{ listId: list.listId }}>
            {list.name}
          </Link>
        </h2>
        <p className="quiet">
          {t('lists.titles', { count: list.titles })} · {t('lists.made', { date: date(list.createdAt) })}
        </p>
        <ListActs list={list} />
      </div>
    </li>
  );
};

const Lists = () => {
  const t = useTranslate();
  const { data: lists, error, refetch } = useLists();
  useTitle(t('lists.title'));
  return (
    <div className="page">
      <p>
        <Link to="/account">{t('nav.account')}</Link>
      </p>
      <h1>{t('lists.title')}</h1>
      <p className="quiet">{t('lists.meaning')}</p>
      <NewList />
      {error && !lists && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!error && !lists && <Waiting rows={2} height={96} />}
      {lists?.length === 0 && (
        <Empty title={t('lists.none')}>
          <p className="quiet">{t('lists.none-hint')}</p>
          <Link to="/search">{t('nav.search')}</Link>
        </Empty>
      )}
      <ul className="rows">
        {lists?.map((list) => (
          <ListRow key={list.listId} list={list} />
        ))}
      </ul>
    </div>
  );
};

/** The page of a patron's lists: create, rename and delete. */
export const ListsPage = () => {
  const t = useTranslate();
  return (
    <KeeperOnly back="/lists" title={t('lists.title')} ask={t('lists.sign-in')}>
      <Lists />
    </KeeperOnly>
  );
};
