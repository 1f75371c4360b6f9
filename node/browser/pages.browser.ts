import { LOCALES, type Locale } from '@urtuu/kernel';
import type { Browser, Page } from 'playwright-core';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ensureConsole } from '../composition/console-files.ts';
import { EXAMPLES_DIRECTORY } from '../corridor/examples.ts';
import type { Corridor } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { travel } from '../journey/journey.ts';
import { openOffice } from '../journey/office.ts';
import { readExample } from '../synth/index.ts';
import {
  axeFindings,
  bareKeys,
  openBrowser,
  settled,
  sidewaysPixels,
  visit,
  type Visitor,
} from './visitor.ts';

let corridor: Corridor;
let browser: Browser;
/** A case with both decisions. */
let decided = '';

const EXAMPLE = 'kandas-with-treaty';
/** Name of each language in itself, as the menu shows it. */
const NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  mn: 'Монгол',
  kk: 'Қазақша',
  ru: 'Русский',
  zh: '中文',
};

before(async () => {
  await ensureConsole(() => undefined);
  corridor = await testCorridor();
  const offices = {
    MN: await openOffice('MN', corridor.mn.url),
    KZ: await openOffice('KZ', corridor.kz.url),
  };
  const example = await readExample(join(EXAMPLES_DIRECTORY, EXAMPLE));
  const end = await travel({ offices, example, waiting: { patience: 60_000 }, tell: () => undefined });
  decided = `/cases/${end.caseId}`;
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  await corridor.stop();
});

/** Who looks at which pages; the case's address is known only once it is there. */
const PAGES: readonly { readonly account: string; readonly paths: () => readonly string[] }[] = [
  {
    account: 'clerk.kz',
    paths: () => [
      '/',
      '/claims/new',
      '/register?q=%D0%95%D1%80%D0%BB%D0%B0%D0%BD',
      '/register?person=620315399020',
      '/transmissions',
      '/directory',
      '/nowhere',
      ...['', '/periods', '/decisions', '/messages', '/documents', '/history'].map((part) => decided + part),
    ],
  },
  { account: 'supervisor.kz', paths: () => ['/', decided] },
  { account: 'auditor.kz', paths: () => ['/', '/access-log', '/evidence-log', decided] },
  { account: 'operator.kz', paths: () => ['/', '/transmissions', '/quarantine', '/evidence-log'] },
  {
    account: `citizen.${EXAMPLE}.kz`,
    paths: () => [
      '/me',
      '/law?pack=kz',
      '/law/parameter?key=kz.minPension',
      '/law/rules?q=eu.',
      '/law/compare?on=2026-06-01&since=2025-06-01&pack=mn',
      '/law/open',
      '/law/tiers',
      '/policy/population?countries=mn,kz&variant=low',
    ],
  },
];

for (const { account, paths } of PAGES) {
  describe(`every page of ${account}`, () => {
    let visitor: Visitor;
    before(async () => {
      visitor = await visit(browser, corridor.kz.url, account);
    });
    after(() => visitor.context.close());

    for (const locale of LOCALES) {
      test(`has no fault that axe finds and no bare key, in ${locale}`, async () => {
        const { page } = visitor;
        await page.evaluate((chosen) => localStorage.setItem('urtuu.language', chosen), locale);
        for (const path of paths()) {
          await visitor.go(path);
          assert.equal(await page.evaluate(() => document.documentElement.lang), locale);
          await openEverything(page);
          assert.deepEqual(await axeFindings(page), [], path);
          assert.deepEqual(await bareKeys(page), [], path);
        }
      });
    }

    test('fits a screen of 320 pixels and has no fault there', async () => {
      const { page } = visitor;
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate(() => localStorage.setItem('urtuu.language', 'mn'));
      for (const path of paths()) {
        await visitor.go(path);
        assert.equal(await sidewaysPixels(page), 0, path);
        assert.deepEqual(await axeFindings(page), [], path);
      }
    });

    test('makes the browser complain of nothing', () => {
      assert.deepEqual(visitor.complaints, []);
    });
  });
}

/** Opens all that is folded, and waits until what had no size before has been laid out and measured. */
function openEverything(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  });
}

describe('a page', () => {
  test('of a browser in any of the languages is in that language from the start', async () => {
    for (const locale of LOCALES) {
      const visitor = await visit(browser, corridor.kz.url, undefined, { locale });
      assert.equal(await visitor.page.evaluate(() => document.documentElement.lang), locale);
      await visitor.context.close();
    }
  });

  test('asks nobody in particular to sign in, and leads back afterwards', async () => {
    const visitor = await visit(browser, corridor.kz.url, undefined);
    await visitor.go('/directory');
    assert.deepEqual(await axeFindings(visitor.page), []);
    await visitor.page.locator('main a.button').click();
    await visitor.page.locator('button[value="clerk.kz"]').click();
    await visitor.page.waitForURL('**/directory');
    await visitor.context.close();
  });
});

describe('the law library', () => {
  let visitor: Visitor;
  before(async () => {
    visitor = await visit(browser, corridor.kz.url, undefined);
  });
  after(() => visitor.context.close());

  for (const locale of LOCALES) {
    test(`forecasts every tier of the example without signing in, in ${locale}`, async () => {
      const { page } = visitor;
      await page.evaluate((chosen) => localStorage.setItem('urtuu.language', chosen), locale);
      await visitor.go('/law/tiers');
      await page.locator('main button.button--quiet').click();
      await page.locator('.tier-bars').waitFor();
      assert.equal(await page.locator('main table').first().locator('tbody tr').count(), 4);
      assert.deepEqual(await axeFindings(page), []);
      assert.deepEqual(await bareKeys(page), []);
    });
  }

  test('marks an assumption that is no number, and goes on when it is one', async () => {
    const { page } = visitor;
    const rate = page.locator('input[inputmode="decimal"]').nth(1);
    await rate.fill('much');
    await page.locator('.field--bad').waitFor();
    assert.equal(await page.locator('.tier-bars').count(), 0);
    await rate.fill('2');
    await page.locator('.tier-bars').waitFor();
  });

  test('names what is wrong with a file that is no record, and forecasts nothing from it', async () => {
    const { page } = visitor;
    const file = { name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from('{"version":2}') };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('[role="alert"]').waitFor();
    assert.match((await page.locator('[role="alert"]').textContent()) ?? '', /\/version/);
    assert.equal(await page.locator('.tier-bars').count(), 0);
  });
});

describe('the population page', () => {
  let visitor: Visitor;
  before(async () => {
    visitor = await visit(browser, corridor.mn.url, undefined);
    await visitor.page.evaluate(() => localStorage.setItem('urtuu.language', 'en'));
    await visitor.go('/policy/population');
    await visitor.page.locator('.population-chart').first().waitFor();
  });
  after(() => visitor.context.close());

  /** What the table of the year says of the first country in it. */
  const total = async (): Promise<number> => {
    const cell = visitor.page.locator('main table').first().locator('tbody tr').first().locator('td').nth(1);
    return Number(((await cell.textContent()) ?? '').replaceAll(/\D/g, ''));
  };

  test('shows a country to everybody: pyramid, total, dependency, each with its figures', async () => {
    const { page } = visitor;
    assert.equal(await page.locator('.population-chart').count(), 3);
    assert.equal(await page.locator('.population-chart details').count(), 3);
    assert.match((await page.locator('main').textContent()) ?? '', /© 2024 United Nations/);
  });

  test('goes through the years by the keys of its slider', async () => {
    const { page } = visitor;
    const year = page.locator('.year-player input[type="range"]');
    await year.focus();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: 'On 1 July 1950' }).waitFor();
    // The estimate of World Population Prospects 2024.
    assert.equal(await total(), 781_688);
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'On 1 July 2100' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: 'On 1 July 2099' }).waitFor();
  });

  test('lets the years pass and stops when asked', async () => {
    const { page } = visitor;
    await page.locator('.year-player input[type="range"]').fill('2030');
    const drawn = () => page.locator('path.pyramid__men').first().getAttribute('d');
    const before = await drawn();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('heading', { name: 'On 1 July 2030' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Pause' }).click();
    assert.notEqual(await drawn(), before);
  });

  test('answers an assumption at once, and goes back to the variant', async () => {
    const { page } = visitor;
    await page.locator('.year-player input[type="range"]').fill('2090');
    const medium = await total();
    const cell = page.getByRole('cell', { name: medium.toLocaleString('en-GB'), exact: true });
    const fertility = page.locator('.assumption input').first();
    await fertility.focus();
    await page.keyboard.press('End');
    await cell.first().waitFor({ state: 'detached' });
    assert.ok((await total()) > medium);
    await page.waitForURL('**fertility=1**');
    await page.getByRole('button', { name: 'Back to the variant' }).click();
    await cell.first().waitFor();
    assert.equal(await total(), medium);
  });

  test('puts countries side by side, and keeps them and the variant in its address', async () => {
    const { page } = visitor;
    await page.getByLabel('Kyrgyzstan').check();
    await page.getByRole('heading', { name: 'Kyrgyzstan', exact: true }).waitFor();
    assert.equal(await page.locator('main table').first().locator('tbody tr').count(), 2);
    await page.locator('main select').first().selectOption('zero-migration');
    await page.waitForURL('**variant=zero-migration**');
    assert.match(decodeURIComponent(page.url()), /countries=mn,kg/);
    await visitor.go('/policy/population');
  });

  test('draws the bands of 80 and 95 per cent, and says what stands behind them', async () => {
    const { page } = visitor;
    await page.getByLabel('Show 80 % and 95 % bands').check();
    await page.locator('path.fan__band-95').first().waitFor({ timeout: 60_000 });
    assert.match(
      (await page.locator('main').textContent()) ?? '',
      /Urtuu bands based on UN component bounds/,
    );
    assert.deepEqual(await axeFindings(page), []);
    await page.getByLabel('Show 80 % and 95 % bands').uncheck();
    await page.locator('path.fan__band-95').first().waitFor({ state: 'detached' });
  });

  test('saves its figures as rows with their source, and its drawing as a file that stands alone', async () => {
    const { page } = visitor;
    const saved = async (name: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).first().click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    const rows = (await saved('Save CSV')).split('\r\n');
    assert.equal(rows[0], 'year,sex,age,persons,source');
    assert.equal(rows.length, 1 + 151 * 2 * 101 + 1);
    assert.match(rows[1] ?? '', /^1950,M,0,\d+,"© 2024 United Nations/);
    const drawing = await saved('Save SVG');
    assert.match(drawing, /^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(drawing, /fill="rgb\(15, 86, 107\)"/);
    assert.doesNotMatch(drawing, /class=/);
  });

  test('fits 320 pixels with every table open', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 320, height: 640 });
    await openEverything(page);
    assert.equal(await sidewaysPixels(page), 0);
    assert.deepEqual(await axeFindings(page), []);
  });

  test('makes the browser complain of nothing', () => {
    assert.deepEqual(visitor.complaints, []);
  });
});

describe('the console', () => {
  let visitor: Visitor;
  before(async () => {
    visitor = await visit(browser, corridor.kz.url, 'clerk.kz');
  });
  after(() => visitor.context.close());

  test('changes its language without losing the page and remembers it', async () => {
    const { page } = visitor;
    await visitor.go(`${decided}/periods`);
    for (const locale of LOCALES.toReversed()) {
      await page.locator('select.language-choice').selectOption({ label: NAMES[locale] });
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
      assert.ok(page.url().endsWith('/periods'));
    }
    await page.locator('select.language-choice').selectOption({ label: NAMES.kk });
    await page.waitForFunction(() => document.documentElement.lang === 'kk');
    await visitor.go('/');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'kk');
    await page.locator('select.language-choice').selectOption({ label: NAMES.en });
    await page.waitForFunction(() => document.documentElement.lang === 'en');
  });

  test('moves the focus to the title of a page one goes to', async () => {
    await visitor.go('/');
    await visitor.page.getByRole('link', { name: 'Institutions and keys' }).click();
    await visitor.page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    assert.match(await visitor.page.title(), /Institutions and keys/);
  });

  test('is used by keyboard: skip link, search, pages', async () => {
    const { page } = visitor;
    await visitor.go('/directory');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), '#main');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: 'Work list' }).waitFor();
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
  });

  test('lists its keys, and they can be switched off', async () => {
    const { page } = visitor;
    await visitor.go('/directory');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await dialog.getByLabel('Use keyboard shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    assert.equal(await dialog.count(), 0);
    await page.evaluate(() => localStorage.removeItem('urtuu.shortcuts'));
  });

  test('says that the node cannot be reached and tries again when asked', async () => {
    const { page, context } = visitor;
    await visitor.go('/directory');
    await context.route('**/api/tasks**', (route) => route.abort());
    await page.getByRole('link', { name: 'Work list' }).click();
    const failure = page.getByRole('alert').filter({ hasText: 'The node cannot be reached' }).first();
    await failure.waitFor({ timeout: 20_000 });
    assert.deepEqual(await axeFindings(page), []);
    await context.unroute('**/api/tasks**');
    await failure.getByRole('button', { name: 'Try again' }).click();
    await failure.waitFor({ state: 'detached' });
  });

  test('finds a case by name, file number and state, and says so where none matches', async () => {
    const { page } = visitor;
    await visitor.go('/');
    const search = page.getByLabel('Search cases');
    await search.fill('KZ-');
    await search.press('Enter');
    await page.waitForURL('**q=KZ-**');
    await page.getByRole('rowheader').first().waitFor();
    await page.getByLabel('Search cases').fill('nosuchperson');
    await page.getByLabel('Search cases').press('Enter');
    await page.getByText('No case matches').waitFor();
    await settled(page);
  });

  test('sends somebody whose session has ended to the sign-in', async () => {
    const other = await visit(browser, corridor.kz.url, 'operator.kz');
    await other.context.clearCookies();
    await other.page.getByRole('link', { name: 'Evidence log' }).click();
    await other.page.getByRole('link', { name: 'Go to sign-in' }).waitFor();
    await other.context.close();
  });
});
