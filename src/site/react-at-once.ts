import type { AstroIntegration } from 'astro';

const WITHOUT_IDS = 'ReactDOM.renderToString(vnode)';
const WITH_IDS = 'ReactDOM.renderToString(vnode, renderOptions)';

/**
 * With `experimentalDisableStreaming`, components become HTML in one piece and not through a stream, which costs most
 * of their time: a page has dozens of them. But Astro then forgets the prefix that tells the ids of one component from
 * those of the next, which popovers open by, so it is handed on here.
 */
export function reactAtOnce(): AstroIntegration {
  return {
    name: 'react-at-once',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = { name: 'react-at-once', enforce: 'pre', transform: withIds } as const;
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

function withIds(code: string, id: string): string | undefined {
  if (!/\/@astrojs\/react\/dist\/server\.js/.test(id)) return undefined;
  if (!code.includes(WITHOUT_IDS)) {
    throw new Error(
      '@astrojs/react 的 server.js 里没有那一行 renderToString 了：核对后改 src/site/react-at-once.ts',
    );
  }
  return code.replace(WITHOUT_IDS, WITH_IDS);
}
