import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { child, descendant, parseXml, xml } from './xml.ts';

const parse = (text: string) => parseXml(new TextEncoder().encode(text));

describe('XML from outside', () => {
  test('is read as elements with their local names, namespaces and text', () => {
    const read = parse('<a:x xmlns:a="urn:a"><b> Дорж &amp; Ко </b><c><![CDATA[1 < 2]]></c></a:x>');
    assert.ok(read.ok);
    assert.equal(read.value.name, 'x');
    assert.equal(read.value.namespace, 'urn:a');
    assert.equal(child(read.value, 'b')?.text, 'Дорж & Ко');
    assert.equal(descendant(read.value, 'c')?.text, '1 < 2');
  });

  const bomb = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;&b;</l>`;
  const refused: readonly (readonly [string, string, string])[] = [
    ['an entity bomb', bomb, 'doctype'],
    ['an external entity', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', 'doctype'],
    ['an entity nobody declared', '<x>&unknown;</x>', 'not-well-formed'],
    ['an element that is not closed', '<x><y></x>', 'not-well-formed'],
    ['no XML at all', 'Bad gateway', 'not-well-formed'],
    ['nothing', '', 'not-well-formed'],
    ['another encoding', '<?xml version="1.0" encoding="windows-1251"?><x/>', 'encoding'],
    ['elements nested out of all reason', `${'<x>'.repeat(60)}${'</x>'.repeat(60)}`, 'too-deep'],
  ];
  for (const [what, text, reason] of refused) {
    test(`is refused: ${what}`, () => assert.deepEqual(parse(text), { ok: false, error: reason }));
  }

  test('is refused when its bytes are no UTF-8', () => {
    assert.deepEqual(parseXml(Uint8Array.of(0x3c, 0x78, 0x3e, 0xff)), { ok: false, error: 'encoding' });
  });

  test('we write is escaped', () => {
    const written = xml('name', 'Дорж <&"> Ко');
    assert.equal(written, '<name>Дорж &lt;&amp;&quot;&gt; Ко</name>');
    const read = parse(written);
    assert.ok(read.ok && read.value.text === 'Дорж <&"> Ко');
  });
});
