import type { AstroIntegration } from 'astro';

const RULE = /\.sl-markdown-content\s*:is\(ol, ul\):has\(> li >[^{]*\{\s*margin-bottom:[^}]*\}/;

/**
 * Takes one rule out of Starlight's stylesheet: its `:has()` asks about the children of all list items, so every
 * element that comes or goes in a tool would have the browser work out the styles of the whole page anew.
 * `text.css` gives the last block of a list item its margin without it.
 */
export function listMargins(): AstroIntegration {
  return {
    name: 'list-margins',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = { name: 'list-margins', enforce: 'pre', transform: withoutRule } as const;
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

function withoutRule(css: string, id: string): string | undefined {
  if (!/\/starlight\/.*\/markdown\.css/.test(id)) return undefined;
  const less = css.replace(RULE, '');
  if (less === css) {
    throw new Error(
      'Starlight 的 markdown.css 里没有那条列表的 :has() 规则了：核对后改 src/site/list-margins.ts',
    );
  }
  return less;
}
