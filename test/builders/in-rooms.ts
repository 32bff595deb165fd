import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type Opening, openPage } from './browser-page.ts';
import { type Fixture, type Heard, startFixture } from './fixture-api.ts';

/** What the tests of a room do: open a page, ask what the API heard, and say where a room is. */
export type InRooms = {
  at(path: string, how?: Opening): Promise<Page>;
  /** What an operation was asked since the test began. */
  heard(id: string): Heard[];
  addressOf(path: string): string;
};

/** A browser on the app with its fixture for the tests of a file, ended after them; `usual` is how pages are opened unless a test says. */
export const inRooms = (usual: Opening): InRooms => {
  let browser: Browser;
  let fixture: Fixture;
  const unsaid: string[] = [];
  beforeAll(async () => {
    fixture = await startFixture();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await fixture.stop();
  });
  beforeEach(() => {
    fixture.heard.length = 0;
    unsaid.length = 0;
  });
  // A room that came without its words shows their names instead.
  afterEach(() => expect(unsaid).toEqual([]));
  const addressOf = (path: string): string => `${fixture.url}${path}`;
  return {
    at: async (path, how = {}) => {
      const { page } = await openPage(browser, addressOf(path), { ...usual, ...how }, (said) => {
        if (said.startsWith('There are no words here')) unsaid.push(said);
      });
      return page;
    },
    heard: (id) => fixture.heard.filter((one) => one.id === id),
    addressOf,
  };
};
