import { FindBox } from './find/find-box.tsx';
import { PersonMenu } from './person-menu.tsx';
import { TopPlace } from './top-place.tsx';

/** The bar above the pages of staff: on a phone where they are, the search, and the menu of the person. */
export const TopBar = () => (
  <header className="top-bar">
    <TopPlace />
    <FindBox />
    <PersonMenu />
  </header>
);
