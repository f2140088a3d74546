import type { AstroIntegration } from 'astro';

/**
 * Files of `src/pages`, which Astro does not find by itself, since with `srcDir` at the root it looks for a folder
 * `pages` there. The address follows from the name: `api/v1/[collection].json.ts` answers at `/api/v1/models.json`.
 */
const FILES = [
  'changelog.astro',
  'models/[id].astro',
  'hardware/[id].astro',
  'measurements/table.json.ts',
  'about/accuracy/rows.json.ts',
  'compare/models/[id].json.ts',
  'compare/machines.json.ts',
  'api/v1/index.json.ts',
  'api/v1/[collection].json.ts',
  'api/v1/[collection].csv.ts',
  'api/v1/models/[id].json.ts',
  'api/v1/schema/[name].json.ts',
  'api/v1/schema/records/[folder].json.ts',
];

/** A feed needs whole addresses: it is there only when the address of the site is known. */
const FEED = 'changelog.xml.ts';

export function generatedRoutes(): AstroIntegration {
  return {
    name: 'generated-routes',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        for (const file of config.site ? [...FILES, FEED] : FILES) {
          injectRoute({
            pattern: `/${file.replace(/\.(ts|astro)$/, '')}`,
            entrypoint: new URL(`../pages/${file}`, import.meta.url),
            prerender: true,
          });
        }
      },
    },
  };
}
