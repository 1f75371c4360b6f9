import { LOCALES } from '@urtuu/kernel';
import type { CaseView } from '@urtuu/pensions/contract';
import type { Browser, Page } from 'playwright-core';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ensureConsole } from '../composition/console-files.ts';
import { EXAMPLES_DIRECTORY } from '../corridor/examples.ts';
import type { Corridor } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { allows, awaitCase, openOffice, openTask } from '../journey/office.ts';
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

/** Kazakhstan asks Mongolia for somebody whom its register does not name for certain. */
before(async () => {
  await ensureConsole(() => undefined);
  corridor = await testCorridor();
  const offices = {
    MN: await openOffice('MN', corridor.mn.url),
    KZ: await openOffice('KZ', corridor.kz.url),
  };
  const { claim } = await readExample(join(EXAMPLES_DIRECTORY, 'uncertain-identity'));
  const { caseId } = await offices.KZ.clerk.registerClaim({ body: claim });
  const waiting = { patience: 60_000 };
  const ready = await awaitCase(offices.KZ, caseId, 'asking', allows('requestPeriods'), waiting);
  await offices.KZ.clerk.requestPeriods({ params: { caseId }, ifMatch: ready.version });
  await awaitCase(offices.MN, caseId, 'the doubt', isDoubtful, waiting);
  browser = await openBrowser();
});

function isDoubtful(view: CaseView): boolean {
  return openTask(view, 'identityDoubt') !== undefined;
}

after(async () => {
  await browser.close();
  await corridor.stop();
});

describe('a doubtful person', () => {
  let clerk: Visitor;
  before(async () => {
    clerk = await visit(browser, corridor.mn.url, 'clerk.mn');
  });
  after(() => clerk.context.close());

  test('is found in the queue by keyboard, typed in another script', async () => {
    const { page } = clerk;
    await page.keyboard.press('g');
    await page.keyboard.press('v');
    await page.getByRole('heading', { name: 'Doubtful persons' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('Serik 1961');
    await page.keyboard.press('Enter');
    await page.waitForURL('**q=Serik**');
    await settled(page);
    assert.match(await page.getByRole('rowheader').first().innerText(), /Мәулен Серік/);
    await page.getByLabel('Find a person of a case').fill('Жанибек');
    await page.keyboard.press('Enter');
    await page.getByText('No review matches').waitFor();
    await clerk.go('/reviews?state=settled');
    await page.getByText('No review has been settled yet').waitFor();
  });

  test('stands beside the candidate with what differs marked, and every bar of the chart in the table', async () => {
    const { page } = clerk;
    await openReview(clerk);
    const compared = page.locator('.compared table');
    assert.match(await compared.locator('mark.differs').first().innerText(), /Мауленийн/);
    assert.match(await compared.innerText(), /similar/);
    await page.getByText('The numbers').click();
    const bits = page.getByRole('table', { name: 'Evidence in bits' }).locator('tbody tr');
    const drawn = await page.locator('.waterfall__figure').allTextContents();
    const inTable = await bits.locator('td.numeric:last-child').allInnerTexts();
    assert.ok(drawn.length > 3);
    assert.deepEqual(
      drawn.filter((figure) => !inTable.includes(figure)),
      [],
    );
  });

  test('is not decided of without a reason', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: 'Same person' }).click();
    await page.getByText('Write at least three characters').waitFor();
    assert.deepEqual(await axeFindings(page), []);
  });

  for (const locale of LOCALES) {
    test(`has no fault that axe finds, no bare key, and fits 320 pixels, in ${locale}`, async () => {
      const { page } = clerk;
      await page.evaluate((chosen) => localStorage.setItem('urtuu.language', chosen), locale);
      for (const go of [() => clerk.go('/reviews'), () => openReview(clerk), () => openRecord(clerk)]) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await go();
        await openDetails(page);
        assert.deepEqual(await axeFindings(page), [], page.url());
        assert.deepEqual(await bareKeys(page), [], page.url());
        await page.setViewportSize({ width: 320, height: 800 });
        await openDetails(page);
        assert.equal(await sidewaysPixels(page), 0, page.url());
        if (locale === 'mn') assert.deepEqual(await axeFindings(page), [], page.url());
      }
    });
  }

  test('is asked about at the other state, whose clerk answers; the answer stands in the review', async () => {
    const { page } = clerk;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => localStorage.setItem('urtuu.language', 'en'));
    await openReview(clerk);
    await page.getByRole('link', { name: 'Ask the other state' }).click();
    await page.getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('Choose at least one field').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByLabel('Name', { exact: true }).check();
    await page.getByLabel('Question').fill('Which papers show the name of the father?');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('waits for an answer').waitFor();

    const partner = await visit(browser, corridor.kz.url, 'clerk.kz');
    await untilShown(partner, '/', 'Question of the other state');
    await partner.page.getByRole('link', { name: 'Question of the other state' }).click();
    await partner.page.getByText('Which papers show the name of the father?').waitFor();
    assert.deepEqual(await axeFindings(partner.page), []);
    await partner.page.getByLabel('Answer').fill('The passport of 1999');
    await partner.page.getByRole('button', { name: 'Send this answer' }).click();
    await partner.page.getByText('Task settled').waitFor();
    await partner.context.close();
    await untilShown(clerk, new URL(page.url()).pathname, 'Answer: The passport of 1999');
    assert.deepEqual(await axeFindings(page), []);
  });

  test('is decided of, the case goes on, and the decision stands in the history with its author', async () => {
    const { page } = clerk;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => localStorage.setItem('urtuu.language', 'en'));
    await openReview(clerk);
    await page.getByLabel('Reason').fill('Number, birth date and sex agree');
    await page.getByRole('button', { name: 'Same person' }).click();
    await page.getByText('The person has been found in the register').waitFor();
    const history = page.getByRole('table', { name: 'History of decisions' });
    assert.match(await history.innerText(), /same person[\s\S]*Number, birth date and sex agree[\s\S]*valid/);
    const cluster = page.getByRole('table', { name: 'Links and partings' });
    assert.match(await cluster.innerText(), /same person\s+a human/);
    assert.deepEqual(await axeFindings(page), []);
  });

  test('is taken back by withdrawing the decision: the person waits again and the history holds both', async () => {
    const { page } = clerk;
    await page.getByLabel('Reason').fill('The labour book is of a cousin');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('button', { name: 'Same person' }).waitFor();
    const history = page.getByRole('table', { name: 'History of decisions' });
    assert.equal(await history.locator('tbody tr').count(), 2);
    await clerk.go('/reviews');
    await page.getByRole('rowheader').first().waitFor();
  });

  test('is read by the auditor, who decides nothing', async () => {
    const auditor = await visit(browser, corridor.mn.url, 'auditor.mn');
    await openReview(auditor);
    await auditor.page.getByText('Clerks and supervisors decide').waitFor();
    assert.equal(await auditor.page.getByRole('button', { name: 'Same person' }).count(), 0);
    assert.deepEqual(auditor.complaints, []);
    await auditor.context.close();
  });

  test('is looked at by a second officer, who is told neither case nor decision, and by a third where they differ', async () => {
    const { page } = clerk;
    await openReview(clerk);
    await page.getByLabel('Reason').fill('Number and birth date agree');
    await page.getByRole('button', { name: 'Same person' }).click();
    await page.getByText('The person has been found in the register').waitFor();

    const second = await visit(browser, corridor.mn.url, 'supervisor.mn');
    await second.go('/reviews?state=settled');
    await second.page.getByText('look asked for').waitFor();
    await openLook(second);
    await second.page.getByText('Your look is blind').waitFor();
    assert.doesNotMatch(
      await second.page.locator('main').innerText(),
      /Number and birth date agree|Open the case/,
    );
    await second.page.getByRole('button', { name: 'Give this look' }).click();
    await second.page.getByText('Choose one of them, or none').waitFor();
    assert.deepEqual(await axeFindings(second.page), []);
    await give(second, 'None of them', 'The father has another name');
    await second.page.getByText('You and the first officer differ').waitFor();

    const third = await visit(browser, corridor.mn.url, 'clerk2.mn');
    await openLook(third);
    const earlier = third.page.getByRole('table', { name: 'The first two looks' });
    assert.match(await earlier.innerText(), /Number and birth date agree[\s\S]*The father has another name/);
    for (const locale of LOCALES) {
      await third.page.evaluate((chosen) => localStorage.setItem('urtuu.language', chosen), locale);
      await third.page.setViewportSize({ width: 1280, height: 800 });
      await third.page.reload();
      await settled(third.page);
      assert.deepEqual(await axeFindings(third.page), [], locale);
      assert.deepEqual(await bareKeys(third.page), [], locale);
      await third.page.setViewportSize({ width: 320, height: 800 });
      assert.equal(await sidewaysPixels(third.page), 0, locale);
    }
    await third.page.evaluate(() => localStorage.setItem('urtuu.language', 'en'));
    await third.page.reload();
    await give(third, 'Candidate 1', 'The old passport has both names');
    await third.page.getByText('The third look stands').waitFor();

    for (const locale of LOCALES) {
      await second.page.evaluate((chosen) => localStorage.setItem('urtuu.language', chosen), locale);
      await second.go('/agreement');
      assert.deepEqual(await axeFindings(second.page), [], locale);
      assert.deepEqual(await bareKeys(second.page), [], locale);
    }
    await second.page.evaluate(() => localStorage.setItem('urtuu.language', 'en'));
    await second.go('/agreement');
    assert.match(await second.page.locator('main').innerText(), /Pairs of which both said the same\s+0/);
    assert.deepEqual([...second.complaints, ...third.complaints], []);
    await second.context.close();
    await third.context.close();
  });

  test('makes the browser complain of nothing', () => {
    assert.deepEqual(clerk.complaints, []);
  });
});

async function openReview(visitor: Visitor): Promise<void> {
  await visitor.go('/reviews');
  await visitor.page.locator('main tbody th a').first().click();
  await visitor.page.locator('.compared').waitFor();
  await settled(visitor.page);
}

async function openRecord(visitor: Visitor): Promise<void> {
  await openReview(visitor);
  await visitor.page.locator('.waterfall ~ p a, .stack--tight > p > a').last().click();
  await visitor.page.waitForURL('**/persons/**');
  await settled(visitor.page);
}

/** Reads a page again until it shows what another node sends. */
async function untilShown(visitor: Visitor, path: string, text: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await visitor.go(path);
    if ((await visitor.page.getByText(text).count()) > 0) return;
    await visitor.page.waitForTimeout(500);
  }
  throw new Error(`${path} never showed: ${text}`);
}

async function openLook(visitor: Visitor): Promise<void> {
  await visitor.go('/double-reviews');
  await visitor.page.locator('main tbody th a').first().click();
  await visitor.page.waitForURL('**/double-reviews/**');
  await settled(visitor.page);
}

async function give({ page }: Visitor, choice: string, reason: string): Promise<void> {
  await page.getByLabel(choice).check();
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Give this look' }).click();
}

/** Opens all that is folded, and waits until what had no size before has been laid out and measured. */
function openDetails(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  });
}
