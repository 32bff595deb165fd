import { AccessLog } from './access-log.tsx';
import { Bills } from './bills.tsx';
import { Choices } from './choices.tsx';
import { Contact } from './contact.tsx';
import { EBooks } from './e-books.tsx';
import { Family } from './family.tsx';
import { MyData } from './my-data.tsx';
import { ReadingHistory } from './reading-history.tsx';
import { Requests } from './requests.tsx';
import { Security } from './security.tsx';
import { Sharing } from './sharing.tsx';

/** The sections of the account below loans and holds: one file, because they load together after the page. */
export const MoreParts = () => (
  <>
    <EBooks />
    <Requests />
    <Bills />
    <ReadingHistory />
    <Family />
    <Contact />
    <Choices />
    <Sharing />
    <AccessLog />
    <MyData />
    <Security />
  </>
);
