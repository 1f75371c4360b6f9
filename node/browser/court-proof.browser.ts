/** X-H `court-proof-without-vendor`: proof, document and public keys, a browser without a network, and nobody of us. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { evidenceMessages } from '@urtuu/evidence';
import { provenDocument } from '@urtuu/evidence/testing';
import { LOCALES } from '@urtuu/kernel';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { consoleDirectory, ensureConsole } from '../composition/console-files.ts';
import { EXAMPLES_DIRECTORY } from '../corridor/examples.ts';
import type { Corridor } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { travel } from '../journey/journey.ts';
import { openOffice } from '../journey/office.ts';
import { readExample } from '../synth/index.ts';
import { axeFindings, openBrowser, sidewaysPixels, visit } from './visitor.ts';

const made = await provenDocument();
const dir = await mkdtemp(join(tmpdir(), 'urtuu-court-'));
const file = async (name: string, text: string | Uint8Array) => {
  await writeFile(join(dir, name), text);
  return join(dir, name);
};

let browser: Browser;
before(async () => {
  await ensureConsole(() => undefined);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await rm(dir, { recursive: true });
});

interface Court {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: readonly string[];
}

/** The saved page in a browser that has no network. */
async function court(): Promise<Court> {
  const kept = await file('verify.html', await readFile(join(consoleDirectory(), 'verify.html')));
  const context = await browser.newContext({ locale: 'en-GB', offline: true, bypassCSP: false });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(kept).href);
  return { page, context, requests };
}

async function give(
  page: Page,
  files: { proof: string; document: string; keys: readonly string[] },
): Promise<void> {
  await page.locator('#proof').setInputFiles(files.proof);
  await page.locator('#document').setInputFiles(files.document);
  await page.locator('#keys').setInputFiles([...files.keys]);
}

/** Waits until the page says something of this form. */
const says = (page: Page, form: RegExp | string) =>
  page.locator('.headline').filter({ hasText: form }).waitFor({ timeout: 20_000 });

const files = async () => ({
  proof: await file('decision.tlog-proof', made.proof),
  document: await file('decision.json', made.document),
  keys: await Promise.all(made.keys.map((text, at) => file(`state-${at}.jws`, text))),
});

describe('court-proof-without-vendor (X-H)', () => {
  test('shows in five languages what was sent, by whom and when, and asks no network for anything', async () => {
    const { page, context, requests } = await court();
    await give(page, await files());
    for (const locale of LOCALES) {
      await page.locator('#language').selectOption(locale);
      await says(page, evidenceMessages[locale].verified);
      assert.equal(await page.title(), evidenceMessages[locale]['page.title']);
      assert.equal(await page.locator('.checks .holds').count(), 6);
    }
    await page.locator('#language').selectOption('en');
    const facts = (await page.locator('dl').textContent()) ?? '';
    assert.match(facts, /Decision 0192ab34-0000-7000-8000-000000000001 v1/);
    assert.match(facts, /Pensions of Kazakhstan \(urn:urtuu:inst:kz:pensions\)/);
    assert.match(facts, /urtuu\.mn\/mn\/witness, 2026-11-23T08:00:30/);
    await page.locator('summary').click();
    assert.match((await page.locator('pre').textContent()) ?? '', /"result": "granted"/);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
      [],
    );
    await context.close();
  });

  test('refuses what differs by one bit, and names the check', async () => {
    const { page, context } = await court();
    const given = await files();
    const bytes = Buffer.from(made.document);
    const changed = await file('changed.json', bytes.with(200, (bytes[200] ?? 0) ^ 1));
    await give(page, { ...given, document: changed });
    await says(page, /^Not verified\. The document is not the one/);
    assert.equal(await page.locator('.checks .fails').textContent(), 'The proof is about this documentfails');
    await page.locator('#document').setInputFiles(given.document);
    await says(page, evidenceMessages.en.verified);
    const cut = await file('cut.tlog-proof', made.proof.replace(/\nindex 5\n/, '\nindex 4\n'));
    await page.locator('#proof').setInputFiles(cut);
    await says(page, /^Not verified\. The proof file is damaged/);
    await context.close();
  });

  test('says what is missing, takes all files dropped at once, and knows each by what it holds', async () => {
    const { page, context } = await court();
    assert.match(
      (await page.locator('.verdict').textContent()) ?? '',
      /Still missing: Proof.*Document.*Public keys/,
    );
    const data = await page.evaluateHandle(
      (texts) => {
        const transfer = new DataTransfer();
        for (const [name, text] of texts) transfer.items.add(new File([text], name));
        return transfer;
      },
      [
        ['a', made.keys[1] ?? ''],
        ['b', made.document],
        ['c', made.keys[0] ?? ''],
        ['d', made.proof],
      ] as [string, string][],
    );
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await says(page, evidenceMessages.en.verified);
    await context.close();
  });

  test('can be used by everybody: no finding of axe, no sideways scrolling at 320 pixels, all by keyboard', async () => {
    const { page, context } = await court();
    await page.evaluate(await axeSource());
    await give(page, await files());
    await page.setViewportSize({ width: 320, height: 700 });
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await sidewaysPixels(page), 0);
    await page.locator('#language').focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'proof');
    await context.close();
  });
});

describe('the evidence that a node gives out', () => {
  let corridor: Corridor;
  before(async () => {
    corridor = await testCorridor();
  });
  after(() => corridor.stop());

  test('is downloaded beside the document and convinces a browser without a network', async () => {
    const offices = {
      MN: await openOffice('MN', corridor.mn.url),
      KZ: await openOffice('KZ', corridor.kz.url),
    };
    const example = await readExample(join(EXAMPLES_DIRECTORY, 'kandas-with-treaty'));
    const { caseId } = await travel({
      offices,
      example,
      waiting: { patience: 60_000 },
      tell: () => undefined,
    });
    const clerk = await visit(browser, corridor.kz.url, 'clerk.kz');
    await clerk.go(`/cases/${caseId}/documents`);
    const keys = await file('keys.json', await (await fetch(`${corridor.kz.url}/log/keys`)).text());
    const page = await fetch(`${corridor.kz.url}/verify.html`);
    assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
    const links = await clerk.page
      .locator('a[download]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
    const documents = links.filter((path) => path.endsWith('/signed.json'));
    assert.ok(documents.length >= 2);
    for (const path of documents) {
      const text = async (address: string) =>
        clerk.page.evaluate(async (from) => (await fetch(from)).text(), address);
      const document = await file('document.json', await text(path));
      // The witness may cosign a moment later: the proof is fetched until it says so.
      const proof = await file(
        'document.tlog-proof',
        await witnessedProof(() => text(path.replace('signed.json', 'evidence.tlog-proof'))),
      );
      const { page: bench, context } = await court();
      await give(bench, { proof, document, keys: [keys] });
      await says(bench, evidenceMessages.en.verified);
      await context.close();
    }
    assert.deepEqual(clerk.complaints, []);
  });
});

async function witnessedProof(fetchProof: () => Promise<string>): Promise<string> {
  for (let tries = 0; tries < 120; tries += 1) {
    const proof = await fetchProof();
    if (proof.includes('/witness ')) return proof;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('No witness cosigned');
}

async function axeSource(): Promise<string> {
  const { createRequire } = await import('node:module');
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}
