/**
 * Puts script and style into the page, under a policy that names exactly them by hash and allows no connection: what
 * somebody drops on the page cannot leave it.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export function selfContained(): Plugin {
  return {
    name: 'self-contained',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const take = (ending: string): string => {
        const [name, ...more] = Object.keys(bundle).filter((file) => file.endsWith(ending));
        const found = name === undefined ? undefined : bundle[name];
        if (name === undefined || found === undefined || more.length > 0)
          throw new Error(`The verifier is one file, so there is one ${ending}`);
        delete bundle[name];
        return found.type === 'chunk' ? found.code : found.source.toString();
      };
      const script = take('.js').replaceAll('</script', '<\\/script');
      const style = take('.css');
      const page = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.html'));
      if (page?.type !== 'asset') throw new Error('The verifier has a page');
      page.source = assembled(page.source.toString(), script, style);
    },
  };
}

function assembled(page: string, script: string, style: string): string {
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const head = `<meta http-equiv="content-security-policy" content="${policy}" />\n    <style>${style}</style>\n  </head>`;
  // Functions, for the code holds dollar signs.
  return page
    .replace(/\s*<script[^>]*src=[^>]*><\/script>/, '')
    .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
    .replace('</head>', () => head)
    .replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
