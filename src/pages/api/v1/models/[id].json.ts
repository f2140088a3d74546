import type { APIRoute, GetStaticPaths } from 'astro';
import { loadApi } from '../../../../data/api.ts';
import { documentOf } from '../../../../data/api/documents.ts';

export const getStaticPaths = (async () => {
  const models = (await loadApi()).find(({ collection }) => collection.name === 'models')?.document;
  return (models?.items ?? []).map((item) => ({
    params: { id: item.id },
    props: { document: documentOf(models?.dataDate ?? '', [item]) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props.document);
