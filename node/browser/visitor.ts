/** Somebody at a browser: signs in by the pages, looks at the console, and notices what a careful eye would. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Debian’s Chromium without anything that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['URTUU_CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

export interface Visit {
  /** BCP 47 tag of the browser’s language, English unless stated. */
  readonly locale?: string;
  readonly width?: number;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: errors of scripts, refused by policy, missing files. */
  readonly complaints: readonly string[];
  /** Goes to an address of the node and waits until the page has its title and nothing is loading. */
  go(path: string): Promise<void>;
}

/** Opens the console of a node and signs in through the provider’s page. Without an account nobody signs in. */
export async function visit(
  browser: Browser,
  baseUrl: string,
  account: string | undefined,
  { locale = 'en-GB', width = 1280 }: Visit = {},
): Promise<Visitor> {
  const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
  await context.addInitScript({ content: AXE });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(baseUrl);
  await page.locator('main a.button').waitFor();
  if (account !== undefined) {
    await page.locator('main a.button').click();
    await page.locator(`button[value="${account}"]`).click();
    await page.locator('nav.nav').waitFor();
    await settled(page);
  }
  return {
    page,
    context,
    complaints,
    async go(path) {
      await page.goto(baseUrl + path);
      await settled(page);
    },
  };
}

/** The page has its title and no place holder any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

/** One line for each rule of axe that the page as it stands breaks. */
export async function axeFindings(page: Page): Promise<string[]> {
  const found: unknown = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
  return Array.isArray(found) ? found.map(String) : [`axe answered ${typeof found}`];
}

/** How many pixels the page is wider than the window: anything over 0 means scrolling sideways. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Message keys that reached the screen instead of their text; a source such as app.example.mn only looks like one. */
export async function bareKeys(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return (text.match(/\b[a-z][\w-]*(?:\.[\w-]+)+/gi) ?? []).filter((found) => KEYS.has(found));
}

const KEYS: ReadonlySet<string> = new Set(
  ['web', 'pensions'].flatMap((room) =>
    Object.keys(JSON.parse(readFileSync(new URL(`../../${room}/messages/en.json`, import.meta.url), 'utf8'))),
  ),
);
