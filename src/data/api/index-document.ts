import { documentOf, type Published } from './documents.ts';
import { RECORD_FOLDERS, type ApiIndex } from './schemas.ts';

const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** `/api/v1/index.json`: what there is and where; `href` adds the site's base. */
export function apiIndex(published: readonly Published[], href: (path: string) => string): ApiIndex {
  const [first] = published;
  const at = (path: string) => href(`/api/v1/${path}`);
  const items = published.map(({ collection: { name, title }, document: { count } }) => ({
    id: name,
    title,
    count,
    json: at(`${name}.json`),
    csv: at(`${name}.csv`),
    schema: at(`schema/${name}.json`),
    ...(name === 'models' ? { item: at('models/{id}.json') } : {}),
  }));
  return {
    ...documentOf(first?.document.dataDate ?? '', items),
    licence: LICENCE,
    records: RECORD_FOLDERS.map((folder) => ({ folder, schema: at(`schema/records/${folder}.json`) })),
  };
}
