import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'].flatMap((name) =>
  ['/usr/bin', '/opt/google/chrome', '/snap/bin', '/usr/local/bin'].map((folder) => `${folder}/${name}`),
);

/**
 * Unpacks the browser of the npm package and returns its path, in a separate process, because the package is an ES module and
 * jest loads none.
 */
const unpacked = (): string => {
  const script =
    "import('@sparticuz/chromium').then(async ({ default: it }) => console.log(await it.executablePath()))";
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim();
};

/** Starts Chromium, with more switches if any: the system's own, or else the one of the npm package. */
export const openBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const own = process.env.CHROME_PATH ?? installed.find((path) => existsSync(path));
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ['--no-sandbox', ...more] });
  const executablePath = unpacked();
  // Only the switches of the package that are required to run: the others weaken the policies under test.
  const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', ...more];
  return chromium.launch({ executablePath, args });
};
