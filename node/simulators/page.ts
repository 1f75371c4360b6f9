import { escapeXml } from '@urtuu/registers';

/** What a browser sees at the simulator's address: that it is one, and how to load people. */
export function simulatorPage(title: string, persons: number, fault: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)} (simulator)</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}code{background:#eee;padding:.1em .3em}</style>
<h1>${escapeXml(title)}</h1>
<p><strong>This is a simulator.</strong> It speaks the shapes of a national register’s gateway so that a node can be tried
without one. Its ${persons} persons are constructed; none of them exists.</p>
<ul>
<li>Persons: <code>GET /simulator/persons?q=</code>; load more: <code>PUT /simulator/persons</code> with a people file.</li>
<li>Behaviour now: <code>${escapeXml(fault)}</code>; change it: <code>PUT /simulator/fault</code> with one of the known words.</li>
</ul>
</html>
`;
}
