import { FindBox } from './find/find-box.tsx';
import { PersonMenu } from './person-menu.tsx';

/** The bar above the pages of staff: the search, and the menu of the person. */
export const TopBar = () => (
  <header className="top-bar">
    <FindBox />
    <PersonMenu />
  </header>
);
