import type { Browser, Locator, Page } from 'playwright-core';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ensureConsole } from '../composition/console-files.ts';
import { EXAMPLES_DIRECTORY } from '../corridor/examples.ts';
import type { Corridor } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { axeFindings, openBrowser, visit, type Visitor } from './visitor.ts';

let corridor: Corridor;
let browser: Browser;

before(async () => {
  await ensureConsole(() => undefined);
  corridor = await testCorridor();
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  await corridor.stop();
});

describe('a claim of a kandas, by clicking', () => {
  let clerk: Visitor;
  let address = '';

  test('a faulty claim is refused with a link to each field', async () => {
    clerk = await visit(browser, corridor.kz.url, 'clerk.kz');
    await clerk.go('/claims/new');
    await clerk.page.getByRole('button', { name: 'Check and register' }).click();
    const fault = clerk.page.locator('.error-summary a', { hasText: '/record/person/birthDate' });
    await fault.click();
    const focused = await clerk.page.evaluate(() => document.activeElement?.id);
    assert.equal(focused, 'claim.record.person.birthDate');
    assert.deepEqual(await axeFindings(clerk.page), []);
  });

  test('the clerk brings it as a file and its case opens', async () => {
    const { page } = clerk;
    await page
      .locator('input[type=file]')
      .setInputFiles(join(EXAMPLES_DIRECTORY, 'kandas-with-treaty', 'claim.json'));
    await page.getByText('claim.json is in the form now').waitFor();
    await page.getByRole('button', { name: 'Check and register' }).click();
    await page.locator('.sub-nav').waitFor();
    address = new URL(page.url()).pathname;
    assert.match(await page.locator('h1').innerText(), /Ерлан/);
  });

  test('a file that is no JSON is refused and the form stays', async () => {
    const other = await visit(browser, corridor.kz.url, 'clerk.kz');
    await other.go('/claims/new');
    await other.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'claim.json', mimeType: 'application/json', buffer: Buffer.from('{"kind": ') });
    await other.page.getByText('The file is no valid JSON').waitFor();
    assert.equal(await other.page.getByRole('button', { name: 'Check and register' }).count(), 1);
    await other.context.close();
  });

  test('the periods are asked for and come back certified, each message with three receipts', async () => {
    const { page } = clerk;
    await act(page, 'Request periods');
    await page.getByRole('button', { name: 'Draw up the decision' }).waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: /^Messages/ }).click();
    await page.locator('.timeline__item').nth(1).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.levels__step--ok').length === 6);
    assert.deepEqual(await axeFindings(page), []);
  });

  test('the clerk asks the other state for a diploma in a form made from the schema', async () => {
    const { page } = clerk;
    await clerk.go(`${address}/documents`);
    await page.getByRole('link', { name: 'Write a document' }).click();
    await page.getByLabel('Type of document').selectOption('InfoRequest');
    await page.getByRole('button', { name: 'Add: Documents wanted' }).click();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.locator('.error-summary a', { hasText: '/documentsWanted/0/document' }).click();
    assert.equal(
      await page.evaluate(() => document.activeElement?.id),
      'document.documentsWanted.0.document',
    );
    assert.deepEqual(await axeFindings(page), []);
    await page.keyboard.type('Diploma of 1984');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Look at it once more').waitFor();
    await page.getByRole('button', { name: 'Send to the other state' }).click();
    await page.getByRole('heading', { name: 'Request for information' }).waitFor();
    assert.deepEqual(clerk.complaints, []);
  });

  test('the decision is drawn up with a hypothetical date and says that it is a simulation', async () => {
    const { page } = clerk;
    await clerk.go(address);
    await page.getByRole('button', { name: 'Draw up the decision' }).click();
    const dialog = page.getByRole('dialog');
    await writeDate(dialog.getByRole('group', { name: 'Award date' }), '2', '11', '2026');
    await writeDate(dialog.getByRole('group', { name: /entered into force/ }), '1', '7', '2026');
    assert.deepEqual(await axeFindings(page), []);
    await dialog.getByRole('button', { name: 'Draw up the decision' }).click();
    await page.getByText('₸116,074').first().waitFor();
    await page.getByText('Simulation, not a decision with effect').first().waitFor();
  });

  test('the clerk who drew it up is told why approving is not possible', async () => {
    const { page } = clerk;
    await page.getByText('Not possible now').click();
    assert.match(await page.locator('aside .panel').first().innerText(), /supervisor/);
  });

  test('the supervisor approves after being asked once more', async () => {
    const supervisor = await visit(browser, corridor.kz.url, 'supervisor.kz');
    const { page } = supervisor;
    await openTask(page, 'Approve the decision');
    await act(page, 'Approve the decision');
    await page.locator('.tag', { hasText: 'Decided' }).first().waitFor();
    assert.deepEqual(supervisor.complaints, []);
    await supervisor.context.close();
  });

  test('the other state approves its own decision, and both decisions stand on both nodes', async () => {
    const supervisor = await visit(browser, corridor.mn.url, 'supervisor.mn');
    const { page } = supervisor;
    await openTask(page, 'Approve the decision');
    await act(page, 'Approve the decision');
    for (const visitor of [supervisor, clerk]) {
      await untilShown(visitor.page.getByRole('heading', { name: 'Decision: Mongolia' }), () =>
        visitor.go(`${address}/decisions`),
      );
      await visitor.page.getByRole('heading', { name: 'Decision: Kazakhstan' }).waitFor();
    }
    await supervisor.context.close();
  });

  test('the explanation opens down to article, parameter version and status', async () => {
    const { page } = clerk;
    const explanation = page.locator('.explanation').first();
    await explanation.getByRole('button', { name: 'Open all' }).click();
    const text = await explanation.innerText();
    assert.match(text, /Art 205/);
    assert.match(text, /Monthly calculation index 4325 press\s+from 2026-01-01/);
    assert.deepEqual(await axeFindings(page), []);
  });

  test('the letter opens as PDF in five languages', async () => {
    const letters = await clerk.page
      .locator('a[href*="letter.pdf"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    assert.equal(new Set(letters).size % 5, 0);
    for (const letter of letters.slice(0, 5)) {
      const answer = await clerk.context.request.get(corridor.kz.url + letter);
      assert.equal(answer.headers()['content-type'], 'application/pdf');
      assert.equal((await answer.body()).subarray(0, 4).toString(), '%PDF');
    }
  });

  test('the citizen sees case, periods, decision and who read the data', async () => {
    const citizen = await visit(browser, corridor.kz.url, 'citizen.kandas-with-treaty.kz');
    const { page } = citizen;
    const text = await page.locator('main').innerText();
    assert.match(text, /You filed it on 15 September 2026/);
    assert.match(text, /₸116,074/);
    assert.match(text, /Clerk, Kazakhstan/);
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(citizen.complaints, []);
    await citizen.context.close();
  });

  test('the browser of the clerk never complained', () => {
    assert.deepEqual(clerk.complaints, []);
  });
});

describe('a name that differs by script', () => {
  test('is set beside the register’s and settled by the clerk of the other state', async () => {
    const asking = await visit(browser, corridor.kz.url, 'clerk.kz');
    await asking.go('/claims/new');
    await asking.page
      .locator('input[type=file]')
      .setInputFiles(join(EXAMPLES_DIRECTORY, 'uncertain-identity', 'claim.json'));
    await asking.page.getByRole('button', { name: 'Check and register' }).click();
    await asking.page.locator('.sub-nav').waitFor();
    await act(asking.page, 'Request periods');

    const clerk = await visit(browser, corridor.mn.url, 'clerk.mn');
    const { page } = clerk;
    await openTask(page, 'Doubtful identity');
    const task = page.locator('.task');
    assert.match(await task.innerText(), /similar/);
    assert.deepEqual(await axeFindings(page), []);
    await task.getByRole('button', { name: 'The same person', exact: true }).click();
    await task.getByText('Write at least three characters').waitFor();
    await task.getByLabel('Note').fill('Number, birth date and sex agree.');
    await task.getByRole('button', { name: 'The same person', exact: true }).click();
    await task.waitFor({ state: 'detached' });

    await asking.page.getByRole('button', { name: 'Draw up the decision' }).waitFor({ timeout: 30_000 });
    assert.deepEqual([...clerk.complaints, ...asking.complaints], []);
    await clerk.context.close();
    await asking.context.close();
  });
});

/** Opens a task from the work list, which is read again until the task has come. */
async function openTask(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name }).first();
  await untilShown(link, () => page.getByRole('button', { name: 'Refresh' }).click());
  await link.click();
  await page.locator('.sub-nav').waitFor();
}

const MOST_LOOKS = 60;
const BETWEEN_LOOKS_MS = 500;

/** Looks again until something is there; what another node sends comes when it comes. */
async function untilShown(wanted: Locator, lookAgain: () => Promise<void>): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await lookAgain();
    const shown = await wanted.waitFor({ timeout: BETWEEN_LOOKS_MS }).then(
      () => true,
      () => false,
    );
    if (shown) return;
  }
  throw new Error(`${String(wanted)} never came`);
}

/** Presses a button of the case and confirms what it asks. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function writeDate(
  group: ReturnType<Page['getByRole']>,
  day: string,
  month: string,
  year: string,
): Promise<void> {
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}
