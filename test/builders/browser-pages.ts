import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type Opening, openPage } from './browser-page.ts';
import { type Fixture, type ReceivedRequest, startFixture } from './fixture-api.ts';

/** The tools of a page test: opening a page, reading the requests that the API received, and the address of a page. */
export type BrowserPages = {
  at(path: string, how?: Opening): Promise<Page>;
  /** Returns the requests to an operation since the test began. */
  requestsTo(id: string): ReceivedRequest[];
  addressOf(path: string): string;
  /** Delays every answer of the API from now on. */
  slowed(ms: number): void;
};

/**
 * Starts a browser on the app with its fixture for the tests of a file, and stops it afterwards. `usual` are the default options
 * of pages.
 */
export const browserPages = (usual: Opening): BrowserPages => {
  let browser: Browser;
  let fixture: Fixture;
  const missingMessages: string[] = [];
  beforeAll(async () => {
    fixture = await startFixture();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await fixture.stop();
  });
  beforeEach(() => {
    fixture.requests.length = 0;
    fixture.slowness.ms = 0;
    missingMessages.length = 0;
  });
  // A page without its messages shows their keys instead.
  afterEach(() => expect(missingMessages).toEqual([]));
  const addressOf = (path: string): string => `${fixture.url}${path}`;
  return {
    at: async (path, how = {}) => {
      const { page } = await openPage(browser, addressOf(path), { ...usual, ...how }, (text) => {
        if (text.startsWith('No message')) missingMessages.push(text);
      });
      return page;
    },
    requestsTo: (id) => fixture.requests.filter((one) => one.id === id),
    addressOf,
    slowed: (ms) => {
      fixture.slowness.ms = ms;
    },
  };
};
