import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMemberColour } from '../../../components/spine.tsx';
import { StaffIcon } from '../../../components/staff-icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName, spokenName } from '../shared/patron-name.ts';
import { useBirthDate } from '../shared/use-birth-date.ts';
import { useCategoryName } from '../shared/use-category-name.ts';
import type { DialogName, Tab } from './parts.ts';
import type { HomePatron, Patron } from './use-record.ts';

const Plate = ({ patron: { name, homeMember } }: { patron: Patron }) => {
  const colour = useMemberColour(homeMember);
  const initials = `${name.family.slice(0, 1)}${name.given?.slice(0, 1) ?? ''}`;
  return (
    <span className={`plate plate-${colour} spine-${colour}`} aria-hidden="true">
      {spokenName(name) === name.family ? initials : `${initials.slice(1)}${initials.slice(0, 1)}`}
    </span>
  );
};

const HomeFacts = ({ patron }: { patron: HomePatron }) => {
  const t = useTranslate();
  const categoryName = useCategoryName();
  const birthDate = useBirthDate();
  const { date, language } = useFormat();
  const { branchName } = useDirectory();
  const { card, category, homeBranch, expiresOn, minor, person, department } = patron;
  const { birthDate: born, email, phones = [], language: speaks } = person;
  return (
    <ul className="record-facts">
      <li>
        {t('patrons.card')} <strong className="barcode">{card}</strong>{' '}
        <span className="quiet">{t('patron.good-until', { date: date(expiresOn) })}</span>
      </li>
      <li>
        <strong>{categoryName(category)}</strong>, {branchName(homeBranch)}
      </li>
      {department && (
        <li>
          {t('patron.department')} <strong>{department}</strong>
        </li>
      )}
      {born && (
        <li>
          {t('patrons.born')} <strong>{birthDate(born)}</strong>
          {minor && ` · ${t('desk.minor')}`}
        </li>
      )}
      {email && <li>{email}</li>}
      {phones[0] && <li>{phones[0].number}</li>}
      {speaks && (
        <li>
          {t('patron.speaks')} <strong>{language(speaks)}</strong>
        </li>
      )}
    </ul>
  );
};

type Head = {
  patron: Patron;
  branchId: string;
  open: (dialog: DialogName) => void;
  openTab: (tab: Tab) => void;
};

type Act = { name: Exclude<DialogName, 'verify'> | 'block'; icon: ReactNode; go: () => void };

const Actions = ({ branchId, open, openTab }: Omit<Head, 'patron'>) => {
  const t = useTranslate();
  const who = useWho();
  const member = memberOf(branchId);
  const isSupervisor = holdsAt(who, member, 'desk-supervisor') || holdsAt(who, member, 'member-admin');
  const first: Act[] = [
    { name: 'edit', icon: <StaffIcon name="edit" size={18} />, go: () => open('edit') },
    { name: 'card', icon: <StaffIcon name="barcode" size={18} />, go: () => open('card') },
    { name: 'pin', icon: <StaffIcon name="lock" size={18} />, go: () => open('pin') },
  ];
  const ofSupervisors: Act[] = [
    { name: 'block', icon: <Icon name="no" size={18} />, go: () => openTab('blocks') },
    { name: 'merge', icon: <StaffIcon name="patrons" size={18} />, go: () => open('merge') },
    { name: 'erase', icon: <StaffIcon name="remove" size={18} />, go: () => open('erase') },
  ];
  return (
    <div className="row record-actions">
      {[...first, ...(isSupervisor ? ofSupervisors : [])].map(({ name, icon, go }) => (
        <Button
          key={name}
          size="sm"
          variant="default"
          aria-keyshortcuts={name === 'edit' ? 'E' : undefined}
          leftSection={icon}
          onClick={go}
        >
          {t(`patron.do-${name}`)}
        </Button>
      ))}
    </div>
  );
};

/** The head of the record: the name, the card, what identifies the patron, and the acts on the record at home. */
export const RecordHead = ({ patron, branchId, open, openTab }: Head) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  return (
    <header className="record-head">
      <Plate patron={patron} />
      <div className="record-name">
        <h1>{sortedName(patron.name)}</h1>
        {patron.at === 'home' ? (
          <HomeFacts patron={patron} />
        ) : (
          <p className="quiet">
            {memberName(patron.homeMember)} · {t('desk.elsewhere')}
          </p>
        )}
      </div>
      {patron.at === 'home' && <Actions branchId={branchId} open={open} openTab={openTab} />}
    </header>
  );
};
